import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarFlaws } from '../../../src/kernel/business-time/calendar-flaws.js';
import { type OpeningHours, type Weekday } from '../../../src/kernel/opening-hours.js';
import { openingHours, ZONES } from './arbitrary-hours.js';
import { CALENDARS } from '../hand-checked/calendars.js';

const { uk } = CALENDARS;
const codes = (hours: OpeningHours) => calendarFlaws(hours).map(({ pointer, code }) => `${pointer} ${code}`);
const on = (day: Weekday, from: string, to: string) => ({ day, from, to });

describe('the flaws of opening hours', () => {
  it.each(Object.entries(CALENDARS))('are none in %s', (_name, hours) => {
    expect(calendarFlaws(hours)).toEqual([]);
  });

  it('are all told at once', () => {
    const wrong: OpeningHours = {
      zone: 'Europe/Atlantis',
      hours: [
        on('monday', '09:00', '12:00'),
        on('monday', '11:00', '17:00'),
        on('tuesday', '09:00', '09:00'),
        on('wednesday', '9:00', '24:00'),
      ],
      holidays: ['2026-12-25', '2026-02-30', '2026-12-25', 'Christmas'],
      exceptions: [
        { date: '2026-06-31', periods: [{ from: '09:00', to: '08:00' }] },
        { date: '2026-06-01', periods: [{ from: '09:60', to: '12:00' }] },
        { date: '2026-06-01', periods: [] },
      ],
      moves: [
        { from: '2027-01-01', zone: 'UTC+1', hours: [] },
        { from: '2026-01-01', zone: 'Europe/London', hours: [on('friday', '10:00', '10:00')] },
        { from: '2027-01-01', zone: '+01:00', hours: uk.hours },
      ],
    };
    expect(codes(wrong)).toEqual([
      '/zone not_found',
      '/hours/2/to min',
      '/hours/3/from pattern',
      '/hours/3/to pattern',
      '/hours/1 overlaps',
      '/holidays/1 is_date',
      '/holidays/2 unique_items',
      '/holidays/3 is_date',
      '/exceptions/0/date is_date',
      '/exceptions/2/date unique_items',
      '/exceptions/0/periods/0/to min',
      '/exceptions/1/periods/0/from pattern',
      '/moves/2/from unique_items',
      '/moves/1/from min',
      '/moves/0/zone not_found',
      '/moves/0/hours min_length',
      '/moves/1/hours/0/to min',
      '/moves/2/zone not_found',
    ]);
  });

  it.each([
    '',
    'UTC+1',
    'GMT+1',
    '+01:00',
    '+0100',
    'Mars/Base',
    'Europe/Budapest ',
    'Europe/',
    '../UTC',
    'P1D',
  ])('name %j, which is no zone', (zone) => {
    expect(codes({ ...uk, zone })).toEqual(['/zone not_found']);
  });

  it.each(['UTC', 'Etc/GMT+1', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'Europe/Kyiv'])(
    'do not name %s, which is one',
    (zone) => {
      expect(codes({ ...uk, zone })).toEqual([]);
    },
  );

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-12-25',
    '0000-01-01',
    '2026-12-25T00:00',
    '',
  ])('name %j, which is no date', (date) => {
    expect(codes({ ...uk, holidays: [date] })).toEqual(['/holidays/0 is_date']);
  });

  it.each(['24:00', '9:00', '09:60', '0900', '09:00:00', ' 09:00', ''])(
    'name %j, which is no time',
    (time) => {
      expect(codes({ ...uk, hours: [on('monday', time, '23:59')] })).toEqual(['/hours/0/from pattern']);
    },
  );

  it('do not mind periods that touch, midnight as an end, or a holiday with hours of its own', () => {
    const fine: OpeningHours = {
      ...uk,
      hours: [
        on('monday', '12:00', '00:00'),
        on('monday', '00:00', '12:00'),
        on('tuesday', '00:00', '00:00'),
      ],
      exceptions: [{ date: '2026-12-25', periods: [{ from: '09:00', to: '12:00' }] }],
    };
    expect(codes(fine)).toEqual([]);
  });

  it('name each period that overlaps one before it, on its own day', () => {
    const hours = [
      on('monday', '09:00', '17:00'),
      on('monday', '10:00', '11:00'),
      on('monday', '16:00', '18:00'),
      on('monday', '17:30', '00:00'),
      on('tuesday', '10:00', '11:00'),
      on('monday', '09:00', '17:00'),
    ];
    expect(codes({ ...uk, hours })).toEqual(
      ['/hours/5', '/hours/1', '/hours/2', '/hours/3'].map((at) => `${at} overlaps`),
    );
  });

  it('name a day that is none', () => {
    const hours = [on('funday' as Weekday, '09:00', '17:00')];
    expect(codes({ ...uk, hours })).toEqual(['/hours/0/day is_enum']);
  });

  it('are told about any text without a throw', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('09:00', '17:00', '2026-12-25', 'UTC', '00:00'));
    const period = fc.record({ day: text.map((day) => day as Weekday), from: text, to: text });
    const anything = fc.record({
      zone: text,
      hours: fc.array(period),
      holidays: fc.array(text),
      exceptions: fc.array(fc.record({ date: text, periods: fc.array(period) })),
      moves: fc.array(fc.record({ from: text, zone: text, hours: fc.array(period) })),
    });
    fc.assert(
      fc.property(anything, (hours) => {
        expect(
          calendarFlaws(hours).every(({ pointer, detail }) => pointer.startsWith('/') && detail !== ''),
        ).toBe(true);
      }),
    );
  });

  it('are never more than an empty week in hours that were made without any', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES).chain((zone) => openingHours(zone, ['2026-01-01', '2026-05-01'])),
        (hours) => {
          expect(calendarFlaws(hours).filter(({ code }) => code !== 'min_length')).toEqual([]);
        },
      ),
    );
  });

  it('are found among tens of thousands of dates and periods at once', () => {
    const dates = Array.from({ length: 50_000 }, (_, day) =>
      new Date(day * 86_400_000).toISOString().slice(0, 10),
    );
    const hours = Array.from({ length: 50_000 }, () => on('monday', '09:00', '17:00'));
    const started = performance.now();
    expect(calendarFlaws({ ...uk, holidays: [...dates, '1970-01-01'], hours }).length).toBe(50_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
