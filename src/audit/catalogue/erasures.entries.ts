import { type EntrySpec, personal, plain } from '../entry-fields.js';

const basis = plain<'request' | 'retention'>();

/** How what is known of a person is erased, and which values the log has lost by that. */
export const ERASURE_ENTRIES = {
  'erasure.planned': {
    subject: 'erasure',
    meaning:
      'Somebody planned to erase what is known of a person. `customerIds`, `contactIds` and `complaintIds` name all ' +
      'that is covered.',
    data: {
      basis,
      customerId: plain<string | null>(),
      contactId: plain<string | null>(),
      complaintId: plain<string | null>(),
      customerIds: plain<string[]>(),
      contactIds: plain<string[]>(),
      complaintIds: plain<string[]>(),
      reason: personal<string>(),
    },
  },
  'erasure.cancelled': {
    subject: 'erasure',
    meaning: 'What was planned to be erased stays.',
    data: {},
  },
  'erasure.done': {
    subject: 'erasure',
    meaning:
      'Somebody other than who planned it approved an erasure, and it was carried out. The values that the log lost ' +
      'are named by the entries `values.erased` about it.',
    data: {
      basis,
      plannedById: plain<string | null>(),
      rows: plain<number>(),
      entries: plain<number>(),
      values: plain<{ kind: string; count: number }[]>(),
    },
  },
  'values.erased': {
    subject: 'erasure',
    meaning:
      'Personal values were erased from the log; the named ones are missing for this reason and no other.',
    data: {
      values: plain<{ entryId: string; pointer: string }[]>(),
      reason: basis,
    },
  },
} as const satisfies Record<string, EntrySpec>;
