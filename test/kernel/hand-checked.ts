import { CLOCKS } from './hand-checked/clocks.js';
import { DAYS } from './hand-checked/days.js';
import { ELAPSED } from './hand-checked/elapsed.js';
import { HOURS } from './hand-checked/hours.js';
import { PAUSES } from './hand-checked/pauses.js';
import type { CALENDARS } from './hand-checked/calendars.js';

/** Worked out with a calendar on paper, not by the program: a term, when it began, when it is over, and why. */
export interface Chapter {
  name: string;
  /** A calendar for business time, a zone for elapsed time. */
  by: keyof typeof CALENDARS | { zone: string };
  /** A pause is an ISO 8601 interval. */
  cases: [from: string, target: string, expected: string, why: string, ...pauses: string[]][];
}

export const CHAPTERS: Chapter[] = [...DAYS, ...HOURS, ...CLOCKS, ...ELAPSED, ...PAUSES];
