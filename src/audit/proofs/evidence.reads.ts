import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { TlogProof } from '../../kernel/proofs/tlog-proof.js';
import { Database } from '../../platform/database/database.js';
import { commitmentsOf, parseEntry } from '../entries/entry-bytes.js';
import { type Entry, renderEntry } from '../entries/entry.js';
import { HIDDEN_FROM, type HiddenFrom, noNoteAbout, shownTo, withheldFrom } from '../visibility.js';
import { ProofReads, type Signed } from './proof.reads.js';

/** Which entries of a complaint somebody may take away. */
export interface Extent {
  viewer: Actor;
  complaintId: string;
}

/** One personal value of an entry. */
export interface EvidenceValue {
  /** RFC 6901 pointer into the entry. */
  pointer: string;
  /** Shown with its salt; erased since it was written; or not for the eyes of who asks. */
  state: 'disclosed' | 'erased' | 'withheld';
  /** base64url; null where the value is not disclosed. */
  salt: string | null;
  value: unknown;
}

/** All that shows what an entry says, and that it stands in the log. */
export interface EvidenceEntry {
  shown: Entry;
  bytes: Buffer;
  values: EvidenceValue[];
  proof: TlogProof;
}

interface Stored {
  seq: number;
  position: number;
  bytes: Buffer;
  /** Salt in hexadecimal and value, by pointer. */
  personal: Record<string, [string, unknown]> | null;
  hiddenFrom: HiddenFrom;
}

/** Entries read at once. */
const PAGE = 100;

/** The entries of a complaint with their proofs. */
@Injectable()
export class EvidenceReads {
  constructor(
    private readonly database: Database,
    private readonly proofs: ProofReads,
  ) {}

  /** How many entries a checkpoint covers that the viewer may see, and how many others are left out. */
  async count(
    { viewer, complaintId }: Extent,
    { size }: Signed,
  ): Promise<{ entries: number; omitted: number }> {
    const params = [complaintId, size, viewer.id];
    const [row] = await this.database.read<{ entries: number; omitted: number }>(COUNT, params);
    return row ?? { entries: 0, omitted: 0 };
  }

  /**
   * A checkpoint that covers every entry that the complaint has by now.
   * @throws Refusal 409 `proof_pending`
   */
  covering(complaintId: string): Promise<Signed> {
    return this.proofs.covering(async () => {
      const [row] = await this.database.read<{ last: number | null; waiting: boolean }>(LAST, [complaintId]);
      return row?.waiting === false ? row.last : null;
    });
  }

  /** The public keys that ever signed the log, the one in use last. */
  keys(): Promise<string[]> {
    return this.proofs.keys();
  }

  /** The entries that a checkpoint covers, in order. */
  async *entries({ viewer, complaintId }: Extent, signed: Signed): AsyncGenerator<EvidenceEntry> {
    for (let last = 0; ;) {
      const params = [complaintId, last, signed.size, PAGE, viewer.id];
      const rows = await this.database.read<Stored>(PAGE_OF, params);
      const proofs = await this.proofs.inclusion(
        rows.map(({ position }) => position),
        signed,
      );
      for (const [at, row] of rows.entries()) {
        const proof = proofs[at];
        if (proof) yield evidenceOf(viewer, row, proof);
      }
      last = rows.at(-1)?.seq ?? last;
      if (rows.length < PAGE) return;
    }
  }
}

function evidenceOf(viewer: Actor, stored: Stored, proof: TlogProof): EvidenceEntry {
  const { bytes, position, personal, hiddenFrom } = stored;
  const plain = Object.fromEntries(
    Object.entries(personal ?? {}).map(([pointer, [, value]]) => [pointer, value]),
  );
  const entry = renderEntry({ bytes, position, personal: plain });
  const withheld = new Set(withheldFrom(viewer, entry, hiddenFrom).map((field) => `/data/${field}`));
  const values = [...commitmentsOf(parseEntry(bytes)).keys()].map((pointer): EvidenceValue => {
    if (withheld.has(pointer)) return { pointer, state: 'withheld', salt: null, value: null };
    const [salt, value] = personal?.[pointer] ?? [null, null];
    if (salt === null) return { pointer, state: 'erased', salt: null, value: null };
    return { pointer, state: 'disclosed', salt: Buffer.from(salt, 'hex').toString('base64url'), value };
  });
  return { shown: shownTo(viewer, entry, hiddenFrom), bytes, values, proof };
}

const SEEN = noNoteAbout('$3');
const COUNT = `SELECT count(*) FILTER (WHERE ${SEEN}) AS entries, count(*) FILTER (WHERE NOT (${SEEN})) AS omitted
  FROM entries e JOIN entry_positions p ON p.entry_id = e.id WHERE e.complaint_id = $1 AND p.position <= $2`;

const LAST = `SELECT max(p.position) AS last, bool_or(p.position IS NULL) AS waiting
  FROM entries e LEFT JOIN entry_positions p ON p.entry_id = e.id WHERE e.complaint_id = $1`;

const PAGE_OF = `SELECT e.seq, e.bytes, p.position, ${HIDDEN_FROM},
    (SELECT jsonb_object_agg(v.pointer, jsonb_build_array(encode(v.salt, 'hex'), v.value))
     FROM entry_values v WHERE v.entry_id = e.id) AS personal
  FROM entries e JOIN entry_positions p ON p.entry_id = e.id
  WHERE e.complaint_id = $1 AND e.seq > $2 AND p.position <= $3 AND ${noNoteAbout('$5')}
  ORDER BY e.seq LIMIT $4`;
