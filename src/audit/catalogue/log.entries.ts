import { type EntrySpec, plain } from '../entry-fields.js';

/** What is done with the log itself. */
export const LOG_ENTRIES = {
  'audit.exported': {
    subject: 'user',
    meaning:
      'A user took entries out of the log as a file: which ones, and the SHA-256 of the file in hexadecimal.',
    data: {
      format: plain<'ndjson' | 'csv'>(),
      filter: plain<object>(),
      count: plain<number>(),
      firstPosition: plain<number | null>(),
      lastPosition: plain<number | null>(),
      sha256: plain<string>(),
    },
  },
} as const satisfies Record<string, EntrySpec>;
