import { ApiSchema } from '@nestjs/swagger';
import { COUNTED_TIMES, type CountedTime } from '../kernel/term.js';
import { Check } from '../platform/http/fields/check.js';
import { CHANNELS, SEVERITIES, TIER, TIER_MAX } from '../kernel/words.js';
import { Flag, OneOf, SomeOf, Whole } from '../platform/http/fields/choice.js';
import { Nested, NestedList } from '../platform/http/fields/nested.js';
import { Codes, Id, Ids, Languages, Text } from '../platform/http/fields/text.js';
import { Duration } from '../platform/http/fields/time.js';
import { BUILT_IN } from './built-in.js';
import { KIND_MEANINGS } from './standard.dto.js';
import { standardFlaws } from './standard.rules.js';
import { STANDARD_KINDS, type StandardKind } from './standard.js';

const O = { optional: true } as const;
const KEPT = { optional: true, nullable: false } as const;
const EACH = { minItems: STANDARD_KINDS.length, maxItems: STANDARD_KINDS.length };
const RANKS = { min: 1, max: 10_000, example: 100 };
const NAMED = { max: 100, example: 'Gold customers' };

@ApiSchema({
  description: 'Whom a standard is for: an empty list is everybody, and all that are given must fit.',
})
export class AppliesToBody {
  @Codes('Tiers of customers.', TIER, { max: TIER_MAX, maxItems: 100, ...O, example: ['gold'] })
  tiers?: string[] | null;

  @SomeOf('How the complaint came in.', Object.keys(CHANNELS), {
    meanings: CHANNELS,
    example: ['phone'],
    ...O,
  })
  channels?: string[] | null;

  @Ids('Categories of complaints.', { maxItems: 100, ...O })
  categoryIds?: string[] | null;

  @SomeOf('How bad it is for the customer.', Object.keys(SEVERITIES), {
    meanings: SEVERITIES,
    example: ['critical'],
    ...O,
  })
  severities?: string[] | null;

  @Languages('Languages of the customer; `hu` fits `hu-HU` as well.', { maxItems: 100, ...O })
  languages?: string[] | null;
}

@ApiSchema({ description: 'What a customer may expect by when.' })
export class StandardPromiseBody {
  @OneOf('What is promised.', STANDARD_KINDS, { meanings: KIND_MEANINGS })
  kind: StandardKind;

  @Duration('How long it may take.', { example: 'P5D' })
  target: string;

  @OneOf('Which time counts; business time needs a calendar.', Object.keys(COUNTED_TIMES), {
    meanings: COUNTED_TIMES,
  })
  time: CountedTime;

  @Whole('The share of its time, in percent, after which it is near its end; 80 where absent.', {
    min: 1,
    max: 99,
    ...O,
  })
  warnAtPercent?: number | null;

  @Flag('Whether it waits while the customer is asked: never the first answer, never what is owed by law.', O)
  pausable?: boolean | null;

  @Flag('Whether it is owed by law or contract.', O)
  legal?: boolean | null;
}

@ApiSchema({ description: 'How promises wait for the customer.' })
export class PausesBody {
  @Whole('How often; twice where absent.', { min: 0, max: 100, ...O })
  most?: number | null;

  @Duration('For how long at most, each time; P14D where absent.', { example: 'P14D', ...O })
  longest?: string | null;
}

/** What both bodies may leave out; left out, or null in a change, it is as in the built-in standard. */
class Windows {
  @Nested('Whom it is for; everybody where absent.', () => AppliesToBody, O)
  appliesTo?: AppliesToBody | null;

  @Id(
    'Whose opening hours business time is, and on whose calendar days and months are counted; UTC where absent.',
    O,
  )
  calendarId?: string | null;

  @Nested('How promises wait for the customer.', () => PausesBody, O)
  pauses?: PausesBody | null;

  @Duration('Silence for so long after the decision closes the complaint; P14D where absent.', {
    example: 'P14D',
    ...O,
  })
  closingWindow?: string | null;

  @Duration('The customer is told so much before; shorter than the window. P3D where absent.', {
    example: 'P3D',
    ...O,
  })
  closingNotice?: string | null;

  @Duration('For so long the customer may bring the complaint back; P6M where absent.', {
    example: 'P6M',
    ...O,
  })
  disputeWindow?: string | null;
}

@Check<NewStandardBody>((body) =>
  standardFlaws({
    ...body,
    calendarId: body.calendarId ?? null,
    closingWindow: body.closingWindow ?? BUILT_IN.closingWindow,
    closingNotice: body.closingNotice ?? BUILT_IN.closingNotice,
  }),
)
export class NewStandardBody extends Windows {
  @Text('What the house calls it.', NAMED)
  name: string;

  @Whole('Standards are asked in this order, the lowest first; the first that fits holds.', RANKS)
  rank: number;

  @NestedList('One for each kind.', () => StandardPromiseBody, EACH)
  promises: StandardPromiseBody[];

  @Flag('Whether it is asked; true where absent.', { ...O, example: true })
  active?: boolean | null;
}

// What hangs on parts that are left as they are is judged by the service.
@Check<StandardChangesBody>((body) => standardFlaws({ ...body, calendarId: undefined }))
export class StandardChangesBody extends Windows {
  @Text('What the house calls it.', { ...NAMED, ...KEPT })
  name?: string;

  @Whole('Standards are asked in this order, the lowest first; the first that fits holds.', {
    ...RANKS,
    ...KEPT,
  })
  rank?: number;

  @NestedList('One for each kind; taken as a whole.', () => StandardPromiseBody, { ...EACH, ...KEPT })
  promises?: StandardPromiseBody[];

  @Flag('Whether it is asked. Complaints that have it keep it in any case.', KEPT)
  active?: boolean;
}
