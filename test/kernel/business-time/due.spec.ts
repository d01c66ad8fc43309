import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BusinessCalendar } from '../../../src/kernel/business-time.js';
import { dueAt, type Pause, warnAt } from '../../../src/kernel/business-time/due.js';
import type { Term } from '../../../src/kernel/term.js';
import { type Chapter, CHAPTERS } from '../hand-checked.js';
import { CALENDARS } from '../hand-checked/calendars.js';

const at = (text: string) => new Date(text);

function clockOf(by: Chapter['by']) {
  if (typeof by === 'object') return { ...by, calendar: null };
  return { zone: CALENDARS[by].zone, calendar: new BusinessCalendar(CALENDARS[by]) };
}

function pauseOf(interval: string): Pause {
  const [from = '', to = ''] = interval.split('/');
  return { from: at(from), to: at(to) };
}

describe.each(CHAPTERS)('$name', ({ by, cases }) => {
  it.each(cases)('%s and %s is %s: %s', (from, target, expected, _why, ...pauses) => {
    const term: Term = { target, time: typeof by === 'object' ? 'elapsed' : 'business' };
    const due = dueAt(term, at(from), clockOf(by), pauses.map(pauseOf));
    expect(due.toISOString()).toBe(at(expected).toISOString());
  });
});

describe('a term', () => {
  const uk = clockOf('uk');
  const monday = at('2026-09-07T09:00+01:00');

  it('in business time without a calendar is a mistake of the program', () => {
    const ask = () =>
      dueAt({ target: 'PT1H', time: 'business' }, monday, { zone: 'Europe/London', calendar: null });
    expect(ask).toThrow('calendar');
  });

  it('in business time has no weeks, months or seconds', () => {
    for (const target of ['P1W', 'P1M', 'PT30S', 'P', 'PT', 'P1DT', '3 days', '-P1D']) {
      expect(() => dueAt({ target, time: 'business' }, monday, uk)).toThrow(RangeError);
    }
  });

  it('that is never over ends with time', () => {
    const rare = { ...CALENDARS.uk, hours: [{ day: 'monday' as const, from: '09:00', to: '09:01' }] };
    const clock = { zone: rare.zone, calendar: new BusinessCalendar(rare) };
    const end = at('9999-12-31T23:59:59.999Z');
    expect(dueAt({ target: 'PT87600H', time: 'business' }, monday, clock)).toEqual(end);
    expect(dueAt({ target: 'P87600D', time: 'business' }, monday, clock)).toEqual(end);
    const never = new BusinessCalendar({ ...rare, hours: [] });
    expect([never.after('PT1M', monday), never.after('P0D', monday), never.plus(1, monday)]).toEqual([
      end,
      end,
      end,
    ]);
  });

  const minutes = (count: number) => count * 60_000;
  const pauses = fc.array(fc.tuple(fc.nat(3000), fc.nat(3000)), { maxLength: 4 }).map((gaps) => {
    let time = monday.getTime();
    return gaps.map(([gap, length]) => {
      const from = new Date((time += minutes(gap)));
      return { from, to: new Date((time += minutes(length))) };
    });
  });
  const terms = fc.record({
    target: fc.integer({ min: 1, max: 6000 }).map((count) => `PT${count}M`),
    time: fc.constantFrom('elapsed' as const, 'business' as const),
  });

  it('is over when all of its time has passed outside of pauses', () => {
    fc.assert(
      fc.property(terms, pauses, (term, all) => {
        const due = dueAt(term, monday, uk, all);
        const counted = (from: Date, to: Date) =>
          term.time === 'business' ? uk.calendar?.between(from, to) : to.getTime() - from.getTime();
        const paused = all.filter(({ from }) => from < due).map(({ from, to }) => counted(from, to) ?? 0);
        const whole = (counted(monday, due) ?? 0) - paused.reduce((a, b) => a + b, 0);
        expect(whole).toBe(minutes(Number(/\d+/.exec(term.target)?.[0])));
      }),
    );
  });

  it('warns when it would be over if it were so much shorter', () => {
    fc.assert(
      fc.property(terms, pauses, fc.constantFrom(10, 20, 50, 75, 80, 100), (term, all, percent) => {
        const part = (Number(/\d+/.exec(term.target)?.[0]) * percent) / 100;
        fc.pre(Number.isInteger(part));
        const due = dueAt(term, monday, uk, all);
        const sooner = dueAt({ ...term, target: `PT${part}M` }, monday, uk, all);
        expect(warnAt(term, monday, due, percent, uk, all)).toEqual(sooner);
      }),
    );
  });
});

describe('a warning', () => {
  const uk = clockOf('uk');

  it.each([
    ['elapsed', 'PT10H', 80, '2026-09-07T17:00+01:00', 'eight of ten hours'],
    ['business', 'PT10H', 80, '2026-09-07T17:00+01:00', 'eight open hours are used up at the close'],
    ['business', 'PT10H', 90, '2026-09-08T10:00+01:00', 'the ninth is on Tuesday'],
    ['business', 'P3D', 50, '2026-09-08T17:00+01:00', 'half of four days of eight hours'],
  ] as const)('in %s time of %s at %d %% comes at %s: %s', (time, target, percent, expected, _why) => {
    const from = at('2026-09-07T09:00+01:00');
    const warning = warnAt({ target, time }, from, dueAt({ target, time }, from, uk), percent, uk);
    expect(warning.toISOString()).toBe(at(expected).toISOString());
  });

  it('is counted to a due time that came from elsewhere', () => {
    const [from, due] = [at('2026-09-07T09:00+01:00'), at('2026-09-12T12:00+01:00')];
    const warning = warnAt({ target: 'PT1H', time: 'business' }, from, due, 80, uk);
    expect(warning.toISOString()).toBe(at('2026-09-10T17:00+01:00').toISOString());
  });
});
