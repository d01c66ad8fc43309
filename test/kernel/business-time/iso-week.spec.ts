import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysOfWeek, isoWeek } from '../../../src/kernel/business-time/iso-week.js';

describe('the week of ISO 8601', () => {
  it.each([
    ['2026-11-23', '2026-W48'],
    ['2026-11-29T23:59:59.999Z', '2026-W48'],
    ['2026-11-30', '2026-W49'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['0001-01-01', '0001-W01'],
    ['9999-12-31', '9999-W52'],
  ])('of %s is %s', (day, week) => {
    expect(isoWeek(day)).toBe(week);
  });

  const day = fc
    .integer({ min: Date.parse('0001-01-01'), max: Date.parse('9999-12-26') })
    .map((moment) => new Date(moment).toISOString());

  it('holds the day, from Monday to Sunday', () => {
    fc.assert(
      fc.property(day, (moment) => {
        const { from, to } = daysOfWeek(isoWeek(moment));
        expect(from <= moment.slice(0, 10) && moment.slice(0, 10) <= to).toBe(true);
        expect([new Date(from).getUTCDay(), new Date(to).getUTCDay()]).toEqual([1, 0]);
      }),
    );
  });

  it('sorts by time', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first = '', second = ''] = [one, other].sort();
        expect(isoWeek(first) <= isoWeek(second)).toBe(true);
      }),
    );
  });
});
