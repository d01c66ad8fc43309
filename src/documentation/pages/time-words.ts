import { Temporal } from 'temporal-polyfill';
import type { Term } from '../../kernel/term.js';

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const;

/** An ISO 8601 duration as a person says it: `P28D` is "28 days". */
export function spokenDuration(iso: string): string {
  return spoken(iso, '');
}

/** A duration with the time that counts: "28 days", or "15 business days". */
export function spokenTerm({ target, time }: Pick<Term, 'target' | 'time'>): string {
  return spoken(target, time === 'business' ? 'business ' : '');
}

function spoken(iso: string, which: string): string {
  const duration = Temporal.Duration.from(iso);
  return UNITS.filter((unit) => duration[unit] !== 0)
    .map((unit) => `${duration[unit]} ${which}${duration[unit] === 1 ? unit.slice(0, -1) : unit}`)
    .join(' ');
}
