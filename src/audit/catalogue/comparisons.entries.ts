import { type EntrySpec, plain } from '../entry-fields.js';

/** `field`: `row` where there is one only at one of the two. `position`: of the entry that says so. */
interface Named {
  complaintId: string;
  promiseId: string | null;
  field: string;
  logSays: string | null;
  rowSays: string | null;
  position: number | null;
}

const complaints = plain<number>();

/** What comes of replaying the log and comparing the rows with it. */
export const COMPARISON_ENTRIES = {
  'log.compared': {
    subject: 'comparison',
    meaning: 'Every complaint was replayed from its entries, and its rows say the same.',
    data: { complaints },
  },
  'log.differences_found': {
    subject: 'comparison',
    meaning:
      'Rows of complaints say something else than their entries. The first hundred differences are named; nothing ' +
      'was put right.',
    data: { complaints, differences: plain<number>(), named: plain<Named[]>() },
  },
} as const satisfies Record<string, EntrySpec>;
