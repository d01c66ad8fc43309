import { ApiSchema } from '@nestjs/swagger';
import { TIER, TIER_MAX } from '../../kernel/words.js';
import { Check, type Wrong } from '../../platform/http/fields/check.js';
import { OneOf } from '../../platform/http/fields/choice.js';
import { Nested, NestedList } from '../../platform/http/fields/nested.js';
import { Code, Id, Language, Text } from '../../platform/http/fields/text.js';
import { Time } from '../../platform/http/fields/time.js';
import {
  CustomerEmailDto,
  CustomerPhoneDto,
  DoNotContactDto,
  NewVulnerabilityDto,
} from './customer.parts.dto.js';
import { CONTACT_CHANNELS, type ContactChannel } from './customer.words.js';
import { emailKey, phoneKey } from './likeness.js';

const O = { optional: true } as const;
/** More than anybody has; a merge keeps to it as well. */
export const MOST_CONTACTS = 50;

const NAME = 'The name.';
const name = { max: 200, example: 'Marta Kis' };
const EMAILS = 'Email addresses, none twice.';
const PHONES = 'Telephone numbers, none twice.';
const list = { maxItems: MOST_CONTACTS, ...O };

/** What is the same in both. */
abstract class CustomerParticularsBody {
  @Text('A postal address.', { max: 500, ...O, example: 'Duna utca 1, Budapest' })
  address?: string | null;

  @Language('The language (BCP 47).', O)
  language?: string | null;

  @OneOf('How the customer likes to be reached.', Object.keys(CONTACT_CHANNELS), {
    meanings: CONTACT_CHANNELS,
    ...O,
  })
  preferredChannel?: ContactChannel | null;

  @Text('How the customer likes to be addressed.', { max: 200, ...O, example: 'Dear Dr Kis' })
  salutation?: string | null;

  @Nested('On which ways the customer does not want to hear from the house.', () => DoNotContactDto, O)
  doNotContact?: DoNotContactDto | null;

  @Nested('That the customer is vulnerable.', () => NewVulnerabilityDto, O)
  vulnerability?: NewVulnerabilityDto | null;

  @Id('The company that the customer belongs to.', O)
  accountId?: string | null;

  @Code('The name of an active tier: given by hand, so that no rule changes it.', TIER, {
    max: TIER_MAX,
    ...O,
    example: 'gold',
  })
  tier?: string | null;

  @Time('When the tier given by hand ends; it does not where this is absent.', {
    when: 'future',
    ...O,
    example: '2027-11-20T09:00:00.000Z',
  })
  tierUntil?: string | null;
}

@Check(noneTwice)
@ApiSchema({ description: 'A customer to be.' })
export class NewCustomerBody extends CustomerParticularsBody {
  @Text(NAME, name)
  name: string;

  @NestedList(EMAILS, () => CustomerEmailDto, list)
  emails?: CustomerEmailDto[];

  @NestedList(PHONES, () => CustomerPhoneDto, list)
  phones?: CustomerPhoneDto[];
}

@Check(noneTwice)
@ApiSchema({ description: 'What changes about a customer; a list or an object is replaced as a whole.' })
export class CustomerChangesBody extends CustomerParticularsBody {
  @Text(NAME, { ...name, ...O, nullable: false })
  name?: string;

  @NestedList(EMAILS, () => CustomerEmailDto, { ...list, nullable: false })
  emails?: CustomerEmailDto[];

  @NestedList(PHONES, () => CustomerPhoneDto, { ...list, nullable: false })
  phones?: CustomerPhoneDto[];
}

@ApiSchema({ description: 'Who goes on for this customer.' })
export class MergeCustomerBody {
  @Id('The record that stays; one that was not merged itself.')
  intoId: string;

  @Text('How it is known that both are one, in words for the log.', {
    max: 2000,
    example: 'Same person: she named both orders on the phone.',
  })
  reason: string;
}

function noneTwice({ emails, phones }: NewCustomerBody | CustomerChangesBody): Wrong[] {
  return [...twice('/emails', 'address', emails, emailKey), ...twice('/phones', 'number', phones, phoneKey)];
}

/** A list, or an item, that is wrong by itself is reported as such, and not looked at here. */
function twice(at: string, field: string, items: unknown, keyOf: (text: string) => string): Wrong[] {
  const seen = new Set<string>();
  return (Array.isArray(items) ? (items as unknown[]) : []).flatMap((item, index): Wrong[] => {
    const text = (item as Record<string, unknown> | null)?.[field];
    if (typeof text !== 'string') return [];
    const known = seen.has(keyOf(text));
    seen.add(keyOf(text));
    return known ? [{ at: `${at}/${index}/${field}`, code: 'unique_items' }] : [];
  });
}
