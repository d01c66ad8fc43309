import { setImmediate } from 'node:timers/promises';
import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { inputError, invalid } from '../../../kernel/refusal.js';
import type { Holiday } from '../calendar.entity.js';
import type { Years } from './years.js';

/**
 * The public and bank holidays of a country, or of a region of it, by their English names where there are such. Days of
 * which only the afternoon is free are left out. The rules come from date-holidays, which is loaded when first asked
 * for: its data takes some 25 MB.
 * @throws Refusal 400 where the country or the region is not known
 */
export async function countryHolidays(
  country: string,
  region: string | undefined,
  { fromYear, toYear }: Years,
): Promise<Holiday[]> {
  const { default: Library } = await import('date-holidays');
  const place = placeOf(new Library(), country, region);
  const source = new Library(place, { types: ['public', 'bank'] });
  const found: Holiday[] = [];
  for (let year = fromYear; year <= toYear; year++) {
    found.push(...source.getHolidays(year, 'en').filter(isWhole).flatMap(daysOf));
    // A year of a moon calendar takes tens of milliseconds: others get their turn in between.
    await setImmediate();
  }
  return found;
}

function placeOf(known: Holidays, country: string, region: string | undefined): HolidaysTypes.Country {
  if (!(country in known.getCountries()))
    throw unknown('/country', `${country} is a country without known holidays`);
  if (region === undefined) return { country };
  const [first = '', second] = region.split('-');
  const state = named(known.getStates(country), first);
  const part =
    second === undefined || state === undefined ? null : named(known.getRegions(country, state), second);
  if (state === undefined || part === undefined)
    throw unknown('/region', `${country} has no region ${region}`);
  return part === null ? { country, state } : { country, state, region: part };
}

function named(regions: Record<string, string> | undefined, code: string): string | undefined {
  return Object.keys(regions ?? {}).find((each) => each.toUpperCase() === code.toUpperCase());
}

function unknown(pointer: string, detail: string) {
  return invalid([inputError(pointer, 'not_found', detail)]);
}

/** `2026-12-24 14:00:00` is an afternoon. */
function isWhole({ date }: HolidaysTypes.Holiday): boolean {
  return date.slice(11, 19) === '00:00:00';
}

/** A holiday that begins at sunset is told a few hours long or short of its days; so is one on which clocks change. */
function daysOf({ date, start, end, name }: HolidaysTypes.Holiday): Holiday[] {
  const length = Math.max(1, Math.floor((end.getTime() - start.getTime()) / DAY + 0.1));
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  return Array.from({ length }, (_, days) => ({ date: first.add({ days }).toString(), name }));
}

const DAY = 86_400_000;
