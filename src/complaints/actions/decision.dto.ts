import { ApiSchema } from '@nestjs/swagger';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { Flag, OneOf } from '../../platform/http/fields/choice.js';
import { Nested } from '../../platform/http/fields/nested.js';
import { Id, Text } from '../../platform/http/fields/text.js';
import {
  DECLINE_REASONS,
  type DeclineReason,
  NOT_DETERMINED_REASONS,
  type NotDeterminedReason,
  OUTCOMES,
  type Outcome,
} from '../complaint.words.js';
import { SAID, SaidBody, SpokenBody } from '../parts/said.dto.js';

/** The bodies of the two actions that decide: resolve and decline. */

const LONG = { max: 20_000 };
const SHORT = { max: 2_000 };

@ApiSchema({ description: 'Why it happened.' })
export class RootCauseBody {
  @Id('The cause: one that is not retired, nor stands below one that is.', { optional: true })
  causeId?: string;

  @Text('Why it happened.', LONG)
  text: string;
}

@Check((body: ResolveBody) => (body.outcome ? findingFlaws(body.outcome, body) : []))
@ApiSchema({ description: 'The decision.' })
export class ResolveBody {
  @OneOf(
    'What was found. Required unless points of the complaint are on record (`issues`): then it follows from theirs, ' +
      'and another one is refused.',
    Object.keys(OUTCOMES),
    { meanings: OUTCOMES, optional: true },
  )
  outcome?: Outcome;

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

  @Nested(SAID, () => SpokenBody, { optional: true })
  said?: SpokenBody;

  @Nested('The customer accepted at once: how and when that was said.', () => SaidBody, { optional: true })
  accepted?: SaidBody;
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

/** What a finding has to bring with it, whether it is about a complaint or about one of its points. */
export function findingFlaws(
  outcome: Outcome,
  {
    rootCause,
    notDeterminedReason,
  }: { rootCause?: RootCauseBody; notDeterminedReason?: NotDeterminedReason },
): Wrong[] {
  return [
    ...requiredWith(outcome === 'upheld' || outcome === 'partly_upheld', rootCause, 'rootCause'),
    ...onlyWith(outcome === 'not_determined', notDeterminedReason, 'notDeterminedReason'),
  ];
}

function requiredWith(condition: boolean, value: unknown, property: string): Wrong[] {
  return condition && value === undefined ? [{ at: `/${property}`, code: 'required' }] : [];
}

/** A property that stands with a condition, always and only. */
function onlyWith(condition: boolean, value: unknown, property: string): Wrong[] {
  if (!condition && value !== undefined) return [{ at: `/${property}`, code: 'not_applicable' }];
  return requiredWith(condition, value, property);
}
