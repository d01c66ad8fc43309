import { Whole } from '../../platform/http/fields/choice.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { Code, Text } from '../../platform/http/fields/text.js';

/** How many years one import may cover. */
export const MOST_YEARS = 50;
const YEARS = { min: 1970, max: 2199 };

@Check(oneSource)
export class ImportHolidaysDto {
  @Text(
    'An iCalendar file (RFC 5545): every event of whole days is a holiday. Either this or `country`. Times of a day, ' +
      'cancelled events and everything that is no event are passed over. A repetition may be yearly, monthly, weekly ' +
      'or daily, from 1800 on; the days of all events and the years of all repetitions together may be 10,000.',
    { max: 90_000, optional: true, example: 'BEGIN:VCALENDAR\r\n…\r\nEND:VCALENDAR\r\n' },
  )
  iCalendar?: string;

  @Code('A country (ISO 3166-1): its public and bank holidays. Either this or `iCalendar`.', /^[A-Z]{2}$/, {
    max: 2,
    optional: true,
    example: 'HU',
  })
  country?: string;

  @Code(
    'A part of the country, as the second half of ISO 3166-2 has it: `BY` for Bavaria; a part of that behind a ' +
      'hyphen: `BY-A` for Augsburg.',
    /^[A-Za-z0-9]{1,10}(-[A-Za-z0-9]{1,20})?$/,
    { max: 31, optional: true, example: 'BY' },
  )
  region?: string;

  @Whole('The first year to import.', { ...YEARS, example: 2026 })
  fromYear: number;

  @Whole('The last year to import, itself included; at most the 50th.', { ...YEARS, example: 2028 })
  toYear: number;
}

function oneSource({ iCalendar, country, region, fromYear, toYear }: ImportHolidaysDto): Wrong[] {
  return [
    ...when(iCalendar === undefined && country === undefined, '/country', 'required', EITHER),
    ...when(iCalendar !== undefined && country !== undefined, '/country', 'not_applicable', EITHER),
    ...when(
      country === undefined && region !== undefined,
      '/region',
      'not_applicable',
      'is a part of a country',
    ),
    ...when(toYear < fromYear, '/toYear', 'min', 'must not be before fromYear'),
    ...when(toYear - fromYear >= MOST_YEARS, '/toYear', 'max', `must be among the first ${MOST_YEARS} years`),
  ];
}

const EITHER = 'give either iCalendar or country';

function when(condition: boolean, at: string, code: Wrong['code'], detail: string): Wrong[] {
  return condition ? [{ at, code, detail }] : [];
}
