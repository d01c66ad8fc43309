import { type EntrySpec, personal, plain } from '../entry-fields.js';

/** What one complaint took over from another: the ids, each with the one that it had there. */
interface Renamed {
  formerId: string;
  id: string;
}

const state = plain<string>();
const reason = personal<string | null>();

/** What happens where two complaints become one: once at each of them. */
export const MERGING_ENTRIES = {
  'complaint.merged': {
    subject: 'complaint',
    meaning:
      'Another complaint of the customer goes on for this one as well: `intoId`. `confirmedSamePerson`: staff said ' +
      'that they checked that both are one person.',
    data: {
      state,
      endedIn: plain<string>(),
      intoId: plain<string>(),
      confirmedSamePerson: plain<boolean>(),
      reason,
    },
  },
  'complaint.absorbed': {
    subject: 'complaint',
    meaning:
      'Another complaint, `fromId`, was merged into this one. Its open promises, and what the customer wrote there ' +
      'and nobody had heard, stand here under new ids; broken promises, breaches, remedies and claimed facts came as ' +
      'they were. Entries from before are about `fromId`. `level` and `tags` are those of both from then on.',
    data: {
      state,
      fromId: plain<string>(),
      promises: plain<Renamed[]>(),
      messages: plain<Renamed[]>(),
      brokenPromiseIds: plain<string[]>(),
      breachIds: plain<string[]>(),
      remedyIds: plain<string[]>(),
      issueIds: plain<string[]>(),
      representativeId: plain<string | null>(),
      referralIds: plain<string[]>(),
      factIds: plain<string[]>(),
      level: plain<number>(),
      tags: personal<string[]>(),
      reason,
    },
  },
} as const satisfies Record<string, EntrySpec>;
