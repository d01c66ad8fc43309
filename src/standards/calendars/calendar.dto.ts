import { ApiSchema } from '@nestjs/swagger';
import { WEEKDAYS, type Weekday } from '../../kernel/opening-hours.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Check } from '../../platform/http/fields/check.js';
import { NestedList } from '../../platform/http/fields/nested.js';
import { Code, Id, Text } from '../../platform/http/fields/text.js';
import { CalendarDate, Time } from '../../platform/http/fields/time.js';
import { flawsOf, MOST } from './calendar-spec.js';

/** As ISO 8601 counts them. */
const WEEKDAY_MEANINGS = Object.fromEntries(
  WEEKDAYS.map((day, index) => [day, `day ${index + 1} of the week`]),
);
const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;
const NAME = { max: 200, example: 'Budapest office' };
const SAID_NAME = 'What staff call it.';
const ZONE = { max: 100, example: 'Europe/Budapest' };
const SAID_ZONE = 'The IANA name of the time zone that the hours are of.';
const HOURS =
  'The weekly opening hours, in any order; several periods a day are fine, none may overlap another. A day ' +
  'without one is closed.';
const HOLIDAYS = 'Days on which the house is closed.';
const EXCEPTIONS =
  'Days unlike the others of their week: their periods hold instead of the weekly hours, and instead of a holiday ' +
  'on the same day.';
const MOVES = 'From when on the office keeps other hours, or stands in another zone; the earliest first.';

@ApiSchema({ description: 'From one time on the wall to another of the same day.' })
export class PeriodDto {
  @Code('When the house opens.', TIME, { max: 5, example: '09:00' })
  from: string;

  @Code('When it closes, after it has opened; 00:00 is the midnight that ends the day.', TIME, {
    max: 5,
    example: '12:30',
  })
  to: string;
}

@ApiSchema({ description: 'A period on a day of the week.' })
export class WeeklyPeriodDto extends PeriodDto {
  @OneOf('The day.', WEEKDAYS, { meanings: WEEKDAY_MEANINGS })
  day: Weekday;
}

@ApiSchema({ description: 'A day on which the house is closed.' })
export class HolidayDto {
  @CalendarDate('The day, in the zone that holds on it; each but once.')
  date: string;

  @Text('What day it is.', { max: 200, example: 'Christmas Day' })
  name: string;
}

@ApiSchema({ description: 'A day with hours of its own.' })
export class CalendarExceptionDto {
  @CalendarDate('The day, in the zone that holds on it; each but once.', { example: '2026-12-12' })
  date: string;

  @Text('Why.', { max: 200, example: 'Works instead of 24 December' })
  name: string;

  @NestedList('When the house is open; an empty list is a day off.', () => PeriodDto, {
    maxItems: MOST.periods,
  })
  periods: PeriodDto[];
}

@ApiSchema({ description: 'Another zone and other hours, from a day on.' })
export class CalendarMoveDto {
  @CalendarDate('The first day, in the new zone.', { example: '2027-01-01' })
  from: string;

  @Text(SAID_ZONE, { ...ZONE, example: 'Europe/Sofia' })
  zone: string;

  @NestedList(HOURS, () => WeeklyPeriodDto, { minItems: 1, maxItems: MOST.hours })
  hours: WeeklyPeriodDto[];
}

@Check(flawsOf)
export class NewCalendarDto {
  @Text(SAID_NAME, NAME)
  name: string;

  @Text(SAID_ZONE, ZONE)
  zone: string;

  @NestedList(HOURS, () => WeeklyPeriodDto, { minItems: 1, maxItems: MOST.hours })
  hours: WeeklyPeriodDto[];

  @NestedList(HOLIDAYS, () => HolidayDto, { maxItems: MOST.holidays, optional: true })
  holidays?: HolidayDto[];

  @NestedList(EXCEPTIONS, () => CalendarExceptionDto, { maxItems: MOST.exceptions, optional: true })
  exceptions?: CalendarExceptionDto[];

  @NestedList(MOVES, () => CalendarMoveDto, { maxItems: MOST.moves, optional: true })
  moves?: CalendarMoveDto[];
}

const MAYBE = { optional: true, nullable: false } as const;

@Check(flawsOf)
export class CalendarChangesDto {
  @Text(SAID_NAME, { ...NAME, ...MAYBE })
  name?: string;

  @Text(SAID_ZONE, { ...ZONE, ...MAYBE })
  zone?: string;

  @NestedList(`${HOURS} Replaced whole.`, () => WeeklyPeriodDto, {
    minItems: 1,
    maxItems: MOST.hours,
    ...MAYBE,
  })
  hours?: WeeklyPeriodDto[];

  @NestedList(`${HOLIDAYS} Replaced whole.`, () => HolidayDto, { maxItems: MOST.holidays, ...MAYBE })
  holidays?: HolidayDto[];

  @NestedList(`${EXCEPTIONS} Replaced whole.`, () => CalendarExceptionDto, {
    maxItems: MOST.exceptions,
    ...MAYBE,
  })
  exceptions?: CalendarExceptionDto[];

  @NestedList(`${MOVES} Replaced whole.`, () => CalendarMoveDto, { maxItems: MOST.moves, ...MAYBE })
  moves?: CalendarMoveDto[];
}

@ApiSchema({ description: 'When the house is open: business time counts by it.' })
export class CalendarDto {
  @Id('The id of the calendar.')
  id: string;

  @Text(SAID_NAME, NAME)
  name: string;

  @Text(SAID_ZONE, ZONE)
  zone: string;

  @NestedList(HOURS, () => WeeklyPeriodDto, { minItems: 1, maxItems: MOST.hours })
  hours: WeeklyPeriodDto[];

  @NestedList(HOLIDAYS, () => HolidayDto, { maxItems: MOST.holidays })
  holidays: HolidayDto[];

  @NestedList(EXCEPTIONS, () => CalendarExceptionDto, { maxItems: MOST.exceptions })
  exceptions: CalendarExceptionDto[];

  @NestedList(MOVES, () => CalendarMoveDto, { maxItems: MOST.moves })
  moves: CalendarMoveDto[];

  @Whole('Raised by every change; the `ETag`. Every version stays readable.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When the calendar was created.')
  createdAt: string;

  @Time('When this version was made.')
  updatedAt: string;
}
