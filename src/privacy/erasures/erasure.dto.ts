import { ApiSchema } from '@nestjs/swagger';
import { PersonDto } from '../../access/person.dto.js';
import { OneOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Id, Ids, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { DATA_KINDS, type DataKind } from '../map/data.js';
import { NamesOne } from '../names-one.js';
import { type Basis, BASES, ERASURE_STATES, type ErasureState, STAYS } from './erasure.words.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;
const MANY = { maxItems: 100_000 };
const CUSTOMER = 'The customer of whom everything is erased, with every record that was merged with theirs.';
const CONTACT = 'The key figure of a company; where it is also a customer, everything about that.';
const COMPLAINT = 'The complaint, with those that were merged with it. The customer stays.';
const BASIS = 'Why it is erased.';
const REASON =
  'Who asked for it and when, or which time is over. It may name the person, so it is erased as well.';
const EXTENT =
  'How much goes, as it was when it was planned, without the words of the plan itself; once it is done, how much went.';
const reason = { max: 2000, example: 'Asked for by letter of 3 November 2026.' };
const basis = { meanings: BASES };

@NamesOne('customerId', 'contactId', 'complaintId')
@ApiSchema({
  description: 'What is to be erased: exactly one of `customerId`, `contactId` and `complaintId`.',
})
export class NewErasureBody {
  @Id(CUSTOMER, { ...O, nullable: false })
  customerId?: string;

  @Id(CONTACT, { ...O, nullable: false })
  contactId?: string;

  @Id(COMPLAINT, { ...O, nullable: false })
  complaintId?: string;

  @OneOf(BASIS, Object.keys(BASES), basis)
  basis: Basis;

  @Text(REASON, reason)
  reason: string;
}

/** Which erasures; all conditions together. */
export class ErasureQuery extends PageQuery {
  @OneOf('Only those in this state.', Object.keys(ERASURE_STATES), { meanings: ERASURE_STATES, ...O })
  state?: ErasureState;

  @Id('Only those that cover this customer.', O)
  customerId?: string;

  @Id('Only those that cover this contact.', O)
  contactId?: string;

  @Id('Only those that cover this complaint.', O)
  complaintId?: string;
}

@ApiSchema({ description: 'How many values of a kind.' })
export class ErasedValuesDto {
  @OneOf('The kind.', Object.keys(DATA_KINDS), { meanings: DATA_KINDS })
  kind: DataKind;

  @Whole('How many.', { min: 1, max: 2_147_483_647 })
  count: number;
}

@ApiSchema({
  description: 'How much goes. A value is what stands in one column of one row, or in one place of an entry.',
})
export class ExtentDto {
  @Whole('Rows of the database that lose something, or go.', { min: 0, max: 2_147_483_647 })
  rows: number;

  @Whole('Entries of the log that lose personal values.', { min: 0, max: 2_147_483_647 })
  entries: number;

  @NestedList('Values by kind; kinds without any are left out.', () => ErasedValuesDto, {
    maxItems: Object.keys(DATA_KINDS).length,
  })
  values: ErasedValuesDto[];
}

@ApiSchema({ description: 'Something that stays, and why.' })
export class StaysDto {
  @Text('What stays.', { max: 1000, example: STAYS[0]?.what })
  what: string;

  @Text('Why.', { max: 1000, example: STAYS[0]?.why })
  why: string;
}

/** What plan and certificate have in common. */
abstract class AboutErasureDto {
  @OneOf(BASIS, Object.keys(BASES), basis)
  basis: Basis;

  @Id(CUSTOMER, N)
  customerId: string | null;

  @Id(CONTACT, N)
  contactId: string | null;

  @Id(COMPLAINT, N)
  complaintId: string | null;

  @Ids('Every customer record that is covered.', MANY)
  customerIds: string[];

  @Ids('Every contact that is covered.', MANY)
  contactIds: string[];

  @Ids('Every complaint that is covered.', MANY)
  complaintIds: string[];

  @NestedList('What stays, and why.', () => StaysDto, { maxItems: 20 })
  stays: StaysDto[];

  @Nested('Who planned it.', () => PersonDto)
  plannedBy: PersonDto;

  @Time('When it was planned.')
  plannedAt: string;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;
}

@ApiSchema({ description: 'The erasing of what is known of a person, planned or done.' })
export class ErasureDto extends AboutErasureDto {
  @Id('The id of the erasure.')
  id: string;

  @OneOf('What became of it.', Object.keys(ERASURE_STATES), { meanings: ERASURE_STATES })
  state: ErasureState;

  @Text(REASON, { ...reason, ...N })
  reason: string | null;

  @Nested(EXTENT, () => ExtentDto)
  extent: ExtentDto;

  @Nested('Who approved or cancelled it.', () => PersonDto, N)
  decidedBy: PersonDto | null;

  @Time('When it was approved and carried out, or cancelled.', N)
  decidedAt: string | null;

  @Time('When it was planned.')
  createdAt: string;

  @Time('When it last changed.')
  updatedAt: string;
}

@ApiSchema({
  description:
    'What was erased, by whom and when, and how that is checked. It holds nothing that was erased.',
})
export class ErasureCertificateDto extends AboutErasureDto {
  @Id('The erasure.')
  erasureId: string;

  @Nested('How much went.', () => ExtentDto)
  extent: ExtentDto;

  @Nested('Who approved it: somebody other than who planned it.', () => PersonDto)
  approvedBy: PersonDto;

  @Time('When it was approved and, at once, carried out.')
  erasedAt: string;

  @Id('The entry `erasure.done` of the log.')
  entryId: string;

  @Ids('The entries `values.erased`: they name every value that the log lost, by entry and place.', MANY)
  valuesErasedEntryIds: string[];

  @Text('How it is checked that nothing else is missing, and that nothing was changed.', { max: 2000 })
  check: string;
}
