import { Temporal } from 'temporal-polyfill';

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const;

/** An ISO 8601 duration as a person says it: `P28D` is "28 days". */
export function spokenDuration(iso: string): string {
  const duration = Temporal.Duration.from(iso);
  return UNITS.filter((unit) => duration[unit] !== 0)
    .map((unit) => `${duration[unit]} ${duration[unit] === 1 ? unit.slice(0, -1) : unit}`)
    .join(' ');
}
