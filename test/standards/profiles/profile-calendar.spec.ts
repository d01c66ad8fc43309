import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { chooseProfile } from '../../../src/standards/profiles/chosen-profile.js';
import { profileCalendar } from '../../../src/standards/profiles/profile-calendar.js';
import { PROFILES, type ProfileName } from '../../../src/standards/profiles/profiles.js';

async function calendarOf(name: ProfileName) {
  const calendar = await profileCalendar(PROFILES[name]);
  if (!calendar) throw new Error(`${name} counts no business time`);
  return calendar;
}

/** The dates of a year that are Monday to Friday and all the same no business days, found by the clock on the wall. */
async function daysOff(name: ProfileName, year: number, noon: string): Promise<string[]> {
  const { arithmetic } = await calendarOf(name);
  const dates = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)));
  return dates
    .filter((date) => date.getUTCDay() % 6 !== 0)
    .map((date) => date.toISOString().slice(0, 10))
    .filter((date) => !arithmetic.isOpen(new Date(`${date}T${noon}:00Z`)));
}

describe('the business days of a profile', () => {
  it('are in 2026 those of England: Boxing Day is a Saturday, and the Monday after it stands in', async () => {
    expect(await daysOff('uk_disp', 2026, '12:00')).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ]);
  });

  it('are in 2026 those of New South Wales, with the holiday of its banks', async () => {
    expect(await daysOff('au_rg271', 2026, '02:00')).toEqual([
      '2026-01-01',
      '2026-01-26',
      '2026-04-03',
      '2026-04-06',
      '2026-04-27',
      '2026-06-08',
      '2026-08-03',
      '2026-10-05',
      '2026-12-25',
      '2026-12-28',
    ]);
  });

  it('are in 2026 those of Germany; banks that close at noon have worked', async () => {
    expect(await daysOff('eu_payment_services', 2026, '11:00')).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
    ]);
  });
});

describe('the business time of a profile', () => {
  // Received on Wednesday 23 December: Thursday, Tuesday, Wednesday.
  it('closes a summary resolution at the end of the third business day after receipt', async () => {
    const { arithmetic } = await calendarOf('uk_disp');
    const end = arithmetic.after('P3D', new Date('2026-12-23T20:00:00Z'));
    expect(end.toISOString()).toBe('2026-12-30T17:00:00.000Z');
  });

  // 1 April 2026 is the Wednesday before Easter: 2 April is the first day, the 7th the second, the 24th the fifteenth.
  it('gives payments in England fifteen business days, and thirty-five at the most', async () => {
    const { arithmetic } = await calendarOf('uk_disp_payments');
    const received = new Date('2026-04-01T10:00:00Z');
    expect(arithmetic.after('P15D', received).toISOString()).toBe('2026-04-24T16:00:00.000Z');
    expect(arithmetic.after('P35D', received).toISOString()).toBe('2026-05-26T16:00:00.000Z');
  });

  // In Sydney Friday 24 April, 18:00; Anzac Day is the Saturday, and the Monday after it a holiday too.
  it('acknowledges in Sydney on the business day after', async () => {
    const { arithmetic } = await calendarOf('au_rg271');
    expect(arithmetic.after('P1D', new Date('2026-04-24T08:00:00Z')).toISOString()).toBe(
      '2026-04-28T07:00:00.000Z',
    );
  });

  // 13 May 2026 is the day before Ascension; Friday the 15th is the first, Whit Monday is none, 5 June the fifteenth.
  it('gives payments in the Union fifteen business days', async () => {
    const { arithmetic } = await calendarOf('eu_payment_services');
    expect(arithmetic.after('P15D', new Date('2026-05-13T10:00:00Z')).toISOString()).toBe(
      '2026-06-05T15:00:00.000Z',
    );
  });

  it('has no calendar where none is counted', async () => {
    expect((await chooseProfile({ regulatorProfile: 'us_cfpb' })).calendar).toBeNull();
    expect((await chooseProfile({ regulatorProfile: 'iso_10002' })).calendar).toBeNull();
  });

  it('names its calendar, whose version goes with that of the holiday library', async () => {
    expect(await calendarOf('uk_disp')).toMatchObject({ name: 'uk_disp', version: 1 });
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(dependencies['date-holidays']).toBe('3.37.0');
  });
});
