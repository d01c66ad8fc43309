import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** Complaints that bodies outside the house have. */
export const REFERRAL_ENTRIES = {
  'referral.made': {
    subject: 'referral',
    meaning: 'A body outside the house has the complaint: an ombudsman, a court.',
    data: {
      kind: plain<string>(),
      referredBy: plain<string>(),
      referredAt: plain<string>(),
      body: personal<string>(),
      reference: personal<string | null>(),
      note: personal<string | null>(),
    },
  },
  'referral.decided': {
    subject: 'referral',
    meaning:
      'What became of a referral. `amount` is what the house has to pay: decimal text with its currency, null where ' +
      'nothing.',
    data: {
      kind: plain<string>(),
      outcome: plain<string>(),
      decidedAt: plain<string>(),
      amount: plain<string | null>(),
      currency: plain<string | null>(),
      summary: personal<string>(),
    },
  },
} as const satisfies Record<string, EntrySpec>;
