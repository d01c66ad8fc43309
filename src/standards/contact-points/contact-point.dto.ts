import { ApiSchema } from '@nestjs/swagger';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { Flag, OneOf, Whole } from '../../platform/http/fields/choice.js';
import { NestedList } from '../../platform/http/fields/nested.js';
import { Id, Languages, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { CONTACT_KINDS, type ContactKind } from './contact-point.entity.js';

const KIND = 'By which way it reaches the house.';
const LABEL = 'What people call it.';
const labelled = { max: 200, example: 'Complaints line' };
const VALUE = 'The number, the address or the page, as it is to be used.';
const valued = { max: 500, example: '+36 1 234 5678' };
const LANGUAGES = 'The languages that are spoken there, the best first (BCP 47).';
const CALENDAR = 'The calendar of its hours; null answers day and night.';
const CLOSURES = 'When it is closed beyond its calendar: a counter that is ill, a line that is down.';
const NOTE = 'What else to know.';
const noted = { max: 1000, example: 'Free of charge', optional: true, nullable: true };
const PLACE = 'The lower comes first.';
const placed = { min: 0, max: 10_000, example: 10 };
const PUBLIC = 'Everybody sees it; else the house only.';
const RETIRED = 'It is not used any more.';
const MOST = { languages: 20, closures: 100 };
const MAYBE = { optional: true, nullable: false } as const;

@ApiSchema({ description: 'A time in which a contact point is closed beyond its calendar.' })
export class ClosureDto {
  @Time('From when on.')
  from: string;

  @Time('Until when; null is until further notice.', { optional: true, nullable: true })
  to: string | null;

  @Text('Why, in words for everybody.', { max: 300, optional: true, nullable: true, example: 'Moving house' })
  note: string | null;
}

@Check(closuresInOrder)
@ApiSchema({ description: 'A way to reach the house.' })
export class NewContactPointBody {
  @OneOf(KIND, Object.keys(CONTACT_KINDS), { meanings: CONTACT_KINDS })
  kind: ContactKind;

  @Text(LABEL, labelled)
  label: string;

  @Text(VALUE, valued)
  value: string;

  @Languages(LANGUAGES, { maxItems: MOST.languages, optional: true })
  languages?: string[];

  @Id(CALENDAR, { optional: true, nullable: true })
  calendarId?: string | null;

  @NestedList(CLOSURES, () => ClosureDto, { maxItems: MOST.closures, optional: true })
  closures?: ClosureDto[];

  @Text(NOTE, noted)
  note?: string | null;

  @Whole(`${PLACE} 100 where absent.`, { ...placed, optional: true })
  place?: number;

  @Flag(`${PUBLIC} True where absent.`, { optional: true })
  public?: boolean;
}

@Check(closuresInOrder)
@ApiSchema({ description: 'What changes about a way to reach the house.' })
export class ContactPointChangesBody {
  @Text(LABEL, { ...labelled, ...MAYBE })
  label?: string;

  @Text(VALUE, { ...valued, ...MAYBE })
  value?: string;

  @Languages(LANGUAGES, { maxItems: MOST.languages, ...MAYBE })
  languages?: string[];

  @Id(CALENDAR, { optional: true, nullable: true })
  calendarId?: string | null;

  @NestedList(`${CLOSURES} Replaced whole.`, () => ClosureDto, { maxItems: MOST.closures, ...MAYBE })
  closures?: ClosureDto[];

  @Text(NOTE, noted)
  note?: string | null;

  @Whole(PLACE, { ...placed, ...MAYBE })
  place?: number;

  @Flag(PUBLIC, MAYBE)
  public?: boolean;

  @Flag(RETIRED, MAYBE)
  retired?: boolean;
}

@ApiSchema({ description: 'A way to reach the house.' })
export class ContactPointDto {
  @Id('The id of the contact point.')
  id: string;

  @OneOf(KIND, Object.keys(CONTACT_KINDS), { meanings: CONTACT_KINDS })
  kind: ContactKind;

  @Text(LABEL, labelled)
  label: string;

  @Text(VALUE, valued)
  value: string;

  @Languages(LANGUAGES, { maxItems: MOST.languages })
  languages: string[];

  @Id(CALENDAR, { nullable: true })
  calendarId: string | null;

  @NestedList(CLOSURES, () => ClosureDto, { maxItems: MOST.closures })
  closures: ClosureDto[];

  @Text(NOTE, { ...noted, optional: false })
  note: string | null;

  @Whole(PLACE, placed)
  place: number;

  @Flag(PUBLIC)
  public: boolean;

  @Flag(RETIRED)
  retired: boolean;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When it was made.')
  createdAt: string;

  @Time('When it was last changed.')
  updatedAt: string;
}

@ApiSchema({ description: 'A way to reach the house, and whether somebody answers now.' })
export class ContactPointNowDto extends ContactPointDto {
  @Flag('Somebody answers at the moment of this answer.')
  open: boolean;

  @Time('When that changes next; null where it is not known to change within a year.', { nullable: true })
  changesAt: string | null;
}

/** A closure ends after it begins. */
function closuresInOrder({ closures }: { closures?: ClosureDto[] }): Wrong[] {
  if (!Array.isArray(closures)) return [];
  return (closures as (Partial<ClosureDto> | null)[]).flatMap((closure, index) =>
    closure?.to && closure.from && !(Date.parse(closure.to) > Date.parse(closure.from))
      ? [{ at: `/closures/${index}/to`, code: 'min' as const }]
      : [],
  );
}
