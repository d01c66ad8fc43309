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

/**
 * A length of time in whole numbers: a duration of RFC 3339, appendix A, where weeks stand alone. The contract
 * shows this pattern.
 */
export const DURATION = new RegExp(`^P(?=[0-9T])([0-9]{1,9}W|${some('YMD')}(T(?=[0-9])${some('HMS')})?)$`);

/** The numbers of a length of time; null where the text is none. */
export function partsOf(text: string) {
  const found = DURATION.exec(text);
  if (!found) return null;
  const [, whole = '', years, months, days, , hours, minutes, seconds] = found;
  return {
    years: numberOf(years),
    months: numberOf(months),
    weeks: whole.endsWith('W') ? numberOf(whole) : 0,
    days: numberOf(days),
    hours: numberOf(hours),
    minutes: numberOf(minutes),
    seconds: numberOf(seconds),
  };
}

/** Whether it has those parts only that business time has. A week is five days in one house and six in another. */
export function isBusinessDuration(text: string): boolean {
  return DURATION.test(text) && !/[YWS]|^P[^T]*M/.test(text);
}

/** Nobody promises anything for later than in ten years. */
const MOST_MONTHS = 120;
const MOST_DAYS = 3653;

/** What is wrong with a length of time: `pattern` for none, `min` for no time at all, `max` for over ten years. */
export function durationFlaw(text: string): 'pattern' | 'min' | 'max' | null {
  const parts = partsOf(text);
  if (!parts) return 'pattern';
  const { years, months, weeks, days, hours, minutes, seconds } = parts;
  const length =
    (years * 12 + months) / MOST_MONTHS +
    (weeks * 7 + days + hours / 24 + minutes / 1440 + seconds / 86_400) / MOST_DAYS;
  if (length === 0) return 'min';
  return length > 1 ? 'max' : null;
}

function some(letters: string): string {
  return [...letters].map((letter) => `([0-9]{1,9}${letter})?`).join('');
}

/** The digits before a letter. */
function numberOf(part = '0'): number {
  return Number.parseInt(part, 10);
}
