import { durationFlaw, isBusinessDuration } from './duration.js';
import type { InputCode } from './refusal.js';

/** How long something may take, and which time counts. */
export interface Term {
  /**
   * ISO 8601. In elapsed time days and months are counted on the calendar of the zone: P56D ends at the same hour on
   * the wall. In business time hours and minutes are open time, and P3D ends at the close of the third business day
   * after the day on which it began.
   */
  target: string;
  time: CountedTime;
}

export const COUNTED_TIMES = {
  elapsed: 'every hour counts, day and night',
  business: 'only the opening hours of the calendar count',
} as const;
export type CountedTime = keyof typeof COUNTED_TIMES;

/** What is wrong with the target: its form (business time has days, hours and minutes only) or its length. */
export function termFlaw({ target, time }: Term): InputCode | null {
  return time === 'business' && !isBusinessDuration(target) ? 'pattern' : durationFlaw(target);
}
