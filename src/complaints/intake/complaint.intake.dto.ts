import { ApiSchema } from '@nestjs/swagger';
import { CHANNELS, type Channel, SEVERITIES, type Severity, TIER, TIER_MAX } from '../../kernel/words.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { OneOf } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Code, Email, Id, Ids, Language, Text, Texts } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import * as words from '../complaint.words.js';
import { GivenIssueBody, NewIssueBody } from '../issues/issue.dto.js';
import { MOST_AT_INTAKE } from '../issues/issue.words.js';
import { PartiesBody, PartyChangesBody } from './parties.dto.js';

/** How many tags a complaint has, at most. */
export const MAX_TAGS = 50;

const O = { optional: true } as const;
const ISSUES = 'The points complained about, where there are several: each gets an answer of its own.';
const AT_INTAKE = { maxItems: MOST_AT_INTAKE, ...O } as const;

@ApiSchema({ description: 'Who complains.' })
export class NewComplainantBody {
  @Text('The name.', { max: 200, ...O, example: 'Marta Kis' })
  name?: string;

  @Email('An email address.', O)
  email?: string;

  @Text('A telephone number.', { max: 50, ...O, example: '+36 1 234 5678' })
  phone?: string;

  @Text('A postal address.', { max: 500, ...O, example: 'Duna utca 1, Budapest' })
  address?: string;
}

@Check(complainantReachable)
@ApiSchema({ description: 'A complaint, as anybody may hand it in.' })
export class NewComplaintBody extends PartiesBody {
  @OneOf('How it comes in.', Object.keys(CHANNELS), { meanings: CHANNELS })
  channel: Channel;

  @Language('The language of the customer (BCP 47); `en` where absent.', O)
  language?: string;

  @Text('In a few words.', { max: 300, ...O, example: 'Broken bed' })
  subject?: string;

  @Text('What happened, in the words of the customer.', {
    max: 20_000,
    example: 'The bed arrived with a broken leg, and nobody answers the phone.',
  })
  description: string;

  @NestedList(ISSUES, () => GivenIssueBody, AT_INTAKE)
  issues?: GivenIssueBody[];

  @Text('What would make it good.', { max: 2000, ...O, example: 'A new leg this week' })
  desiredOutcome?: string;

  @Nested(
    'Who complains: a name and one of email, phone, address. May be absent where `answerVia` is given.',
    () => NewComplainantBody,
    O,
  )
  complainant?: NewComplainantBody;

  @OneOf('How the customer wants to be answered.', ['tracking'], { meanings: words.ANSWER_VIA, ...O })
  answerVia?: words.AnswerVia;

  @Text('The product or service.', { max: 300, ...O, example: 'Bed Aurora' })
  product?: string;

  @Text('The order.', { max: 200, ...O, example: 'A-1001' })
  orderReference?: string;

  @Time('When it happened.', { when: 'past', ...O })
  occurredAt?: string;
}

@Check((body: StaffComplaintBody) => [...complainantReachable(body), ...reasonWhereNone(body)])
@ApiSchema({
  description:
    'A complaint, as staff hand it in for a customer. The public may send only the properties of the first part.',
})
export class StaffComplaintBody extends NewComplaintBody {
  @OneOf('How the customer is answered.', Object.keys(words.ANSWER_VIA), { meanings: words.ANSWER_VIA, ...O })
  override answerVia?: words.AnswerVia;

  @NestedList(ISSUES, () => NewIssueBody, AT_INTAKE)
  override issues?: NewIssueBody[];

  @Text('Why this way; required with `none`. Staff only.', { max: 2000, ...O, example: 'no contact data' })
  answerViaReason?: string;

  @Time('When the customer complained, if earlier than now. Staff only.', { when: 'past', ...O })
  receivedAt?: string;

  @Id('The customer record; one that was not merged. Staff only.', O)
  customerId?: string;

  @Id('The company customer. Staff only.', O)
  accountId?: string;

  @Id('The category: one that is not retired, nor stands below one that is. Staff only.', O)
  categoryId?: string;

  @Texts('Tags. Staff only.', { max: 100, maxItems: MAX_TAGS, unique: true, ...O })
  tags?: string[];

  @OneOf('How bad it is for the customer. Staff only.', Object.keys(SEVERITIES), {
    meanings: SEVERITIES,
    ...O,
  })
  severity?: Severity;

  @Code(
    'How the house classes this customer; what is promised may depend on it. Where absent, the tier that the ' +
      'customer or the company has now. Staff only.',
    TIER,
    { max: TIER_MAX, ...O, example: 'gold' },
  )
  tier?: string;

  @Text('The id in another system, unique for ever. Staff only.', { max: 200, ...O })
  externalId?: string;

  @Ids('Users who are complained about. Staff only.', { maxItems: 50, ...O })
  complainedAboutUserIds?: string[];
}

@Check(reasonWhereNone)
@ApiSchema({ description: 'Particulars of a complaint; null clears. The state is changed by actions only.' })
export class ComplaintChangesBody extends PartyChangesBody {
  @Text('In a few words.', { max: 300, ...O, example: 'Broken bed' })
  subject?: string | null;

  @Id('The category: the one that it has, or one that is not retired, nor stands below one that is.', O)
  categoryId?: string | null;

  @Texts('Tags.', { max: 100, maxItems: MAX_TAGS, unique: true, ...O, nullable: false })
  tags?: string[];

  @Text('The product or service.', { max: 300, ...O, example: 'Bed Aurora' })
  product?: string | null;

  @Text('The order.', { max: 200, ...O, example: 'A-1001' })
  orderReference?: string | null;

  @Text('The id in another system, unique for ever.', { max: 200, ...O, example: 'ERP-77120' })
  externalId?: string | null;

  @OneOf('How bad it is for the customer.', Object.keys(SEVERITIES), {
    meanings: SEVERITIES,
    ...O,
  })
  severity?: Severity | null;

  @Code('How the house classes this customer; what is promised may depend on it.', TIER, {
    max: TIER_MAX,
    ...O,
    example: 'gold',
  })
  tier?: string | null;

  @Nested('Who complains; what is absent stays, null clears.', () => NewComplainantBody, O)
  complainant?: Partial<Record<keyof NewComplainantBody, string | null>> | null;

  @OneOf('How the customer is answered.', Object.keys(words.ANSWER_VIA), {
    meanings: words.ANSWER_VIA,
    ...O,
    nullable: false,
  })
  answerVia?: words.AnswerVia;

  @Text('Why this way; required with `none`.', { max: 2000, ...O, example: 'letters come back' })
  answerViaReason?: string | null;

  @Id('The customer record; one that was not merged.', O)
  customerId?: string | null;

  @Id('The company customer.', O)
  accountId?: string | null;

  @Ids('Users who are complained about; a supervisor says so.', { maxItems: 50, ...O, nullable: false })
  complainedAboutUserIds?: string[];
}

/** A name and one way to reach the customer, unless another way to answer was chosen. */
function complainantReachable({ complainant, answerVia }: NewComplaintBody): Wrong[] {
  if (answerVia === 'tracking' || answerVia === 'none') return [];
  if (complainant === undefined) return [{ at: '/complainant', code: 'required' }];
  const { name, email, phone, address } = complainant;
  return name && (email ?? phone ?? address) ? [] : [{ at: '/complainant', code: 'contact_required' }];
}

function reasonWhereNone(body: { answerVia?: string; answerViaReason?: string | null }): Wrong[] {
  return body.answerVia === 'none' && !body.answerViaReason
    ? [{ at: '/answerViaReason', code: 'required' }]
    : [];
}
