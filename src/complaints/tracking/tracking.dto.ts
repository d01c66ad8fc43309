import { ApiSchema } from '@nestjs/swagger';
import { Flag, OneOf, SomeOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Email, Id, Language, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { type ComplaintState, STATE_MEANINGS, STATE_NAMES } from '../complaint.states.js';
import * as words from '../complaint.words.js';
import { ACTION_MEANINGS } from '../workflow/action-meanings.js';

const N = { nullable: true } as const;

/** What the complainant can do by the tracking token. */
export const TRACKING_ACTIONS = ['accept', 'dispute', 'withdraw', 'escalate', 'reopen'] as const;
export type TrackingAction = (typeof TRACKING_ACTIONS)[number];

@ApiSchema({
  description: 'The person who answers: the one responsible or, while that one is away, who stands in.',
})
export class TrackedOwnerDto {
  @Text('The name.', { max: 200, example: 'Anna Agent' })
  name: string;

  @Text('A telephone number.', { max: 50, ...N, example: '+36 1 234 5678' })
  phone: string | null;

  @Email('An email address.', N)
  email: string | null;

  @Flag('This is somebody who stands in while the person responsible is away.')
  standIn: boolean;
}

@ApiSchema({ description: 'What comes next, and by when.' })
export class NextPromiseDto {
  @OneOf('What is promised.', Object.keys(words.PROMISE_KINDS), { meanings: words.PROMISE_KINDS })
  kind: words.PromiseKind;

  @Time('By when.')
  dueAt: string;
}

@ApiSchema({ description: 'Something that was promised.' })
export class TrackedPromiseDto extends NextPromiseDto {
  @Text('What exactly, in words.', { max: 2000, ...N, example: 'Call on Friday' })
  what: string | null;

  @OneOf('What became of it.', Object.keys(words.PROMISE_STATES), { meanings: words.PROMISE_STATES })
  state: words.PromiseState;
}

@ApiSchema({ description: 'Words between the customer and the house.' })
export class TrackedMessageDto {
  @OneOf('Which way they go.', ['in', 'out'], {
    meanings: { in: 'from the customer', out: 'from the house' },
  })
  direction: 'in' | 'out';

  @Text('The words.', { max: 400_000 })
  body: string;

  @Time('When.')
  at: string;
}

@ApiSchema({
  description: 'One point complained about, with what was found about it once the decision was told.',
})
export class TrackedIssueDto {
  @Text('The point.', { max: 1000, example: 'Nobody answers the telephone.' })
  what: string;

  @OneOf('What was found.', Object.keys(words.OUTCOMES), { meanings: words.OUTCOMES, ...N })
  outcome: words.Outcome | null;

  @Text('The reasons.', { max: 4000, ...N })
  explanation: string | null;
}

@ApiSchema({ description: 'The decision that stands.' })
export class TrackedResolutionDto {
  @OneOf('What was found.', Object.keys(words.OUTCOMES), { meanings: words.OUTCOMES })
  outcome: words.Outcome;

  @Text('The decision and its reasons.', { max: 20_000 })
  explanation: string;
}

@ApiSchema({ description: 'A complaint as its complainant sees it. Internal notes never appear here.' })
export class TrackingDto {
  @Text('What is said on the phone.', { max: 11, example: '7KQ-M3X-W94' })
  reference: string;

  @OneOf('Where it stands.', STATE_NAMES, { meanings: STATE_MEANINGS })
  state: ComplaintState;

  @Text('In a few words.', { max: 300, ...N, example: 'Broken bed' })
  subject: string | null;

  @Time('When the house received it.')
  receivedAt: string;

  @Language('The language of the customer.')
  language: string;

  @Nested('The person who answers.', () => TrackedOwnerDto, N)
  owner: TrackedOwnerDto | null;

  @Nested('What comes next, and by when.', () => NextPromiseDto, N)
  nextPromise: NextPromiseDto | null;

  @NestedList('All that was promised.', () => TrackedPromiseDto, { maxItems: 1000 })
  promises: TrackedPromiseDto[];

  @NestedList('The words exchanged, oldest first: the latest 200.', () => TrackedMessageDto, {
    maxItems: 200,
  })
  messages: TrackedMessageDto[];

  @NestedList('The points complained about that were not taken back, oldest first.', () => TrackedIssueDto, {
    maxItems: 1000,
  })
  issues: TrackedIssueDto[];

  @Nested('The decision that stands.', () => TrackedResolutionDto, N)
  resolution: TrackedResolutionDto | null;

  @Time('When silence closes it.', N)
  closesAt: string | null;

  @Time('Until when the customer may bring it back.', N)
  disputableUntil: string | null;

  @SomeOf('What the customer can do now.', TRACKING_ACTIONS, { meanings: ACTION_MEANINGS })
  actions: TrackingAction[];

  @Whole('Rises with every change.', { min: 1, max: 2_147_483_647 })
  version: number;
}

@ApiSchema({ description: 'The receipt: what the complainant sees, with the token that opens it.' })
export class ReceivedTrackingDto extends TrackingDto {
  @Id('The id of the complaint.')
  id: string;

  @Text('The tracking token; it opens `/v1/tracking`.', { max: 52, example: 'amt_AZq…' })
  trackingToken: string;
}

@ApiSchema({ description: 'Words of the customer.' })
export class CustomerMessageBody {
  @Text('The words.', { max: 20_000, example: 'The new leg is the wrong one.' })
  body: string;
}
