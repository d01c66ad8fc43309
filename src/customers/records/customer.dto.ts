import { ApiSchema } from '@nestjs/swagger';
import { TIER_MAX } from '../../kernel/words.js';
import { OneOf, SomeOf, Whole } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Id, Language, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import { PageQuery } from '../../platform/http/page-query.js';
import {
  CustomerEmailDto,
  CustomerPhoneDto,
  DoNotContactDto,
  VulnerabilityDto,
} from './customer.parts.dto.js';
import { CONTACT_CHANNELS, type ContactChannel, TIER_BY, type TierBy } from './customer.words.js';

const N = { nullable: true } as const;
const O = { optional: true } as const;

/** Which customers; all conditions together. */
export class CustomerQuery extends PageQuery {
  @Text('The beginning of the name, or a whole email address. Accents and case do not count.', {
    max: 254,
    ...O,
    example: 'marta',
  })
  q?: string;

  @Id('Only those of this company.', O)
  accountId?: string;

  @Text('Only those of this tier.', { max: TIER_MAX, ...O, example: 'gold' })
  tier?: string;
}

@ApiSchema({ description: 'Whom the house serves.' })
export class CustomerDto {
  @Id('The id of the customer.')
  id: string;

  @Text('The name.', { max: 200, example: 'Marta Kis' })
  name: string;

  @NestedList('Email addresses.', () => CustomerEmailDto, { maxItems: 50 })
  emails: CustomerEmailDto[];

  @NestedList('Telephone numbers.', () => CustomerPhoneDto, { maxItems: 50 })
  phones: CustomerPhoneDto[];

  @Text('A postal address.', { max: 500, ...N, example: 'Duna utca 1, Budapest' })
  address: string | null;

  @Language('The language (BCP 47).', N)
  language: string | null;

  @OneOf('How the customer likes to be reached.', Object.keys(CONTACT_CHANNELS), {
    meanings: CONTACT_CHANNELS,
    ...N,
  })
  preferredChannel: ContactChannel | null;

  @Text('How the customer likes to be addressed.', { max: 200, ...N, example: 'Dear Dr Kis' })
  salutation: string | null;

  @Nested('On which ways the customer does not want to hear from the house.', () => DoNotContactDto, N)
  doNotContact: DoNotContactDto | null;

  @Nested(
    'That the customer is vulnerable; null where not, and to whoever may not see it.',
    () => VulnerabilityDto,
    N,
  )
  vulnerability: VulnerabilityDto | null;

  @Id('The company that the customer belongs to.', N)
  accountId: string | null;

  @Text('The tier. A complaint keeps the one that holds when it is received.', {
    max: TIER_MAX,
    ...N,
    example: 'gold',
  })
  tier: string | null;

  @OneOf('How the customer came by the tier.', Object.keys(TIER_BY), { meanings: TIER_BY, ...N })
  tierBy: TierBy | null;

  @Time('When a tier given by hand ends.', { ...N, example: '2027-11-20T09:00:00.000Z' })
  tierUntil: string | null;

  @Id('The record that goes on for this one, where both were of one customer.', N)
  mergedIntoId: string | null;

  @Time(
    'When everything personal was erased: the name reads `[erased]`, and nothing can be written any more.',
    N,
  )
  erasedAt: string | null;

  @Whole('Raised by every change; the `ETag`.', { min: 1, max: 2_147_483_647 })
  version: number;

  @Time('When the customer was recorded.')
  createdAt: string;

  @Time('When the customer was last changed.')
  updatedAt: string;
}

/** Why a record may be of the same person. */
export const LIKENESSES = {
  verified_email: 'has this email address, and was seen to hold it',
  email: 'has this email address, but nobody has seen that it is theirs',
  phone: 'has this telephone number',
  name: 'has this name, or one that is nearly the same',
} as const;
export type Likeness = keyof typeof LIKENESSES;

/** What is known of somebody who complains; any of these is enough to be alike. */
export class SuggestionQuery extends PageQuery {
  @Text('An email address.', { max: 254, ...O, example: 'marta@example.org' })
  email?: string;

  @Text('A telephone number.', { max: 50, ...O, example: '+36 1 234 5678' })
  phone?: string;

  @Text('A name.', { max: 200, ...O, example: 'Marta Kis' })
  name?: string;
}

@ApiSchema({ description: 'A customer who may be the same person, for a human to judge.' })
export class LikeCustomerDto {
  @Id('The customer.')
  id: string;

  @Text('The name.', { max: 200, example: 'Marta Kis' })
  name: string;

  @Id('The company that the customer belongs to.', N)
  accountId: string | null;

  @SomeOf('What is alike.', Object.keys(LIKENESSES), { meanings: LIKENESSES, minItems: 1 })
  reasons: Likeness[];
}
