import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** Whom something is about: a customer, or a complaint alone. One of them is null. */
const about = { customerId: plain<string | null>(), aboutComplaintId: plain<string | null>() };

/** What keeps complaints from being erased, and what people may have of what is kept. */
export const KEEPING_ENTRIES = {
  'legal_hold.set': {
    subject: 'legal_hold',
    meaning: 'Something may not be erased for now: a customer with all complaints, or one complaint.',
    data: { ...about, until: plain<string | null>(), reason: personal<string>() },
  },
  'legal_hold.released': {
    subject: 'legal_hold',
    meaning: 'What a hold had kept may be erased again, unless another one keeps it.',
    data: { ...about, reason: personal<string>() },
  },
  'subject_export.made': {
    subject: 'subject_export',
    meaning: 'Everything that is known about a person can be read in one piece, until `expiresAt`.',
    data: { ...about, expiresAt: plain<string>() },
  },
  'subject_export.read': {
    subject: 'subject_export',
    meaning: 'Somebody read everything that is known about a person.',
    data: about,
  },
} as const satisfies Record<string, EntrySpec>;
