import { type EntrySpec, personal, plain, staffOnly } from '../entry-fields.js';

/** A customer as it stands after the change. */
const customer = {
  version: plain<number>(),
  accountId: plain<string | null>(),
  language: plain<string | null>(),
  preferredChannel: plain<string | null>(),
  tier: plain<string | null>(),
  tierBy: plain<'hand' | 'rule' | null>(),
  tierUntil: plain<string | null>(),
  name: personal<string>(),
  emails: personal<object[]>(),
  phones: personal<object[]>(),
  address: personal<string | null>(),
  salutation: personal<string | null>(),
  doNotContact: personal<object | null>(),
  vulnerability: staffOnly<object | null>(),
};

const CUSTOMERS = {
  'customer.created': { subject: 'customer', meaning: 'A customer was recorded.', data: customer },
  'customer.updated': {
    subject: 'customer',
    meaning:
      'A customer changed: by hand, by a merge, by a rule of a tier, or because the time of something was over. ' +
      '`changed` names what; the fields hold the state after it.',
    data: { changed: plain<string[]>(), ...customer },
  },
  'customer.merged': {
    subject: 'customer',
    meaning: 'Two records were of one customer: this one is kept, and `intoId` goes on for it.',
    data: { intoId: plain<string>(), version: plain<number>(), reason: personal<string>() },
  },
  'customer.valued': {
    subject: 'customer',
    meaning: 'What a customer was worth in a year was imported.',
    data: {
      year: plain<number>(),
      currency: plain<string>(),
      revenue: plain<string>(),
      costToServe: plain<string>(),
    },
  },
} as const satisfies Record<string, EntrySpec>;

const account = {
  version: plain<number>(),
  managerId: plain<string | null>(),
  tier: plain<string | null>(),
  name: personal<string>(),
  registrationNumber: personal<string | null>(),
  notes: personal<string | null>(),
};

const contact = {
  version: plain<number>(),
  accountId: plain<string>(),
  customerId: plain<string | null>(),
  name: personal<string>(),
  role: personal<string | null>(),
  email: personal<string | null>(),
  phone: personal<string | null>(),
  notes: personal<string | null>(),
};

const changed = plain<string[]>();

const ACCOUNTS = {
  'account.created': { subject: 'account', meaning: 'A company customer was recorded.', data: account },
  'account.updated': {
    subject: 'account',
    meaning: 'A company customer changed. `changed` names what; the fields hold the state after it.',
    data: { changed, ...account },
  },
  'contact.created': { subject: 'contact', meaning: 'A company has a new key figure.', data: contact },
  'contact.updated': {
    subject: 'contact',
    meaning: 'A key figure of a company changed. `changed` names what; the fields hold the state after it.',
    data: { changed, ...contact },
  },
} as const satisfies Record<string, EntrySpec>;

interface Rule {
  minRevenue: string | null;
  topPercentOfRevenue: number | null;
}

const tier = {
  version: plain<number>(),
  name: plain<string>(),
  rank: plain<number>(),
  rule: plain<Rule | null>(),
  active: plain<boolean>(),
};

const TIERS = {
  'tier.created': { subject: 'tier', meaning: 'There is a new tier.', data: tier },
  'tier.updated': {
    subject: 'tier',
    meaning: 'A tier changed. `changed` names what; the fields hold the state after it.',
    data: { changed, ...tier },
  },
  'tier.applied': {
    subject: 'tier',
    meaning:
      'The rule of a tier is applied to what customers were worth in a year; those who change have an entry each.',
    data: { year: plain<number>(), currency: plain<string>() },
  },
} as const satisfies Record<string, EntrySpec>;

/** Whom the house serves, and how it classes them. */
export const CUSTOMER_ENTRIES = { ...CUSTOMERS, ...ACCOUNTS, ...TIERS } as const;
