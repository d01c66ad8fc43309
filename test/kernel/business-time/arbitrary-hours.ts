import fc from 'fast-check';
import {
  type OpeningHours,
  type Period,
  WEEKDAYS,
  type WeeklyPeriod,
} from '../../../src/kernel/opening-hours.js';

/** Zones whose clocks change by an hour, by half of one, by a day, at midnight, for a month, or never. */
export const ZONES = [
  ...['Europe/Budapest', 'Europe/London', 'America/New_York', 'America/Havana', 'America/Sao_Paulo'],
  ...['Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca', 'UTC'],
];

/** Periods of a day that never overlap; some touch, some begin or end at midnight. */
const periods: fc.Arbitrary<Period[]> = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 96 })), { maxLength: 8 })
  .chain((cuts) =>
    fc.tuple(fc.constant(cuts.sort((a, b) => a - b)), fc.array(fc.boolean(), { minLength: 8 })),
  )
  .map(([cuts, open]) =>
    cuts
      .slice(1)
      .flatMap((to, index) => (open[index] ? [{ from: clock(cuts[index] ?? 0), to: clock(to) }] : [])),
  );

const week: fc.Arbitrary<WeeklyPeriod[]> = fc
  .tuple(...WEEKDAYS.map((day) => periods.map((all) => all.map((period) => ({ day, ...period })))))
  .map((days) => days.flat());

/** Opening hours with holidays, exceptions and moves on some of these dates. */
export function openingHours(zone: string, dates: readonly string[]): fc.Arbitrary<OpeningHours> {
  const date = fc.constantFrom(...dates);
  return fc.record({
    zone: fc.constant(zone),
    hours: week,
    holidays: fc.uniqueArray(date, { maxLength: 2 }),
    exceptions: fc.uniqueArray(fc.record({ date, periods }), { maxLength: 2, selector: (one) => one.date }),
    moves: fc
      .uniqueArray(fc.record({ from: date, zone: fc.constantFrom(...ZONES), hours: week }), {
        maxLength: 2,
        selector: (one) => one.from,
      })
      .map((moves) => moves.sort((a, b) => (a.from < b.from ? -1 : 1))),
  });
}

function clock(quarters: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(quarters / 4) % 24)}:${two((quarters % 4) * 15)}`;
}
