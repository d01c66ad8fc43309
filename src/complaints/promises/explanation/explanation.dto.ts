import { ApiSchema } from '@nestjs/swagger';
import { COUNTED_TIMES, type CountedTime } from '../../../kernel/term.js';
import { OneOf, Whole } from '../../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../../platform/http/fields/nested.js';
import { Id, Text } from '../../../platform/http/fields/text.js';
import { Time } from '../../../platform/http/fields/time.js';
import { StandardOfDto } from '../../shown/complaint.details.dto.js';
import { PROMISE_KINDS, type PromiseKind } from '../../complaint.words.js';
import { COUNTS } from './explain.js';

const N = { nullable: true } as const;
/** As many seconds as there are in ten thousand years. */
const SECONDS = { min: 0, max: 316_000_000_000 };

/** Stretches of time that an explanation lists at most. */
export const MOST_INTERVALS = 1000;

@ApiSchema({ description: 'A calendar in the version that a promise was counted by.' })
export class CountedCalendarDto {
  @Id('The calendar; null for the business days of a regulator’s profile.', N)
  id: string | null;

  @Text('Its name.', { max: 200, example: 'Budapest office' })
  name: string;

  @Whole('Its version.', { min: 1, max: 2_147_483_647, example: 3 })
  version: number;
}

@ApiSchema({ description: 'How the time of a promise is counted.' })
export class CountingRuleDto {
  @Text('How long it may take, an ISO 8601 duration.', { max: 50, example: 'P3D' })
  target: string;

  @OneOf('Which time counts.', Object.keys(COUNTED_TIMES), { meanings: COUNTED_TIMES })
  time: CountedTime;

  @Text('The IANA zone whose days and hours count.', { max: 64, example: 'Europe/Budapest' })
  zone: string;

  @Nested('The calendar, where business time counts.', () => CountedCalendarDto, N)
  calendar: CountedCalendarDto | null;

  @Nested('The standard, where the house promised it.', () => StandardOfDto, N)
  standard: StandardOfDto | null;

  @Text('The regulator’s profile, where the law promised it.', { max: 50, ...N, example: 'uk_disp' })
  profile: string | null;
}

@ApiSchema({ description: 'A stretch of time between the beginning of a promise and its end.' })
export class CountedIntervalDto {
  @Time('Where it begins.')
  from: string;

  @Time('Where it ends.')
  to: string;

  @OneOf('What it was.', Object.keys(COUNTS), { meanings: COUNTS })
  counts: keyof typeof COUNTS;
}

@ApiSchema({ description: 'An entry of the log that the explanation was made from.' })
export class ExplainingEntryDto {
  @Id('The entry.')
  id: string;

  @Text('Its type.', { max: 50, example: 'promise.made' })
  type: string;

  @Time('When it was written.')
  at: string;
}

@ApiSchema({
  description:
    'Why a promise is due when it is due. It is made from the entries that it names, and can be made again from them.',
})
export class PromiseExplanationDto {
  @Id('The promise.')
  promiseId: string;

  @OneOf('Its kind.', Object.keys(PROMISE_KINDS), { meanings: PROMISE_KINDS })
  kind: PromiseKind;

  @Nested('How its time is counted; null where a person named the time.', () => CountingRuleDto, N)
  rule: CountingRuleDto | null;

  @Time('Since when its time is counted.')
  from: string;

  @Time('By when it is due; while it waits, without the pause that runs.')
  dueAt: string;

  @Time('Since when it waits for the customer.', N)
  pausedSince: string | null;

  @Whole('Seconds on the clock on the wall, from the beginning to the end.', SECONDS)
  wallSeconds: number;

  @Whole('Seconds of them that counted: in business time those in which the house was open.', SECONDS)
  countedSeconds: number;

  @Whole('Seconds in which the promise waited for the customer.', SECONDS)
  pausedSeconds: number;

  @Whole('Seconds in which the house was closed.', SECONDS)
  closedSeconds: number;

  @NestedList('The stretches, in order; the first thousand of them.', () => CountedIntervalDto, {
    maxItems: MOST_INTERVALS,
  })
  intervals: CountedIntervalDto[];

  @NestedList('The entries of the promise, in order.', () => ExplainingEntryDto, { maxItems: 1000 })
  entries: ExplainingEntryDto[];
}
