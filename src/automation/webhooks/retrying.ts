/** When a delivery that failed is tried again, and when a target that fails again and again rests. Seconds. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** The waits of Standard Webhooks before the second attempt, the third …: about three days in all. */
const WAITS = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

export const MOST_ATTEMPTS = WAITS.length + 1;

/** Failures in a row after which a target rests. */
export const CIRCUIT_OPENS_AT = 10;
const [SHORTEST_REST, LONGEST_REST] = [MINUTE, HOUR];

/** What a target may ask for by `Retry-After`, at most. */
const LONGEST_ASKED = 24 * HOUR;

/**
 * How long to wait after so many attempts; null where it is given up. A tenth more or less by chance, so that what
 * failed together does not come back together.
 * @param asked what the target asked for
 * @param chance from 0 to 1
 */
export function waitAfter(attempts: number, asked: number | null, chance: number): number | null {
  const wait = WAITS[attempts - 1];
  if (wait === undefined) return null;
  return Math.max(wait * (0.9 + 0.2 * chance), restAsked(asked));
}

/** How long a target rests after so many failures in a row: twice as long after each trial that fails. */
export function restAfter(failures: number): number {
  return Math.min(SHORTEST_REST * 2 ** Math.min(failures - CIRCUIT_OPENS_AT, 10), LONGEST_REST);
}

export function restAsked(asked: number | null): number {
  return Math.min(asked ?? 0, LONGEST_ASKED);
}
