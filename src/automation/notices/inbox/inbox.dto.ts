import { ApiSchema } from '@nestjs/swagger';
import { UserNameDto } from '../../../access/person.dto.js';
import { Check, type Wrong } from '../../../platform/http/fields/check.js';
import { OneOf, Whole } from '../../../platform/http/fields/choice.js';
import { Nested } from '../../../platform/http/fields/nested.js';
import { QueryFlag, QueryList } from '../../../platform/http/fields/query.js';
import { Id, Ids, Text } from '../../../platform/http/fields/text.js';
import { Time } from '../../../platform/http/fields/time.js';
import { MAX_COUNT } from '../../../platform/http/page.js';
import { PageQuery } from '../../../platform/http/page-query.js';
import { NOTICE_KINDS, NOTICE_MAIL_STATES, type NoticeKind, type NoticeMailState } from '../notice.words.js';

/** Which notices of one's own. */
export class InboxQuery extends PageQuery {
  @QueryFlag('Only those that were not read, or only those that were.', { optional: true })
  unread?: boolean;

  @QueryList('Only of these kinds.', Object.keys(NOTICE_KINDS), { meanings: NOTICE_KINDS, optional: true })
  kind?: NoticeKind[];

  @QueryFlag(`Whether to count all of them, up to ${MAX_COUNT}.`, { optional: true })
  count?: boolean;
}

@ApiSchema({ description: 'The complaint that a notice is about.' })
export class NoticedComplaintDto {
  @Id('The complaint.')
  id: string;

  @Text('What is said on the phone.', { max: 11, example: '7KQ-M3X-W94' })
  reference: string;
}

@ApiSchema({ description: 'That something happened which somebody of the house has to know.' })
export class NoticeDto {
  @Id('The id of the notice.')
  id: string;

  @OneOf('What it is about.', Object.keys(NOTICE_KINDS), { meanings: NOTICE_KINDS })
  kind: NoticeKind;

  @Text('What happened, in a sentence without a word of the case.', {
    max: 200,
    example: 'There is word from the customer.',
  })
  what: string;

  @Nested('The complaint.', () => NoticedComplaintDto)
  complaint: NoticedComplaintDto;

  @Id('The entry of the log that tells it.')
  entryId: string;

  @Nested('Who is away, where one is told as their stand-in.', () => UserNameDto, { nullable: true })
  standInFor: UserNameDto | null;

  @Time('When it happened.')
  at: string;

  @Time('When one marked it as read.', { nullable: true })
  readAt: string | null;

  @OneOf('How far the mail with it came.', Object.keys(NOTICE_MAIL_STATES), { meanings: NOTICE_MAIL_STATES })
  mail: NoticeMailState;
}

@Check(eitherOr)
@ApiSchema({ description: 'Which notices one has read: either these, or all up to one.' })
export class ReadNoticesBody {
  @Ids('These.', { minItems: 1, maxItems: 100, optional: true })
  ids?: string[];

  @Id('This one and all before it: the newest that one has seen.', { optional: true })
  upTo?: string;
}

@ApiSchema({ description: 'What is left to read.' })
export class UnreadDto {
  @Whole(`How many notices one has not read; counting stops at ${MAX_COUNT}.`, { min: 0, max: MAX_COUNT })
  unread: number;
}

function eitherOr({ ids, upTo }: ReadNoticesBody): Wrong[] {
  const given = [ids, upTo].filter(Boolean).length;
  if (given === 0) return [{ at: '/upTo', code: 'required', detail: 'this or ids must be given' }];
  return given === 2 ? [{ at: '/upTo', code: 'not_applicable', detail: 'ids are given already' }] : [];
}
