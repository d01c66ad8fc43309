import { type EntrySpec, plain } from '../entry-fields.js';

/** The log about itself: who signs it, that it was checked, and who took proofs of it away. */
export const PROOF_ENTRIES = {
  'key.changed': {
    subject: 'log',
    meaning:
      'The log is signed by this public key from here on; the first entry of the kind names its first key. While ' +
      'the previous key is still in use beside it, both sign.',
    data: { key: plain<string>(), previousKey: plain<string | null>() },
  },
  'log.checked': {
    subject: 'log',
    meaning:
      'The whole log was checked. `entries` were read, `findings` are wrong; `firstCode` and `firstPosition` say ' +
      'what the first one is and where. `checkpoint` is the last one that was signed before: whoever is told of ' +
      'this entry holds it outside.',
    data: {
      entries: plain<number>(),
      findings: plain<number>(),
      firstCode: plain<string | null>(),
      firstPosition: plain<number | null>(),
      checkpoint: plain<string | null>(),
    },
  },
  'evidence.exported': {
    subject: 'complaint',
    meaning:
      'Somebody took away the evidence of a complaint: its entries, with the personal values that this person may ' +
      'read, and the proofs that they stand in the log. `size` is that of the checkpoint that proves them.',
    data: { entries: plain<number>(), size: plain<number>() },
  },
} as const satisfies Record<string, EntrySpec>;
