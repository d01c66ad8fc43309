import { describe, expect, it } from '@jest/globals';
import { BusinessCalendar } from '../../../src/kernel/business-time.js';
import { WEEKDAYS } from '../../../src/kernel/opening-hours.js';
import { openness } from '../../../src/standards/contact-points/openness.js';

const DAYS = WEEKDAYS.slice(0, 5);
const calendar = new BusinessCalendar({
  zone: 'Europe/Budapest',
  hours: DAYS.flatMap((day) => [
    { day, from: '09:00', to: '12:30' },
    { day, from: '13:00', to: '17:00' },
  ]),
  holidays: ['2026-12-25'],
  exceptions: [{ date: '2026-12-12', periods: [{ from: '09:00', to: '12:00' }] }],
  moves: [],
});
const night = new BusinessCalendar({
  zone: 'Europe/Budapest',
  hours: [{ day: 'sunday', from: '00:00', to: '00:00' }],
  holidays: [],
  exceptions: [],
  moves: [],
});

const at = (now: string, closures: { from: string; to: string | null }[] = [], by = calendar) => {
  const { open, changesAt } = openness(
    by,
    closures.map((closure) => ({ ...closure, note: null })),
    new Date(now),
  );
  return `${open ? 'open' : 'closed'} until ${changesAt?.toISOString() ?? '-'}`;
};

describe('whether a contact point answers', () => {
  it.each([
    ['2026-12-01T08:00:00.000Z', 'open until 2026-12-01T11:30:00.000Z', 'in the morning'],
    ['2026-12-01T11:30:00.000Z', 'closed until 2026-12-01T12:00:00.000Z', 'at lunch'],
    ['2026-12-04T16:00:00.000Z', 'closed until 2026-12-07T08:00:00.000Z', 'on Friday evening'],
    ['2026-12-12T08:30:00.000Z', 'open until 2026-12-12T11:00:00.000Z', 'on a Saturday that works'],
    ['2026-12-24T16:00:00.000Z', 'closed until 2026-12-28T08:00:00.000Z', 'over a holiday and a weekend'],
    ['2028-02-29T08:00:00.000Z', 'open until 2028-02-29T11:30:00.000Z', 'on 29 February'],
  ])('%s: %s, %s', (now, expected) => {
    expect(at(now)).toBe(expected);
  });

  it('by the clock on the wall, also on the Sunday whose hour does not exist and on the one that has it twice', () => {
    expect(at('2027-03-28T00:30:00.000Z', [], night)).toBe('open until 2027-03-28T22:00:00.000Z');
    expect(at('2026-10-25T00:30:00.000Z', [], night)).toBe('open until 2026-10-25T23:00:00.000Z');
  });

  it('not while it is closed beyond its calendar, and again at the first hour after that', () => {
    const closures = [{ from: '2026-12-01T09:00:00.000Z', to: '2026-12-01T18:00:00.000Z' }];
    expect(at('2026-12-01T08:30:00.000Z', closures)).toBe('open until 2026-12-01T09:00:00.000Z');
    expect(at('2026-12-01T09:00:00.000Z', closures)).toBe('closed until 2026-12-02T08:00:00.000Z');
  });

  it('not until further notice, whatever the calendar says', () => {
    const closures = [{ from: '2026-12-01T00:00:00.000Z', to: null }];
    expect(at('2026-12-01T10:00:00.000Z', closures)).toBe('closed until -');
  });

  it('day and night without a calendar, but for its closures', () => {
    const closure = { from: '2026-12-01T09:00:00.000Z', to: '2026-12-01T10:00:00.000Z', note: null };
    const now = (time: string) => openness(null, [closure], new Date(time));
    expect(now('2026-12-01T03:00:00.000Z')).toEqual({ open: true, changesAt: new Date(closure.from) });
    expect(now('2026-12-01T09:30:00.000Z')).toEqual({ open: false, changesAt: new Date(closure.to) });
    expect(now('2026-12-01T10:00:00.000Z')).toEqual({ open: true, changesAt: null });
  });

  it('through closures that touch or overlap', () => {
    const closures = [
      { from: '2026-12-01T08:30:00.000Z', to: '2026-12-01T09:30:00.000Z' },
      { from: '2026-12-01T09:00:00.000Z', to: '2026-12-01T10:00:00.000Z' },
      { from: '2026-12-01T10:00:00.000Z', to: '2026-12-01T10:30:00.000Z' },
    ];
    expect(at('2026-12-01T08:30:00.000Z', closures)).toBe('closed until 2026-12-01T10:30:00.000Z');
  });
});
