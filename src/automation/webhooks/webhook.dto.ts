import { ApiSchema } from '@nestjs/swagger';
import { ENTRY_PATTERNS, type EntryPattern } from '../../audit/subscriptions.events.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Codes, Id, Text, WebAddress } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';

/** The form of a pattern: the name of a type, all types of a kind (`complaint.*`), or all there are (`*`). */
const PATTERN_FORM = /^(\*|[a-z_]+\.(\*|[a-z_]+))$/;
const KNOWN: ReadonlySet<unknown> = new Set(['*', ...ENTRY_PATTERNS]);

const URL = 'Where deliveries go, by POST: an https address of a host on the open internet.';
const TYPES =
  'The types of entries that are delivered: names (`complaint.closed`), all of a kind (`complaint.*`), or all (`*`).';
const listed = { max: 60, maxItems: 50, example: ['complaint.*', 'promise.broken'] };
const ACTIVE = 'While false nothing is sent; once it is true again, deliveries go on where they stopped.';
const DESCRIPTION = 'What it is for, for people.';
const described = { max: 500, example: 'Tells the data warehouse.' };

@Check<NewWebhookBody>(({ types }) => unknownTypes(types))
@ApiSchema({ description: 'A webhook to be.' })
export class NewWebhookBody {
  @WebAddress(URL)
  url: string;

  @Codes(TYPES, PATTERN_FORM, { ...listed, minItems: 1 })
  types: (EntryPattern | '*')[];

  @Text(DESCRIPTION, { ...described, optional: true })
  description?: string;

  @Flag(`${ACTIVE} True where nothing is said.`, { optional: true })
  active?: boolean;
}

@Check<WebhookChangesBody>(({ types }) => unknownTypes(types))
@ApiSchema({ description: 'What changes about a webhook.' })
export class WebhookChangesBody {
  @WebAddress(URL, { optional: true, nullable: false })
  url?: string;

  @Codes(TYPES, PATTERN_FORM, { ...listed, minItems: 1, optional: true, nullable: false })
  types?: (EntryPattern | '*')[];

  @Text(DESCRIPTION, { ...described, optional: true })
  description?: string | null;

  @Flag(ACTIVE, { optional: true, nullable: false })
  active?: boolean;
}

@ApiSchema({ description: 'A webhook: where the log is brought to.' })
export class WebhookDto {
  @Id('The id of the webhook.')
  id: string;

  @WebAddress(URL)
  url: string;

  @Codes(TYPES, PATTERN_FORM, { ...listed, minItems: 1 })
  types: (EntryPattern | '*')[];

  @Text(DESCRIPTION, { ...described, nullable: true })
  description: string | null;

  @Flag(ACTIVE)
  active: boolean;

  @OneOf('Why this program itself set it inactive; null where it did not.', ['gone'], {
    meanings: { gone: 'the target answered 410' },
    nullable: true,
  })
  disabledReason: 'gone' | null;

  @Text(
    'What deliveries are signed with, `whsec_…` (Standard Webhooks). Shown only once: in the answer that made the ' +
      'webhook or rolled the secret. Null everywhere else, and when such a call is answered again.',
    { max: 100, nullable: true, example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw2LaLaSw2LaI=' },
  )
  secret: string | null;

  @Time('Until then deliveries are signed with the secret before as well; null where there was none.', {
    nullable: true,
  })
  oldSecretUntil: string | null;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was set up.')
  createdAt: string;

  @Time('When it was last changed.')
  updatedAt: string;
}

/** A name of no type, and a kind that there is none of. */
function unknownTypes(types: unknown): Wrong[] {
  if (!Array.isArray(types)) return [];
  return types.flatMap((type: unknown, index) =>
    KNOWN.has(type) ? [] : [{ at: `/types/${index}`, code: 'not_found' as const }],
  );
}
