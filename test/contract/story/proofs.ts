import type { Step } from './step.js';

/** What is shown where hashes and signatures are others each time: the example of the form's own description. */
const HASH = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const NEIGHBOUR = 'gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=';
const SIZE = 212;
const SIGNATURE =
  'Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=';
const CHECKPOINT =
  `complaints.house.example/v1/audit\n${SIZE}\n${HASH}\n\n` +
  `\u2014 complaints.house.example/v1/audit ${SIGNATURE}\n`;

/** Proofs about the log: of the first entry of the bed, that the log only grew, and everything about the bed. */
export const PROOFS_STORY: Step[] = [
  {
    operation: 'getTimeline',
    says: 'Otto reads what happened first.',
    as: 'otto',
    params: { id: '{bed.id}' },
    query: { limit: 1 },
    keep: 'first',
    quiet: true,
  },
  {
    operation: 'getEntryProof',
    says: 'Otto asks for the proof of the first entry.',
    as: 'otto',
    params: { id: '{first.items.0.id}' },
    shows: (body) => {
      const { entryId, position, index } = body as { entryId: string; position: number; index: number };
      return {
        entryId,
        position,
        index,
        leafHash: HASH,
        path: [NEIGHBOUR],
        size: SIZE,
        checkpoint: CHECKPOINT,
      };
    },
  },
  {
    operation: 'downloadEntryProof',
    says: 'Otto takes the same away as a file.',
    as: 'otto',
    params: { id: '{first.items.0.id}' },
    shows: () => `c2sp.org/tlog-proof@v1\nindex 34\n${NEIGHBOUR}\n\n${CHECKPOINT}`,
  },
  {
    operation: 'getLatestCheckpoint',
    says: 'Otto reads what was signed last.',
    as: 'otto',
    shows: () => CHECKPOINT,
  },
  {
    operation: 'getConsistencyProof',
    says: 'Otto sees that the log only grew since his last visit.',
    as: 'otto',
    query: { from: 4, to: 9 },
    shows: (body) => ({ ...(body as object), path: [HASH, NEIGHBOUR] }),
  },
  {
    operation: 'exportEvidence',
    says: 'Sam takes the evidence of the bed away.',
    as: 'sam',
    params: { id: '{bed.id}' },
    shows: () => 'PK (the bytes of a ZIP file)',
  },
];
