import { ApiSchema } from '@nestjs/swagger';
import { WEEKDAYS, type Weekday } from '../../kernel/opening-hours.js';
import { COUNTED_TIMES, type CountedTime } from '../../kernel/term.js';
import { Flag, OneOf, SomeOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Code, Text, Texts } from '../../platform/http/fields/text.js';
import { Duration } from '../../platform/http/fields/time.js';
import { KIND_MEANINGS } from '../standard.dto.js';
import { STANDARD_KINDS, type StandardKind } from '../standard.js';
import { PROFILE_NAMES, PROFILES } from './profiles.js';

const CLAUSE = { max: 200, example: 'DISP 1.6.2R' } as const;
const DAYS = Object.fromEntries(WEEKDAYS.map((day) => [day, `every ${day} that is no holiday`]));
const WALL = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

export const PROFILE_TITLES = Object.fromEntries(PROFILE_NAMES.map((name) => [name, PROFILES[name].title]));

@ApiSchema({ description: 'How long something may take, and which time counts.' })
export class TermDto {
  @Duration('How long.', { example: 'P56D' })
  target: string;

  @OneOf('Which time counts.', Object.keys(COUNTED_TIMES), { meanings: COUNTED_TIMES })
  time: CountedTime;
}

@ApiSchema({ description: 'How far a legal promise may be moved, counted from the same beginning.' })
export class ExtensionDto {
  @Nested('The furthest; null where the law sets no further limit.', () => TermDto, { nullable: true })
  limit: TermDto | null;

  @Text('Where it is written.', CLAUSE)
  clause: string;

  @Text('The letter that must tell the customer.', { max: 100, example: 'holding_response' })
  letter: string;
}

@ApiSchema({ description: 'What the law promises the customer, beside the standard of the house.' })
export class LegalPromiseDto extends TermDto {
  @OneOf('What is promised.', STANDARD_KINDS, { meanings: KIND_MEANINGS })
  kind: StandardKind;

  @Whole('The share of its time, in percent, after which it is near its end.', { min: 1, max: 99 })
  warnAtPercent: number;

  @Text('Where it is written.', CLAUSE)
  clause: string;

  @Nested('How far it may be moved; null where not at all.', () => ExtensionDto, { nullable: true })
  extension: ExtensionDto | null;
}

@ApiSchema({ description: 'A letter that must be written.' })
export class RequiredLetterDto {
  @Text('Its name.', { max: 100, example: 'final_response' })
  name: string;

  @Text('Where it is written.', CLAUSE)
  clause: string;

  @Texts('What it must say.', { max: 500, maxItems: 50 })
  mustSay: string[];
}

@ApiSchema({ description: 'A band of the return to the regulator.' })
export class TimeBandDto {
  @Text('Its name.', { max: 100, example: 'within_8_weeks' })
  name: string;

  @Nested('What was closed within this; null in the last one, which is open.', () => TermDto, {
    nullable: true,
  })
  upTo: TermDto | null;
}

@ApiSchema({ description: 'Hours on the wall.' })
export class HoursDto {
  @Code('The opening.', WALL, { max: 5 })
  from: string;

  @Code('The close, at which a business day ends.', WALL, { max: 5 })
  to: string;
}

@ApiSchema({ description: 'Which days are business days.' })
export class BusinessDaysDto {
  @Code('Whose public holidays are none; ISO 3166-1.', /^[A-Z]{2}$/, { max: 2 })
  country: string;

  @Text('The part of the country; null for what holds in all of it.', {
    max: 10,
    nullable: true,
    example: 'ENG',
  })
  region: string | null;

  @SomeOf('The days of the week.', WEEKDAYS, { meanings: DAYS })
  days: readonly Weekday[];

  @Nested('The hours of each.', () => HoursDto)
  hours: HoursDto;
}

@ApiSchema({ description: 'Whether what the law promises may wait for the customer.' })
export class PauseRuleDto {
  @Flag('Whether it waits.')
  pauses: boolean;

  @Text('What that means.', { max: 500 })
  meaning: string;
}

@ApiSchema({ description: 'What a regulator asks of a house that handles complaints.' })
export class ProfileDto {
  @OneOf('The name, for `REGULATOR_PROFILE`.', PROFILE_NAMES, { meanings: PROFILE_TITLES })
  name: string;

  @Text('The name in full.', { max: 200 })
  title: string;

  @Text('The text it comes from, and what of it was read.', { max: 1000 })
  source: string;

  @Text('The IANA zone in which its days are counted.', { max: 50, example: 'Europe/London' })
  zone: string;

  @Nested('Which days are business days; null where none are counted.', () => BusinessDaysDto, {
    nullable: true,
  })
  businessDays: BusinessDaysDto | null;

  @NestedList('What the law promises.', () => LegalPromiseDto, { maxItems: 5 })
  promises: LegalPromiseDto[];

  @Nested('Whether that may wait for the customer.', () => PauseRuleDto)
  pauseRule: PauseRuleDto;

  @NestedList('The letters that must be written.', () => RequiredLetterDto, { maxItems: 50 })
  letters: RequiredLetterDto[];

  @NestedList('The bands of the return, in order.', () => TimeBandDto, { maxItems: 20 })
  timeBands: TimeBandDto[];

  @Duration('How long records are kept.', { example: 'P3Y' })
  retention: string;

  @Text('Where else a customer may turn, in the words of a letter.', { max: 1000 })
  routesOutside: string;

  @Flag('Whether this house has chosen it at set-up.')
  chosen: boolean;
}
