import { Temporal } from 'temporal-polyfill';

/**
 * The moment an ISO 8601 duration after another, in elapsed time: PT24H is 24 hours; P1M ends on the same day of the
 * next month or on its last one. Days and months are counted in UTC, where every day has 24 hours.
 */
export function after(from: Date, duration: string): Date {
  const end = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO('UTC').add(duration);
  return new Date(end.epochMilliseconds);
}

/** A moment between two others, at a share of the way from the first. */
export function share(from: Date, to: Date, part: number): Date {
  return new Date(from.getTime() + Math.round((to.getTime() - from.getTime()) * part));
}
