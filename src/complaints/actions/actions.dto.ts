import { ApiSchema } from '@nestjs/swagger';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { Flag, OneOf } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { SaidBody } from '../said.dto.js';
import {
  COMPLEXITIES,
  type Complexity,
  DECLINE_REASONS,
  type DeclineReason,
  NOT_DETERMINED_REASONS,
  type NotDeterminedReason,
  OUTCOMES,
  type Outcome,
  SEVERITIES,
  type Severity,
} from '../complaint.words.js';

/** The bodies of the actions, one class each. What they must bring in which state stands in the workflow's `asks`. */

const LONG = { max: 20_000 };
const SHORT = { max: 2_000 };

const SAID =
  'The words were spoken or sent outside the product; by phone, visit, letter or chat they count as handed over then.';

@ApiSchema({ description: 'The first answer to the customer.' })
export class AcknowledgeBody {
  @Text(
    'Words to the customer: that we are sorry for how it feels. The dates of the next steps are added.',
    LONG,
  )
  message: string;

  @Nested(SAID, () => SaidBody, { optional: true })
  said?: SaidBody;
}

@ApiSchema({ description: 'The assessment of a case (ISO 10002, clause 7.5).' })
export class AssessmentBody {
  @OneOf('How bad it is for the customer.', Object.keys(SEVERITIES), { meanings: SEVERITIES })
  severity: Severity;

  @Flag('Somebody’s safety is at stake.')
  safety: boolean;

  @OneOf('How hard it is to settle.', Object.keys(COMPLEXITIES), { meanings: COMPLEXITIES })
  complexity: Complexity;

  @Text('What it means for the customer and for others.', SHORT)
  impact: string;

  @Text('What has to be done at once; null where nothing has.', { ...SHORT, nullable: true, optional: true })
  immediateAction?: string | null;
}

@ApiSchema({ description: 'What happened, and how much it matters.' })
export class EstablishFactsBody {
  @Text('What happened, summed up.', LONG)
  summary: string;

  @Nested('The assessment of the case (ISO 10002, clause 7.5).', () => AssessmentBody)
  assessment: AssessmentBody;
}

@ApiSchema({ description: 'Something that will be done by a date.' })
export class AgreedActionBody {
  @Text('What will be done.', SHORT)
  what: string;

  @Time('By when it will be done.', { when: 'future' })
  dueAt: string;
}

@ApiSchema({ description: 'Who becomes responsible, and what will be done.' })
export class AssignOwnerBody {
  @Id('The user who becomes responsible.')
  ownerId: string;

  @NestedList(
    'What will be done, each with its date: at least one when the first owner is named.',
    () => AgreedActionBody,
    {
      maxItems: 50,
      optional: true,
    },
  )
  agreedActions?: AgreedActionBody[];

  @Text('Words of one’s own to the customer; name, contact and agreed actions are told anyway.', {
    ...LONG,
    optional: true,
  })
  message?: string;

  @Text('Why it is handed over: required when there was an owner before.', { ...SHORT, optional: true })
  reason?: string;

  @Nested(SAID, () => SaidBody, { optional: true })
  said?: SaidBody;
}

@ApiSchema({ description: 'A question to the customer.' })
export class AskCustomerBody {
  @Text('What the customer is asked.', LONG)
  question: string;

  @Time('By when an answer is needed.', { when: 'future' })
  replyBy: string;

  @Nested(SAID, () => SaidBody, { optional: true })
  said?: SaidBody;
}

@ApiSchema({ description: 'Why work goes on.' })
export class ResumeBody {
  @Text('Why work goes on without an answer.', { ...SHORT, optional: true })
  note?: string;
}

@ApiSchema({ description: 'Why it happened.' })
export class RootCauseBody {
  @Id('A cause of the list of causes.', { optional: true })
  causeId?: string;

  @Text('Why it happened.', LONG)
  text: string;
}

@Check((body: ResolveBody) => [
  ...requiredWith(body.outcome === 'upheld' || body.outcome === 'partly_upheld', body.rootCause, 'rootCause'),
  ...onlyWith(body.outcome === 'not_determined', body.notDeterminedReason, 'notDeterminedReason'),
])
@ApiSchema({ description: 'The decision.' })
export class ResolveBody {
  @OneOf('What was found.', Object.keys(OUTCOMES), { meanings: OUTCOMES })
  outcome: Outcome;

  @Text('The decision and its reasons, as the customer reads them.', LONG)
  explanation: string;

  @Nested('The cause; required where anything is upheld.', () => RootCauseBody, { optional: true })
  rootCause?: RootCauseBody;

  @OneOf(
    'Why nothing could be determined; only and always with `not_determined`.',
    Object.keys(NOT_DETERMINED_REASONS),
    {
      meanings: NOT_DETERMINED_REASONS,
      optional: true,
    },
  )
  notDeterminedReason?: NotDeterminedReason;

  @Flag('The last word of the house: only after a dispute, by a supervisor who did not decide before.', {
    optional: true,
  })
  final?: boolean;

  @Nested(SAID, () => SaidBody, { optional: true })
  said?: SaidBody;

  @Nested('The customer accepted at once: how and when that was said.', () => SaidBody, { optional: true })
  accepted?: SaidBody;
}

@ApiSchema({ description: 'How and when the customer accepted.' })
export class AcceptBody extends SaidBody {}

@ApiSchema({ description: 'How and when the customer said it, and why.' })
export class CustomersWordBody extends SaidBody {
  @Text('The reason, in the words of the customer.', LONG)
  reason: string;
}

@ApiSchema({ description: 'A reason.' })
export class ReasonBody {
  @Text('The reason.', LONG)
  reason: string;
}

@Check((body: DeclineBody) => [
  ...onlyWith(body.reason === 'forwarded', body.forwardedTo, 'forwardedTo'),
  ...onlyWith(body.reason !== 'spam' && body.reason !== 'test', body.message, 'message'),
])
@ApiSchema({ description: 'Why the house does not treat this as its complaint.' })
export class DeclineBody {
  @OneOf('Why the house does not treat this as its complaint.', Object.keys(DECLINE_REASONS), {
    meanings: DECLINE_REASONS,
  })
  reason: DeclineReason;

  @Text('Words to the customer; not with `spam` and `test`, which send nothing.', { ...LONG, optional: true })
  message?: string;

  @Text('The body that is responsible; only and always with `forwarded`.', { ...SHORT, optional: true })
  forwardedTo?: string;
}

@ApiSchema({ description: 'Nothing.' })
export class NothingBody {}

function requiredWith(condition: boolean, value: unknown, property: string): Wrong[] {
  return condition && value === undefined ? [{ at: `/${property}`, code: 'required' }] : [];
}

/** A property that stands with a condition, always and only. */
function onlyWith(condition: boolean, value: unknown, property: string): Wrong[] {
  if (!condition && value !== undefined) return [{ at: `/${property}`, code: 'not_applicable' }];
  return requiredWith(condition, value, property);
}
