import { Temporal } from 'temporal-polyfill';
import { END_OF_TIME } from './civil.js';
import type { BusinessCalendar } from '../business-time.js';
import type { Term } from '../term.js';

/** What time is counted by. */
export interface TermClock {
  /** IANA name, for the days and months of elapsed time. */
  zone: string;
  /** Business time needs one; without it the program has made a mistake. */
  calendar: BusinessCalendar | null;
}

/** Time that does not count, until it was over, or until now. */
export interface Pause {
  from: Date;
  to: Date;
}

/**
 * When a term that began at `from` is over. Each pause, in order, pushes it by the counted time that it lasted since
 * then, if it began before the term would have been over.
 */
export function dueAt(term: Term, from: Date, clock: TermClock, pauses: readonly Pause[] = []): Date {
  const counting = countingOf(term, clock);
  return pushed(counting.after(term.target, from), from, pauses, counting);
}

/**
 * When a share of the counted time from the beginning until a due time has passed, without the pauses.
 * @param due as the same pauses have pushed it already; it may come from elsewhere than `dueAt`
 * @param percent from 0 to 100
 */
export function warnAt(
  term: Term,
  from: Date,
  due: Date,
  percent: number,
  clock: TermClock,
  pauses: readonly Pause[] = [],
): Date {
  const counting = countingOf(term, clock);
  let counted = counting.between(from, due);
  for (const pause of pausesSince(from, pauses)) {
    if (pause.from < due) counted -= counting.between(pause.from, earlier(pause.to, due));
  }
  const part = Math.round((Math.max(0, counted) * percent) / 100);
  return pushed(counting.plus(part, from), from, pauses, counting);
}

/** The three questions that a term asks of time, whichever time counts. */
type Counting = Pick<BusinessCalendar, 'after' | 'between' | 'plus'>;

function countingOf(term: Term, { zone, calendar }: TermClock): Counting {
  if (term.time === 'elapsed') return elapsedIn(zone);
  if (!calendar) throw new Error('A term in business time needs a calendar.');
  return calendar;
}

/**
 * Days and months are counted on the wall of the zone: the hour stays when the clocks change, and a month ends on the
 * same number or on its last day. An hour that does not exist is the one after it; of two that are alike, the first.
 */
function elapsedIn(zone: string): Counting {
  const capped = (time: number) => new Date(Math.min(time, END_OF_TIME));
  return {
    after: (duration, from) => {
      const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
      return capped(start.add(duration).epochMilliseconds);
    },
    between: (a, b) => b.getTime() - a.getTime(),
    plus: (milliseconds, from) => capped(from.getTime() + milliseconds),
  };
}

function pushed(due: Date, from: Date, pauses: readonly Pause[], counting: Counting): Date {
  let end = due;
  for (const pause of pausesSince(from, pauses)) {
    if (pause.from >= end) break;
    end = counting.plus(counting.between(pause.from, pause.to), end);
  }
  return end;
}

/** No moment of them is before the beginning, or counted twice. */
function* pausesSince(beginning: Date, pauses: readonly Pause[]): Generator<Pause> {
  let since = beginning;
  for (const { from, to } of pauses) {
    if (to <= since) continue;
    yield { from: from > since ? from : since, to };
    since = to;
  }
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
