import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { after, durationFlaw, isBusinessDuration, partsOf, share } from '../../src/kernel/duration.js';

const at = (text: string) => new Date(text);

describe('after', () => {
  it.each([
    ['2026-11-20T09:00:00.000Z', 'PT24H', '2026-11-21T09:00:00.000Z'],
    ['2026-11-20T09:00:00.123Z', 'P7D', '2026-11-27T09:00:00.123Z'],
    ['2026-01-31T12:00:00.000Z', 'P1M', '2026-02-28T12:00:00.000Z'],
    ['2028-01-31T12:00:00.000Z', 'P1M', '2028-02-29T12:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 'P1Y', '2029-02-28T12:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 'P4Y', '2032-02-29T12:00:00.000Z'],
    ['2026-08-31T23:59:59.999Z', 'P6M', '2027-02-28T23:59:59.999Z'],
    ['2027-08-31T23:59:59.999Z', 'P6M', '2028-02-29T23:59:59.999Z'],
    ['2026-12-31T00:00:00.000Z', 'P6M', '2027-06-30T00:00:00.000Z'],
    ['2026-11-20T09:00:00.000Z', 'PT0S', '2026-11-20T09:00:00.000Z'],
    // The night in which the clocks of Budapest go back and forth: elapsed time does not care.
    ['2026-10-24T22:30:00.000Z', 'PT24H', '2026-10-25T22:30:00.000Z'],
    ['2026-03-28T12:00:00.000Z', 'P1D', '2026-03-29T12:00:00.000Z'],
  ])('%s and %s is %s', (from, duration, end) => {
    expect(after(at(from), duration)).toEqual(at(end));
  });

  it('a number of days is that many times 24 hours', () => {
    const dates = fc.date({
      min: at('1970-01-01T00:00:00Z'),
      max: at('9000-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1000 }), (from, days) => {
        expect(after(from, `P${days}D`).getTime() - from.getTime()).toBe(days * 86_400_000);
      }),
    );
  });

  it('a month never skips one', () => {
    const dates = fc.date({
      min: at('1970-01-01T00:00:00Z'),
      max: at('9000-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (from) => {
        const end = after(from, 'P1M');
        const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(months(end) - months(from)).toBe(1);
        expect(end.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate());
      }),
    );
  });

  it('what is no duration is refused', () => {
    expect(() => after(at('2026-11-20T09:00:00.000Z'), '7 days')).toThrow(RangeError);
  });
});

describe('share', () => {
  it('is a moment between two others', () => {
    const [from, to] = [at('2026-11-20T00:00:00.000Z'), at('2026-11-30T00:00:00.000Z')];
    expect(share(from, to, 0.8)).toEqual(at('2026-11-28T00:00:00.000Z'));
    expect([share(from, to, 0), share(from, to, 1)]).toEqual([from, to]);
  });
});

describe('the one grammar of durations', () => {
  it('has weeks alone, as the contract says', () => {
    expect(durationFlaw('P2W')).toBeNull();
    expect(partsOf('P2W')).toMatchObject({ weeks: 2, days: 0 });
    expect(['P1W2D', 'P1M1W', 'P2WT1H', 'P', 'PT', 'P1DT', 'P1.5D', 'p1d', '-P1D'].map(durationFlaw)).toEqual(
      Array.from({ length: 9 }, () => 'pattern'),
    );
  });

  it('tells months from minutes', () => {
    expect(partsOf('P1Y2M3DT4H5M6S')).toEqual({
      ...{ years: 1, months: 2, weeks: 0, days: 3 },
      ...{ hours: 4, minutes: 5, seconds: 6 },
    });
  });

  it('has days, hours and minutes in business time', () => {
    expect(['P3D', 'PT4H30M', 'P0DT5M', 'PT1M'].map(isBusinessDuration)).toEqual([true, true, true, true]);
    const others = ['P1M', 'P0M1D', 'P1MT1M', 'P1W', 'P1Y', 'PT1S', 'P', 'D'];
    expect(others.filter(isBusinessDuration)).toEqual([]);
  });
});
