import { canonicalJson } from '../../kernel/canonical-json.js';
import { calendarFlaws } from '../../kernel/business-time/calendar-flaws.js';
import type { OpeningHours, WeeklyPeriod } from '../../kernel/opening-hours.js';
import type { Wrong } from '../../platform/http/fields/check.js';
import { isObject } from '../../platform/http/fields/rules.js';
import type { CalendarException, CalendarSpec, Holiday } from './calendar.entity.js';

/** How long the lists of a calendar may be. */
export const MOST = { hours: 100, holidays: 2000, exceptions: 1000, periods: 24, moves: 20 };

export const SPEC_FIELDS = ['name', 'zone', 'hours', 'holidays', 'exceptions', 'moves'] as const;

/** The spec alone as plain objects, out of a row or a body. */
export function specOf({ name, zone, hours, holidays, exceptions, moves }: CalendarSpec): CalendarSpec {
  return {
    name,
    zone,
    hours: hours.map(plainHours),
    holidays: holidays.map(({ date, name }) => ({ date, name })),
    exceptions: exceptions.map(({ date, name, periods }) => ({
      date,
      name,
      periods: periods.map(({ from, to }) => ({ from, to })),
    })),
    moves: moves.map(({ from, zone, hours }) => ({ from, zone, hours: hours.map(plainHours) })),
  };
}

const plainHours = ({ day, from, to }: WeeklyPeriod): WeeklyPeriod => ({ day, from, to });

/** A calendar without the names that only people read. */
export function openingHoursOf({ zone, hours, holidays, exceptions, moves }: CalendarSpec): OpeningHours {
  return {
    zone,
    hours,
    holidays: holidays.map(({ date }) => date),
    exceptions: exceptions.map(({ date, periods }) => ({ date, periods })),
    moves,
  };
}

/** The names alone of what a calendar dates. */
export function namesOf({ holidays, exceptions }: CalendarSpec) {
  const names = (days: readonly (Holiday | CalendarException)[]) => days.map(({ name }) => name);
  return { holidayNames: names(holidays), exceptionNames: names(exceptions) };
}

/** The fields in which two states of a calendar differ. */
export function differences(before: CalendarSpec, after: CalendarSpec): string[] {
  return SPEC_FIELDS.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]));
}

/**
 * What is wrong with the hours and days of a body. What is absent counts as right, and a value of another type becomes
 * one that is wrong in its place, where the field itself has been reported already.
 */
export function flawsOf(body: Partial<Record<keyof CalendarSpec, unknown>>): Wrong[] {
  const hours: OpeningHours = {
    zone: body.zone === undefined ? 'UTC' : text(body.zone),
    hours: body.hours === undefined ? [SOME_HOURS] : list(body.hours, MOST.hours).map(weekly),
    holidays: list(body.holidays, MOST.holidays).map((each) => text(each.date)),
    exceptions: list(body.exceptions, MOST.exceptions).map(({ date, periods }) => ({
      date: text(date),
      periods: list(periods, MOST.periods).map(period),
    })),
    moves: list(body.moves, MOST.moves).map(({ from, zone, hours }) => ({
      from: text(from),
      zone: text(zone),
      hours: list(hours, MOST.hours).map(weekly),
    })),
  };
  return calendarFlaws(hours).map(({ pointer, code, detail }) => ({ at: shown(pointer), code, detail }));
}

const SOME_HOURS = { day: 'monday', from: '09:00', to: '17:00' } as const;

type Loose = Record<string, unknown>;

/** A list that is too long is refused as a whole, and not looked at any further. */
function list(value: unknown, most: number): Loose[] {
  if (!Array.isArray(value) || value.length > most) return [];
  return value.map((item: unknown) => (isObject(item) ? item : {}));
}

function period({ from, to }: Loose) {
  return { from: text(from), to: text(to) };
}

function weekly(item: Loose): OpeningHours['hours'][number] {
  return { day: text(item.day) as OpeningHours['hours'][number]['day'], ...period(item) };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A holiday of the API has a name as well; to the arithmetic it is its date. */
function shown(pointer: string): string {
  return pointer.replace(/^\/holidays\/\d+$/, '$&/date');
}
