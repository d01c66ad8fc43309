import { isDate, isTimeOfDay, timeOfDay } from './civil.js';
import { isZone } from './zone.js';
import { type OpeningHours, type Period, WEEKDAYS, type WeeklyPeriod } from '../opening-hours.js';
import { INPUT_CODES, type InputCode } from '../refusal.js';

export interface CalendarFlaw {
  /** RFC 6901, into the opening hours. */
  pointer: string;
  code: InputCode;
  detail: string;
}

/** Everything that is wrong with opening hours, in their order. Of hours without flaws a calendar can be made. */
export function calendarFlaws({ zone, hours, holidays, exceptions, moves }: OpeningHours): CalendarFlaw[] {
  return [
    ...zoneFlaws(zone, '/zone'),
    ...weekFlaws(hours, '/hours'),
    ...dateFlaws(holidays, (index) => `/holidays/${index}`),
    ...dateFlaws(dates(exceptions, 'date'), (index) => `/exceptions/${index}/date`),
    ...exceptions.flatMap(({ periods }, index) => periodFlaws(periods, `/exceptions/${index}/periods`)),
    ...dateFlaws(dates(moves, 'from'), (index) => `/moves/${index}/from`),
    ...orderFlaws(dates(moves, 'from')),
    ...moves.flatMap((move, index) => [
      ...zoneFlaws(move.zone, `/moves/${index}/zone`),
      ...weekFlaws(move.hours, `/moves/${index}/hours`),
    ]),
  ];
}

function zoneFlaws(zone: string, pointer: string): CalendarFlaw[] {
  return isZone(zone) ? [] : [flaw(pointer, 'not_found', `${zone} is no time zone of the IANA list`)];
}

function weekFlaws(hours: readonly WeeklyPeriod[], pointer: string): CalendarFlaw[] {
  if (hours.length === 0) return [flaw(pointer, 'min_length', 'the office is never open')];
  const strange = hours.flatMap(({ day }, index) =>
    WEEKDAYS.includes(day) ? [] : [flaw(`${pointer}/${index}/day`, 'is_enum')],
  );
  return [...strange, ...periodFlaws(hours, pointer)];
}

/** Of periods that overlap, the one that begins later is named. Periods may touch. */
function periodFlaws(periods: readonly (Period & { day?: string })[], pointer: string): CalendarFlaw[] {
  const wrong = periods.flatMap((period, index) => timeFlaws(period, `${pointer}/${index}`));
  const lastOn = new Map<string | undefined, { to: number; words: string }>();
  const overlapping = periods
    .map((period, index) => ({ ...period, index }))
    .filter((period) => timeFlaws(period, '').length === 0)
    .map((period) => ({ ...period, start: timeOfDay(period.from, 'from'), end: timeOfDay(period.to, 'to') }))
    .sort((a, b) => a.start - b.start)
    .flatMap(({ day, from, to, start, end, index }) => {
      const last = lastOn.get(day);
      if (!last || end > last.to) lastOn.set(day, { to: end, words: `${from} to ${to}` });
      if (!last || start >= last.to) return [];
      return [flaw(`${pointer}/${index}`, 'overlaps', `overlaps the period from ${last.words}`)];
    });
  return [...wrong, ...overlapping];
}

function timeFlaws({ from, to }: Period, pointer: string): CalendarFlaw[] {
  const malformed = Object.entries({ from, to })
    .filter(([, time]) => !isTimeOfDay(time))
    .map(([name]) => flaw(`${pointer}/${name}`, 'pattern', 'must be a time from 00:00 to 23:59'));
  if (malformed.length > 0 || timeOfDay(to, 'to') > timeOfDay(from, 'from')) return malformed;
  return [flaw(`${pointer}/to`, 'min', `must be after ${from}; 00:00 is the midnight that ends the day`)];
}

function dateFlaws(given: readonly string[], pointer: (index: number) => string): CalendarFlaw[] {
  const seen = new Set<string>();
  return given.flatMap((date, index) => {
    const again = seen.has(date);
    seen.add(date);
    if (!isDate(date)) return [flaw(pointer(index), 'is_date')];
    return again ? [flaw(pointer(index), 'unique_items', `${date} is given already`)] : [];
  });
}

/** Each move is after all before it; the same date again is named already. */
function orderFlaws(moves: readonly string[]): CalendarFlaw[] {
  let latest = '';
  return moves.flatMap((date, index) => {
    if (!isDate(date)) return [];
    if (date < latest)
      return [flaw(`/moves/${index}/from`, 'min', `must be after ${latest}, the move before it`)];
    latest = date;
    return [];
  });
}

function dates<Name extends string>(items: readonly Record<Name, string>[], name: Name): string[] {
  return items.map((item) => item[name]);
}

function flaw(pointer: string, code: InputCode, detail: string = INPUT_CODES[code]): CalendarFlaw {
  return { pointer, code, detail };
}
