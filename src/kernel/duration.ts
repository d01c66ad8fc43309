import { Temporal } from 'temporal-polyfill';

/**
 * The moment an ISO 8601 duration after another, in elapsed time: PT24H is 24 hours; P1M ends on the same day of the
 * next month or on its last one. Days and months are counted in UTC, where every day has 24 hours.
 */
export function after(from: Date, duration: string): Date {
  const end = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO('UTC').add(duration);
  return new Date(end.epochMilliseconds);
}

/** The moment an ISO 8601 duration before another; days and months as above. */
export function before(moment: Date, duration: string): Date {
  const utc = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('UTC');
  return new Date(utc.subtract(duration).epochMilliseconds);
}

/** A moment between two others, at a share of the way from the first. */
export function share(from: Date, to: Date, part: number): Date {
  return new Date(from.getTime() + Math.round((to.getTime() - from.getTime()) * part));
}

/** Years, months, weeks, days, hours, minutes and seconds in whole numbers. */
const DURATION = durationOf('YMWD', 'HMS');

/** The parts that business time has. A week is five days in one house and six in another. */
export const BUSINESS_DURATION = durationOf('D', 'HM');

/** Nobody promises anything for later than in ten years. */
const MOST_MONTHS = 120;
const MOST_DAYS = 3653;

/** What is wrong with a length of time: `pattern` for none, `min` for no time at all, `max` for over ten years. */
export function durationFlaw(text: string): 'pattern' | 'min' | 'max' | null {
  const parts = DURATION.exec(text)?.slice(1);
  if (!parts) return 'pattern';
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map(
    (part) => Number(part || 0),
  );
  const length =
    (years * 12 + months) / MOST_MONTHS +
    (weeks * 7 + days + hours / 24 + minutes / 1440 + seconds / 86_400) / MOST_DAYS;
  if (length === 0) return 'min';
  return length > 1 ? 'max' : null;
}

/** Any of these parts in this order, at least one, and at least one behind the T. */
function durationOf(days: string, times: string): RegExp {
  const some = (letters: string) => [...letters].map((letter) => `(?:(\\d{1,9})${letter})?`).join('');
  return new RegExp(`^P(?=\\d|T)${some(days)}(?:T(?=\\d)${some(times)})?$`);
}
