import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { isStaff } from '../../kernel/actor.js';
import type { TlogProof } from '../../kernel/proofs/tlog-proof.js';
import { Database } from '../../platform/database/database.js';
import { IS_NOTE, shownTo } from '../audit.reads.js';
import { commitmentsOf, parseEntry } from '../entries/entry-bytes.js';
import { type Entry, renderEntry } from '../entries/entry.js';
import { entrySpec, type EntryType } from '../entry-catalogue.js';
import { ProofReads, type Signed } from './proof.reads.js';

/** Which entries of a complaint somebody may take away. */
export interface Extent {
  viewer: Actor;
  complaintId: string;
  /** Leaves internal notes out: for a viewer who is complained about. */
  hideNotes: boolean;
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

  /** How many entries a checkpoint covers, and how many of them are left out. */
  async count(
    { complaintId, hideNotes }: Extent,
    { size }: Signed,
  ): Promise<{ entries: number; omitted: number }> {
    const [row] = await this.database.read<{ entries: number; notes: number }>(COUNT, [complaintId, size]);
    const { entries = 0, notes = 0 } = row ?? {};
    return hideNotes ? { entries: entries - notes, omitted: notes } : { entries, omitted: 0 };
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
  async *entries(extent: Extent, signed: Signed): AsyncGenerator<EvidenceEntry> {
    const sql = page(extent.hideNotes);
    for (let last = 0; ;) {
      const rows = await this.database.read<Stored>(sql, [extent.complaintId, last, signed.size, PAGE]);
      const proofs = await this.proofs.inclusion(
        rows.map(({ position }) => position),
        signed,
      );
      for (const [at, row] of rows.entries()) {
        const proof = proofs[at];
        if (proof) yield evidenceOf(extent.viewer, row, proof);
      }
      last = rows.at(-1)?.seq ?? last;
      if (rows.length < PAGE) return;
    }
  }
}

function evidenceOf(viewer: Actor, { bytes, position, personal }: Stored, proof: TlogProof): EvidenceEntry {
  const plain = Object.fromEntries(
    Object.entries(personal ?? {}).map(([pointer, [, value]]) => [pointer, value]),
  );
  const shown = shownTo(viewer, renderEntry({ bytes, position, personal: plain }));
  const values = [...commitmentsOf(parseEntry(bytes)).keys()].map((pointer): EvidenceValue => {
    if (isWithheld(viewer, shown.type, pointer))
      return { pointer, state: 'withheld', salt: null, value: null };
    const [salt, value] = personal?.[pointer] ?? [null, null];
    if (salt === null) return { pointer, state: 'erased', salt: null, value: null };
    return { pointer, state: 'disclosed', salt: Buffer.from(salt, 'hex').toString('base64url'), value };
  });
  return { shown, bytes, values, proof };
}

function isWithheld(viewer: Actor, type: EntryType, pointer: string): boolean {
  return !isStaff(viewer) && entrySpec(type).data[pointer.replace('/data/', '')]?.staffOnly === true;
}

const COUNT = `SELECT count(*) AS entries, count(*) FILTER (WHERE ${IS_NOTE}) AS notes
  FROM entries e JOIN entry_positions p ON p.entry_id = e.id WHERE e.complaint_id = $1 AND p.position <= $2`;

const LAST = `SELECT max(p.position) AS last, bool_or(p.position IS NULL) AS waiting
  FROM entries e LEFT JOIN entry_positions p ON p.entry_id = e.id WHERE e.complaint_id = $1`;

function page(hideNotes: boolean): string {
  return `SELECT e.seq, e.bytes, p.position,
      (SELECT jsonb_object_agg(v.pointer, jsonb_build_array(encode(v.salt, 'hex'), v.value))
       FROM entry_values v WHERE v.entry_id = e.id) AS personal
    FROM entries e JOIN entry_positions p ON p.entry_id = e.id
    WHERE e.complaint_id = $1 AND e.seq > $2 AND p.position <= $3 ${hideNotes ? `AND NOT ${IS_NOTE}` : ''}
    ORDER BY e.seq LIMIT $4`;
}
