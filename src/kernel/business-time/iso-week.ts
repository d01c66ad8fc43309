import { Temporal } from 'temporal-polyfill';

/**
 * The week of ISO 8601 that a day lies in, such as `2026-W48`. Weeks begin on Monday and belong to the year of their
 * Thursday; as text they sort by time.
 * @param day a date, or a time in UTC
 */
export function isoWeek(day: string): string {
  const { yearOfWeek = 0, weekOfYear = 0 } = Temporal.PlainDate.from(day.slice(0, DATE_LENGTH));
  return `${padded(yearOfWeek, 4)}-W${padded(weekOfYear, 2)}`;
}

/** The first and the last day of a week. */
export function daysOfWeek(week: string): { from: string; to: string } {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  // The fourth of January lies in the first week of its year.
  const inFirst = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = inFirst.add({ days: 7 * (number - 1) + 1 - inFirst.dayOfWeek });
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}

const DATE_LENGTH = '2026-11-23'.length;

const padded = (value: number, length: number) => String(value).padStart(length, '0');
