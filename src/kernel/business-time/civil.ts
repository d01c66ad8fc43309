/** Dates and times on a wall as plain numbers: days since 1970-01-01, milliseconds of a day. */

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Nobody knows when clocks will be changed after so many years: no time is open before the first or after the last. */
const FIRST_YEAR = 1900;
export const LAST_YEAR = 2399;

/** 9999-12-31T23:59:59.999Z: what is never over is over then. */
export const END_OF_TIME = yearStart(10_000) - 1;

/** The first moment of a year in UTC. */
export function yearStart(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

export function yearOf(time: number): number {
  return new Date(time).getUTCFullYear();
}

/** The moment, or the end of the years that are reckoned with that is nearer; throws on a date that is none. */
export function within(time: Date): number {
  if (Number.isNaN(time.getTime())) throw new RangeError('This is no time.');
  return Math.min(Math.max(time.getTime(), yearStart(FIRST_YEAR)), yearStart(LAST_YEAR + 1));
}

/** The number of a date that exists, `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  return Date.parse(date) / DAY;
}

export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** 0 is Monday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** Milliseconds since midnight of `HH:MM`; as an end, 00:00 is the midnight that ends the day. */
export function timeOfDay(text: string, as: 'from' | 'to'): number {
  const minutes = Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return as === 'to' && minutes === 0 ? DAY : minutes * MINUTE;
}
