import { ApiSchema } from '@nestjs/swagger';
import { COUNTED_TIMES, type CountedTime } from '../kernel/term.js';
import { CHANNELS, SEVERITIES, TIER, TIER_MAX } from '../kernel/words.js';
import { Flag, OneOf, SomeOf, Whole } from '../platform/http/fields/choice.js';
import { Nested, NestedList } from '../platform/http/fields/nested.js';
import { Codes, Id, Ids, Languages, Text } from '../platform/http/fields/text.js';
import { Duration, Time } from '../platform/http/fields/time.js';
import { BUILT_IN } from './built-in.js';
import { STANDARD_KINDS, type StandardKind } from './standard.js';

const ACTIVE = 'Whether it is asked. Complaints that have it keep it in any case.';
const RANK =
  'Standards are asked in this order, the lowest first; the first that fits holds. No two have the same.';
const NAME = 'What the house calls it.';
const CALENDAR =
  'Whose opening hours business time is, and on whose calendar days and months are counted; null is UTC.';

export const KIND_MEANINGS: Record<StandardKind, string> = {
  acknowledge: 'a first answer',
  establish_facts: 'the facts are established',
  name_owner: 'a named person takes it over',
  update: 'news, at a rhythm, until it is over',
  resolve: 'a decision',
};

@ApiSchema({
  description: 'Whom a standard is for: an empty list is everybody, and all that are given must fit.',
})
export class AppliesToDto {
  @Codes('Tiers of customers.', TIER, { max: TIER_MAX, maxItems: 100, example: ['gold'] })
  tiers: string[];

  @SomeOf('How the complaint came in.', Object.keys(CHANNELS), { meanings: CHANNELS, example: ['phone'] })
  channels: string[];

  @Ids('Categories of complaints.', { maxItems: 100 })
  categoryIds: string[];

  @SomeOf('How bad it is for the customer.', Object.keys(SEVERITIES), {
    meanings: SEVERITIES,
    example: ['critical'],
  })
  severities: string[];

  @Languages('Languages of the customer; `hu` fits `hu-HU` as well.', { maxItems: 100 })
  languages: string[];
}

@ApiSchema({ description: 'What a customer may expect by when.' })
export class StandardPromiseDto {
  @OneOf('What is promised.', STANDARD_KINDS, { meanings: KIND_MEANINGS })
  kind: StandardKind;

  @Duration('How long it may take.', { example: 'P5D' })
  target: string;

  @OneOf('Which time counts.', Object.keys(COUNTED_TIMES), { meanings: COUNTED_TIMES })
  time: CountedTime;

  @Whole('The share of its time, in percent, after which it is near its end.', { min: 1, max: 99 })
  warnAtPercent: number;

  @Flag('Whether it waits while the customer is asked.')
  pausable: boolean;

  @Flag('Whether it is owed by law or contract.')
  legal: boolean;
}

@ApiSchema({ description: 'How promises wait for the customer.' })
export class PausesDto {
  @Whole('How often.', { min: 0, max: 100 })
  most: number;

  @Duration('For how long at most, each time.', { example: 'P14D' })
  longest: string;
}

@ApiSchema({ description: 'What the house promises to whom.' })
export class StandardDto {
  @Id('The id.')
  id: string;

  @Text(NAME, { max: 100, example: 'Gold customers' })
  name: string;

  @Whole(RANK, { min: 1, max: BUILT_IN.rank })
  rank: number;

  @Flag(ACTIVE)
  active: boolean;

  @Flag('True for the built-in standard, which fits every complaint and is asked last.')
  default: boolean;

  @Nested('Whom it is for.', () => AppliesToDto)
  appliesTo: AppliesToDto;

  @Id(CALENDAR, { nullable: true })
  calendarId: string | null;

  @NestedList('One for each kind.', () => StandardPromiseDto, { minItems: 5, maxItems: 5 })
  promises: StandardPromiseDto[];

  @Nested('How promises wait for the customer.', () => PausesDto)
  pauses: PausesDto;

  @Duration('Silence for so long after the decision closes the complaint.', { example: 'P14D' })
  closingWindow: string;

  @Duration('The customer is told so much before.', { example: 'P3D' })
  closingNotice: string;

  @Duration('For so long after the decision, or an ending, the customer may bring the complaint back.', {
    example: 'P6M',
  })
  disputeWindow: string;

  @Whole('Raised by every change; each version can be read for ever.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When the standard was made.')
  createdAt: string;

  @Time('When this version was made.')
  updatedAt: string;
}
