import { setImmediate } from 'node:timers/promises';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { inputError, invalid, type InputCode, Refusal } from '../../../kernel/refusal.js';
import { text } from '../../../platform/http/fields/rules.js';
import type { Holiday } from '../calendar.entity.js';
import { checkRepetition, hasSlipped, endAfter } from './repetition.js';
import type { Years } from './years.js';

/** A day of an event is a step, and a year in which a repetition is looked for is one. */
const MOST_STEPS = 10_000;
const MOST_RULES = 10;
/** Before it the calendars of countries differ, and the library takes two digits for our century. */
const FIRST_YEAR = 1800;

/**
 * The holidays that an iCalendar file (RFC 5545) holds: each whole day of each event of whole days within the years.
 * Cancelled events and what has a time of the day are passed over.
 * @throws Refusal 400 at `/iCalendar`
 */
export async function holidaysOfFile(file: string, years: Years): Promise<Holiday[]> {
  const steps = new Steps();
  const found: Holiday[] = [];
  for (const event of understood(() => calendarsOf(file).flatMap(eventsOf))) {
    found.push(...understood(() => [...holidaysOfEvent(event, years, steps)]));
    // A repetition takes up to a tenth of a second: others get their turn in between.
    await setImmediate();
  }
  return found;
}

class Steps {
  private taken = 0;

  /** @throws Refusal where there are too many */
  take(steps: number): void {
    this.taken += steps;
    if (this.taken > MOST_STEPS)
      throw refused('max', `has too many days and repetitions (${MOST_STEPS} steps)`);
  }
}

/** What the library cannot read, it says by all kinds of errors. */
function understood<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Words of the language itself are about the library and not about the file.
    const isOurs = error instanceof Error && !(error instanceof TypeError || error instanceof RangeError);
    throw refused('pattern', `is not iCalendar${isOurs ? `: ${error.message.slice(0, 500)}` : ''}`);
  }
}

function refused(code: InputCode, detail: string): Refusal {
  return invalid([inputError('/iCalendar', code, detail)]);
}

/** A file may hold several calendars. */
function calendarsOf(file: string): ICAL.Component[] {
  const parsed = ICAL.parse(file.replace(/^\uFEFF/, '')) as unknown[];
  const roots = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][];
  if (roots.length === 0 || roots.some(([name]) => name !== 'vcalendar')) {
    throw new Error('it begins with BEGIN:VCALENDAR');
  }
  return roots.map((root) => new ICAL.Component(root));
}

function eventsOf(calendar: ICAL.Component): ICAL.Event[] {
  const parts = calendar.getAllSubcomponents('vevent');
  // A part with a RECURRENCE-ID says how one day of the event with the same UID is different.
  const changes = new Map<string, ICAL.Component[]>();
  for (const part of parts.filter(isChange)) {
    changes.set(uidOf(part), [...(changes.get(uidOf(part)) ?? []), part]);
  }
  return parts
    .filter((part) => !isChange(part))
    .map((part) => new ICAL.Event(part, { exceptions: changes.get(uidOf(part)) ?? [] }));
}

const isChange = (part: ICAL.Component) => part.hasProperty('recurrence-id');
const uidOf = (part: ICAL.Component) => String(part.getFirstPropertyValue('uid'));

function* holidaysOfEvent(event: ICAL.Event, years: Years, steps: Steps): Generator<Holiday> {
  if (!isWholeDays(event)) return;
  checkDays(event);
  const rules = rulesOf(event);
  if (rules.length > MOST_RULES)
    throw refused('max_items', `has an event with more than ${MOST_RULES} rules`);
  for (const rule of rules) prepare(rule, event.startDate, years, steps);
  const iterator = event.iterator();
  for (let start = next(iterator); start && start.year <= years.toYear; start = next(iterator)) {
    steps.take(1 + rules.length);
    if (rules.some((rule) => hasSlipped(start, event.startDate, rule))) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(start) as Occurrence;
    if (isWholeDays(item)) yield* daysBetween(startDate, endDate, nameOf(item), years, steps);
  }
}

function prepare(rule: ICAL.Recur, { year }: ICAL.Time, { toYear }: Years, steps: Steps): void {
  const wrong = checkRepetition(rule);
  if (wrong) throw refused('not_applicable', `repeats by a rule that is not taken: ${wrong}`);
  if (year < FIRST_YEAR) throw refused('min', `has a repetition that begins before ${FIRST_YEAR}`);
  steps.take(Math.max(0, toYear - year));
  endAfter(rule, toYear);
}

/** The library's own type of it is lost on the way. */
interface Occurrence {
  item: ICAL.Event;
  startDate: ICAL.Time;
  endDate: ICAL.Time;
}

function isWholeDays({ component, startDate }: ICAL.Event): boolean {
  const begins = startDate as ICAL.Time | null;
  return begins?.isDate === true && component.getFirstPropertyValue('status') !== 'CANCELLED';
}

/** The library reads 31 April as 1 May. */
function checkDays({ component }: ICAL.Event): void {
  for (const name of ['dtstart', 'dtend']) {
    const property = component.getFirstProperty(name);
    const written: unknown = property?.jCal[3];
    if (property && written !== dateOf(property.getFirstValue() as ICAL.Time).toString()) {
      throw new Error(`${name} is ${String(written)}, a day that does not exist`);
    }
  }
}

function rulesOf({ component }: ICAL.Event): ICAL.Recur[] {
  return component.getAllProperties('rrule').flatMap((rule) => rule.getValues() as ICAL.Recur[]);
}

function next(iterator: ICAL.RecurExpansion): ICAL.Time | undefined {
  return iterator.next();
}

/** DTEND is the day after the last; an event that ends as it begins has its day all the same. */
function* daysBetween(
  first: ICAL.Time,
  end: ICAL.Time,
  name: string,
  { fromYear, toYear }: Years,
  steps: Steps,
): Generator<Holiday> {
  let day = dateOf(first);
  do {
    if (day.year > toYear) return;
    if (day.year >= fromYear) yield { date: day.toString(), name };
    steps.take(1);
    day = day.add({ days: 1 });
  } while (Temporal.PlainDate.compare(day, dateOf(end)) < 0);
}

function dateOf({ year, month, day }: ICAL.Time): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
}

function nameOf({ summary }: ICAL.Event): string {
  const name = Array.from(((summary as string | null) ?? '').trim())
    .slice(0, NAME_MAX)
    .join('');
  return isName(name) === null ? name : 'Holiday';
}

const NAME_MAX = 200;
const isName = text({ max: NAME_MAX });
