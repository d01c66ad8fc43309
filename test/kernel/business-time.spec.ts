import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BusinessCalendar } from '../../src/kernel/business-time.js';
import { openingHours } from './business-time/arbitrary-hours.js';
import { CALENDARS } from './hand-checked/calendars.js';
import { MinuteByMinute } from './business-time/minute-by-minute.js';

const DAY = 86_400_000;
const at = (time: number) => new Date(time);
const dateOf = (time: number) => at(time).toISOString().slice(0, 10);

/** What happens on the date, and where. */
const WINDOWS: [string, string, string][] = [
  ['Europe/Budapest', '2026-03-29', 'an hour is left out'],
  ['Europe/Budapest', '2026-10-25', 'an hour occurs twice'],
  ['Europe/London', '2026-03-29', 'an hour is left out'],
  ['Europe/London', '2026-10-25', 'an hour occurs twice'],
  ['America/New_York', '2026-03-08', 'an hour is left out'],
  ['America/New_York', '2026-11-01', 'an hour occurs twice'],
  ['America/Havana', '2026-03-08', 'the hour after midnight is left out'],
  ['America/Havana', '2026-11-01', 'the hour after midnight occurs twice'],
  ['America/Sao_Paulo', '2018-11-04', 'the hour after midnight is left out'],
  ['America/Sao_Paulo', '2019-02-17', 'the hour before midnight occurs twice'],
  ['Australia/Lord_Howe', '2026-10-04', 'half an hour is left out'],
  ['Australia/Lord_Howe', '2026-04-05', 'half an hour occurs twice'],
  ['Asia/Kathmandu', '1986-01-01', 'a quarter of an hour is left out at New Year'],
  ['Pacific/Apia', '2011-12-30', 'a whole day is left out'],
  ['Pacific/Apia', '2012-04-01', 'an hour occurs twice'],
  ['Africa/Casablanca', '2026-02-15', 'an hour occurs twice, before Ramadan'],
  ['Africa/Casablanca', '2026-03-22', 'an hour is left out, after Ramadan'],
  ['Europe/Budapest', '2027-01-01', 'it is New Year'],
  ['UTC', '2028-02-29', 'it is a day that most years have not'],
];

describe('a business calendar agrees with a look at every minute', () => {
  it.each(WINDOWS)('in %s on %s, when %s', (zone, date) => {
    const start = Date.parse(date) - 4 * DAY;
    const days = 9;
    const dates = Array.from({ length: days }, (_, day) => dateOf(start + day * DAY));
    const moments = fc.integer({ min: start + 2 * DAY, max: start + 7 * DAY });
    const exact = moments.map((moment) => moment - (moment % 900_000));
    const moment = fc.oneof(moments, exact);
    const questions = fc.array(
      fc.record({
        a: moment,
        b: moment,
        days: fc.nat(3),
        minutes: fc.nat(1500),
        rest: fc.constantFrom(0, 0, 1, 777),
      }),
      { minLength: 10, maxLength: 10 },
    );
    fc.assert(
      fc.property(openingHours(zone, dates), questions, (hours, asked) => {
        const calendar = new BusinessCalendar(hours);
        const slow = new MinuteByMinute(hours, start, days * 1440);
        for (const { a, b, ...length } of asked)
          compare(calendar, slow, Math.min(a, b), Math.max(a, b), length);
      }),
      { numRuns: 12, interruptAfterTimeLimit: 20_000 },
    );
  });
});

function compare(
  calendar: BusinessCalendar,
  slow: MinuteByMinute,
  a: number,
  b: number,
  { days, minutes, rest }: { days: number; minutes: number; rest: number },
): void {
  expect(calendar.isOpen(at(a))).toBe(slow.isOpen(a));
  expect(calendar.between(at(a), at(b))).toBe(slow.between(a, b));
  expect(calendar.between(at(b), at(a)) + slow.between(a, b)).toBe(0);
  const open = minutes * 60_000 + rest;
  const moment = slow.plus(open, a);
  if (moment !== undefined) expect(calendar.plus(open, at(a))).toEqual(at(moment));
  const exact = slow.plus(minutes * 60_000, a);
  if (exact !== undefined) expect(calendar.after(`PT${minutes}M`, at(a))).toEqual(at(exact));
  const close = slow.close(days, a);
  if (close !== undefined) expect(calendar.after(`P${days}D`, at(a))).toEqual(at(close));
  const later = close === undefined ? undefined : slow.plus(minutes * 60_000, close);
  if (later !== undefined && days > 0) {
    expect(calendar.after(`P${days}DT${minutes}M`, at(a))).toEqual(at(later));
  }
  for (const { from, to } of calendar.periods(at(a), at(b))) {
    expect(slow.between(from.getTime(), to.getTime())).toBe(to.getTime() - from.getTime());
    expect([a, true]).toContain(from.getTime() === a ? a : !slow.isOpen(from.getTime() - 1));
    expect([b, true]).toContain(to.getTime() === b ? b : !slow.isOpen(to.getTime()));
  }
}

describe('a business calendar', () => {
  const always = new BusinessCalendar(CALENDARS.always);

  it('knows nothing before 1900 and after 2399', () => {
    const [before, after] = [new Date('1899-12-31T23:59:59.999Z'), new Date('2400-01-01T00:00:00.000Z')];
    expect([before, after].map((moment) => always.isOpen(moment))).toEqual([false, false]);
    expect([before.getTime() + 1, after.getTime() - 1].map((moment) => always.isOpen(at(moment)))).toEqual([
      true,
      true,
    ]);
    expect(always.between(new Date('0001-01-01'), new Date('9999-12-31'))).toBe(
      after.getTime() - before.getTime() - 1,
    );
    expect(always.periods(new Date('0001-01-01'), new Date('9999-12-31'))).toHaveLength(1);
    expect(always.plus(1, at(after.getTime() - 1))).toEqual(after);
    expect(always.plus(2, at(after.getTime() - 1))).toEqual(new Date('9999-12-31T23:59:59.999Z'));
  });

  it('answers nothing about a date that is none, or a time that is past', () => {
    const never = new Date(NaN);
    const now = new Date('2026-09-07T09:00Z');
    for (const ask of [
      () => always.isOpen(never),
      () => always.between(now, never),
      () => always.plus(1, never),
      () => always.after('P1D', never),
      () => always.periods(never, now),
      () => always.plus(-1, now),
      () => always.plus(0.5, now),
      () => always.plus(NaN, now),
    ]) {
      expect(ask).toThrow(RangeError);
    }
  });

  it('has no time between a moment and itself, and no period of it', () => {
    const now = new Date('2026-09-07T09:00Z');
    expect([always.between(now, now), always.plus(0, now)]).toEqual([0, now]);
    expect([always.periods(now, now), always.periods(now, at(0)), always.periods(at(0), now, 0)]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
