import { ApiSchema } from '@nestjs/swagger';
import { MAIL_KINDS, type MailKind } from '../../communications/mail-in/kinds/kind.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { QueryList } from '../../platform/http/fields/query.js';
import { Code, Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { INBOUND_DECISIONS, type InboundDecision } from './inbound-mail.words.js';

const COUNT = { min: 0, max: 2_147_483_647 };
const DECISIONS = Object.keys(INBOUND_DECISIONS);

@ApiSchema({ description: 'Who of the house said what becomes of a mail.' })
export class MailDeciderDto {
  @Id('The user.')
  id: string;

  @Text('The name at that moment.', { max: 200, nullable: true, example: 'Anna Agent' })
  name: string | null;
}

@ApiSchema({ description: 'A mail that came in, and what became of it.' })
export class InboundMailDto {
  @Id('The id of the mail.')
  id: string;

  @Text('Where it came in.', { max: 500, example: 'http' })
  mailbox: string;

  @Text('Whom it says it is from, which nobody has checked; null where it names nobody, or several.', {
    max: 320,
    nullable: true,
    example: 'marta@example.org',
  })
  from: string | null;

  @Text('Its subject; null where there is none.', { max: 1000, nullable: true, example: 'The leg broke' })
  subject: string | null;

  @OneOf('What kind of mail it is; null where it cannot be read.', Object.keys(MAIL_KINDS), {
    meanings: MAIL_KINDS,
    nullable: true,
  })
  kind: MailKind | null;

  @OneOf('What became of it.', DECISIONS, { meanings: INBOUND_DECISIONS })
  decision: InboundDecision;

  @Text('The name of the rule that decided.', { max: 200, example: 'reply_address' })
  because: string;

  @Id('The complaint that it became, belongs to, or reports on.', { nullable: true })
  complaintId: string | null;

  @Id('A complaint that it may belong to, or one that was made of it before somebody put it to another.', {
    nullable: true,
  })
  suggestedComplaintId: string | null;

  @Id('The message that it became, or that came back by it.', { nullable: true })
  messageId: string | null;

  @Whole('How many of its files are attachments of the complaint.', COUNT)
  files: number;

  @Whole('How many of its files are in the whole mail only.', COUNT)
  filesLeft: number;

  @Whole('The size of the whole mail, in bytes.', COUNT)
  size: number;

  @Flag('The whole mail is still kept and can be fetched.')
  kept: boolean;

  @Nested('Who of the house said what becomes of it.', () => MailDeciderDto, { nullable: true })
  decidedBy: MailDeciderDto | null;

  @Time('When they did.', { nullable: true })
  decidedAt: string | null;

  @Whole('Rises with every change.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it came in.')
  receivedAt: string;

  @Time('When it was put on record.')
  createdAt: string;
}

/** Where a mail came in. */
export class HandInQuery {
  @Code(
    'The name of the mailbox, such as its address: the same mail in another mailbox is another one. `http` where ' +
      'absent.',
    /^[A-Za-z0-9._+@-]{1,200}$/,
    { max: 200, optional: true, example: 'help@example.org' },
  )
  mailbox?: string;
}

/** Which mails; all conditions together. */
export class InboundMailQuery extends PageQuery {
  @QueryList('Only those of which this became.', DECISIONS, { meanings: INBOUND_DECISIONS, optional: true })
  decision?: InboundDecision[];

  @Id('Only those that became this complaint, belong to it or report on it, or may belong to it.', {
    optional: true,
  })
  complaintId?: string;
}

@ApiSchema({ description: 'The complaint that a mail belongs to.' })
export class AttachMailBody {
  @Id('The complaint.')
  complaintId: string;
}
