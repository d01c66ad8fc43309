import { ApiSchema } from '@nestjs/swagger';
import { isZone } from '../../../kernel/business-time/zone.js';
import { Check, type Wrong } from '../../../platform/http/fields/check.js';
import { OneOf, Whole } from '../../../platform/http/fields/choice.js';
import { Nested } from '../../../platform/http/fields/nested.js';
import { Code, Text } from '../../../platform/http/fields/text.js';
import { NOTICE_KINDS, NOTICE_WAYS, type NoticeKind, type NoticeWay } from '../notice.words.js';

const CHANGED = { optional: true, nullable: false } as const;
const DIGEST_AT = 'When the mail of the day comes, on the wall in `zone`.';
const ZONE = 'The IANA name of the zone in which these times are, and the times in mails.';
const zoned = { max: 100, example: 'Europe/Budapest' };
const QUIET = 'Hours in which no mail comes at once: it comes at their end. Null: there are none.';

const WALL_TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

function Wall(description: string, options: object & { example: string }): PropertyDecorator {
  return Code(description, WALL_TIME, { max: 5, ...options });
}

/** How a kind of notice comes. */
function Way(kind: NoticeKind, options: { optional?: true; nullable?: false } = {}): PropertyDecorator {
  const said = `How it comes when ${NOTICE_KINDS[kind]}.`;
  return OneOf(said, Object.keys(NOTICE_WAYS), { meanings: NOTICE_WAYS, ...options });
}

@ApiSchema({ description: 'A span of the day; it may reach over midnight.' })
export class QuietHoursDto {
  @Wall('When they begin.', { example: '20:00' })
  from: string;

  @Wall('When they end.', { example: '07:00' })
  until: string;
}

@Check(flawsOf)
@ApiSchema({ description: 'What changes about how notices come.' })
export class NoticeSettingsChangesBody implements Partial<Record<NoticeKind, NoticeWay>> {
  @Way('assigned', CHANGED)
  assigned?: NoticeWay;

  @Way('reply', CHANGED)
  reply?: NoticeWay;

  @Way('warning', CHANGED)
  warning?: NoticeWay;

  @Way('breach', CHANGED)
  breach?: NoticeWay;

  @Way('escalated', CHANGED)
  escalated?: NoticeWay;

  @Way('approval', CHANGED)
  approval?: NoticeWay;

  @Way('undelivered', CHANGED)
  undelivered?: NoticeWay;

  @Way('unassigned', CHANGED)
  unassigned?: NoticeWay;

  @Wall(DIGEST_AT, { ...CHANGED, example: '08:00' })
  digestAt?: string;

  @Text(`${ZONE} Null: that of the house.`, { ...zoned, optional: true, nullable: true })
  zone?: string | null;

  @Nested(QUIET, () => QuietHoursDto, { optional: true, nullable: true })
  quiet?: QuietHoursDto | null;
}

@ApiSchema({
  description: 'How somebody wants their notices by mail. The inbox has all of them in any case.',
})
export class NoticeSettingsDto implements Record<NoticeKind, NoticeWay> {
  @Way('assigned')
  assigned: NoticeWay;

  @Way('reply')
  reply: NoticeWay;

  @Way('warning')
  warning: NoticeWay;

  @Way('breach')
  breach: NoticeWay;

  @Way('escalated')
  escalated: NoticeWay;

  @Way('approval')
  approval: NoticeWay;

  @Way('undelivered')
  undelivered: NoticeWay;

  @Way('unassigned')
  unassigned: NoticeWay;

  @Wall(DIGEST_AT, { example: '08:00' })
  digestAt: string;

  @Text(ZONE, zoned)
  zone: string;

  @Nested(QUIET, () => QuietHoursDto, { nullable: true })
  quiet: QuietHoursDto | null;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;
}

function flawsOf({ zone, quiet }: NoticeSettingsChangesBody): Wrong[] {
  const wrong: Wrong[] = [];
  if (typeof zone === 'string' && !isZone(zone))
    wrong.push({ at: '/zone', code: 'not_found', detail: 'is no time zone of the IANA list' });
  if (quiet && quiet.from === quiet.until)
    wrong.push({ at: '/quiet/until', code: 'not_applicable', detail: 'must be another time than from' });
  return wrong;
}
