import type { Entry } from '../../../audit/entries/entry.js';
import type { BusinessCalendar } from '../../../kernel/business-time.js';
import type { Pause, PromiseRule } from '../promise.entity.js';

/** How the time of a promise came about, made from its entries and from nothing else. */

/** Entries of one promise, oldest first. */
export type PromiseEntry = Entry<
  | 'promise.made'
  | 'promise.paused'
  | 'promise.recomputed'
  | 'promise.warned'
  | 'promise.kept'
  | 'promise.moved'
  | 'promise.released'
  | 'promise.broken'
>;

/** Where the entries leave the promise. */
export interface Course {
  kind: string;
  rule: PromiseRule | null;
  from: Date;
  dueAt: Date;
  pauses: Pause[];
  pausedSince: Date | null;
}

export const COUNTS = {
  counted: 'time that counts',
  closed: 'the house was closed by the calendar',
  paused: 'the promise waited for the customer',
} as const;

export interface Interval {
  from: Date;
  to: Date;
  counts: keyof typeof COUNTS;
}

/** @throws Error where the first entry does not make the promise: then these are not all of its entries. */
export function courseOf(entries: readonly PromiseEntry[]): Course {
  const [made, ...rest] = entries;
  if (made?.type !== 'promise.made') throw new Error('the entries of a promise begin with promise.made');
  return rest.reduce(follow, begin(made as Entry<'promise.made'>));
}

/**
 * The time between the beginning and the end, in stretches: paused, closed or counted.
 * @param calendar whose opening hours count; null where every hour does.
 * @param most stretches at most; the rest is left out.
 */
export function intervalsOf(course: Course, calendar: BusinessCalendar | null, most: number): Interval[] {
  const { from, dueAt, pauses } = course;
  const stretches: Interval[] = [];
  let at = from;
  for (const pause of pauses) {
    const [begin, end] = [new Date(pause.from), new Date(pause.to)];
    stretches.push(...running(at, begin, calendar, most), { from: begin, to: end, counts: 'paused' });
    at = end;
  }
  stretches.push(...running(at, dueAt, calendar, most));
  return stretches.filter((one) => one.from < one.to).slice(0, most);
}

/** Milliseconds by what they are. */
export function totalsOf({ from, dueAt, pauses }: Course, calendar: BusinessCalendar | null) {
  const paused = pauses.map((pause) => ({ from: new Date(pause.from), to: new Date(pause.to) }));
  const lasted = (a: Date, b: Date) => b.getTime() - a.getTime();
  const open = (a: Date, b: Date) => (calendar ? calendar.between(a, b) : lasted(a, b));
  const wall = lasted(from, dueAt);
  const waited = paused.reduce((sum, pause) => sum + lasted(pause.from, pause.to), 0);
  const counted = open(from, dueAt) - paused.reduce((sum, pause) => sum + open(pause.from, pause.to), 0);
  return { wall, paused: waited, counted, closed: wall - waited - counted };
}

/** Entries from before rules were on record have neither a rule nor a beginning of their own. */
function begin({ at, data }: Entry<'promise.made'>): Course {
  return {
    kind: data.kind ?? '',
    rule: (data.rule as PromiseRule | null | undefined) ?? null,
    from: moment(data.from ?? at),
    dueAt: moment(data.dueAt),
    pauses: (data.pauses as Pause[] | null | undefined) ?? [],
    pausedSince: data.pausedSince === null ? null : moment(data.pausedSince),
  };
}

function follow(course: Course, entry: PromiseEntry): Course {
  if (entry.type === 'promise.paused') {
    const { pausedSince } = (entry as Entry<'promise.paused'>).data;
    return { ...course, pausedSince: moment(pausedSince) };
  }
  if (entry.type !== 'promise.recomputed') return course;
  const { from, dueAt, rule, paused, pauses: taken } = (entry as Entry<'promise.recomputed'>).data;
  const begins = (from as string | null | undefined) ? moment(from) : course.from;
  const anew = begins.getTime() !== course.from.getTime();
  const pauses = taken ?? (anew ? [] : course.pauses);
  return {
    ...course,
    rule: (rule as PromiseRule | null | undefined) ?? course.rule,
    from: begins,
    dueAt: moment(dueAt),
    pauses: paused ? [...pauses, paused] : pauses,
    pausedSince: paused ? null : course.pausedSince,
  };
}

/** A stretch in which the promise did not wait. */
function running(from: Date, to: Date, calendar: BusinessCalendar | null, most: number): Interval[] {
  if (!calendar) return [{ from, to, counts: 'counted' }];
  const stretches: Interval[] = [];
  let at = from;
  for (const open of calendar.periods(from, to, most)) {
    stretches.push({ from: at, to: open.from, counts: 'closed' }, { ...open, counts: 'counted' });
    at = open.to;
  }
  return [...stretches, { from: at, to, counts: 'closed' }];
}

/** A time of an entry; plain values are never erased. */
function moment(text: string | null): Date {
  return new Date(text ?? NaN);
}
