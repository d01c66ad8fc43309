import { describe, expect, it } from '@jest/globals';
import { type InputError, Refusal } from '../../../../src/kernel/refusal.js';
import { countryHolidays } from '../../../../src/standards/calendars/holidays/country-holidays.js';

const YEAR = { fromYear: 2026, toYear: 2026 };

async function dates(country: string, region?: string): Promise<string[]> {
  return (await countryHolidays(country, region, YEAR)).map(({ date }) => date);
}

async function refusal(country: string, region?: string): Promise<string> {
  const error: unknown = await countryHolidays(country, region, YEAR).catch((reason: unknown) => reason);
  if (!(error instanceof Refusal)) return 'taken';
  return (error.members.errors as InputError[]).map(({ pointer, code }) => `${pointer} ${code}`).join();
}

describe('the holidays of a country', () => {
  it('are those of Hungary by their English names', async () => {
    const found = await countryHolidays('HU', undefined, YEAR);
    expect(found).toHaveLength(13);
    expect(found).toContainEqual({ date: '2026-10-23', name: 'National Day' });
    expect(found).toContainEqual({ date: '2026-04-06', name: 'Easter Monday' });
  });

  it('name the substitute day in Great Britain, and those of a part of it', async () => {
    expect(await countryHolidays('GB', undefined, YEAR)).toContainEqual({
      date: '2026-12-28',
      name: 'Boxing Day (substitute day)',
    });
    expect(await dates('GB', 'SCT')).toContain('2026-11-30');
    expect(await dates('GB', 'ENG')).not.toContain('2026-11-30');
  });

  it('leave out the afternoons of Germany, and take its regions', async () => {
    const germany = await dates('DE');
    expect(germany).toContain('2026-10-03');
    expect(germany).not.toContain('2026-12-24');
    expect(germany).not.toContain('2026-01-06');
    expect(await dates('DE', 'BY')).toContain('2026-01-06');
    expect(await dates('DE', 'by-a')).toContain('2026-08-08');
    expect(await dates('DE', 'BY')).not.toContain('2026-08-08');
  });

  it('count each day of those that are longer', async () => {
    const turkey = (await dates('TR')).filter((date) => date >= '2026-05-20' && date < '2026-06-10');
    expect(turkey).toEqual(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30']);
  });

  it('are of every year', async () => {
    const found = await countryHolidays('HU', undefined, { fromYear: 2026, toYear: 2075 });
    expect(found).toHaveLength(650);
  });

  it('are refused of a country or a region that nobody knows', async () => {
    expect(await refusal('XX')).toBe('/country not_found');
    expect(await refusal('DE', 'ZZ')).toBe('/region not_found');
    expect(await refusal('DE', 'BY-ZZ')).toBe('/region not_found');
    expect(await refusal('HU', 'BU')).toBe('/region not_found');
  });
});
