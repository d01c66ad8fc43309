import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** The points of a complaint, and what was found about each. */
export const ISSUE_ENTRIES = {
  'issue.added': {
    subject: 'issue',
    meaning: 'One point complained about was put on record.',
    data: {
      categoryId: plain<string | null>(),
      what: personal<string>(),
      product: personal<string | null>(),
    },
  },
  'issue.decided': {
    subject: 'issue',
    meaning: 'Something was found about a point. `formerOutcome` where it had been decided before.',
    data: {
      outcome: plain<string>(),
      formerOutcome: plain<string | null>(),
      notDeterminedReason: plain<string | null>(),
      causeId: plain<string | null>(),
      explanation: personal<string>(),
      rootCause: personal<string | null>(),
    },
  },
  'issue.withdrawn': {
    subject: 'issue',
    meaning: 'The customer took a point back; it counts no more.',
    data: { saidHow: plain<string>(), saidAt: plain<string>() },
  },
} as const satisfies Record<string, EntrySpec>;
