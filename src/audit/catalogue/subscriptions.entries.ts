import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** `name`: class and method of the subscriber. */
const name = plain<string>();

const parked = {
  name,
  position: plain<number>(),
  entryId: plain<string>(),
  entryType: plain<string>(),
  entryComplaintId: plain<string | null>(),
  attempts: plain<number>(),
};

/** What people do with those who follow the log. */
export const SUBSCRIPTION_ENTRIES = {
  'subscription.entry_retried': {
    subject: 'subscription',
    meaning: 'An entry on which a subscriber failed is tried again before its time.',
    data: parked,
  },
  'subscription.entry_skipped': {
    subject: 'subscription',
    meaning: 'A subscriber goes on without an entry on which it failed; nobody handles that entry any more.',
    data: { ...parked, reason: personal<string>() },
  },
  'subscription.replayed': {
    subject: 'subscription',
    meaning:
      'A subscriber that was at `formerPosition` handles again all that stands after position `after`.',
    data: { name, after: plain<number>(), formerPosition: plain<number>(), reason: personal<string>() },
  },
} as const satisfies Record<string, EntrySpec>;
