import { leafHash } from '../../kernel/merkle/hashes.js';
import { parseNoteKey } from '../../kernel/proofs/signed-note.js';
import { parseTrustedKeys } from '../../kernel/proofs/trusted-keys.js';
import type { Database } from '../../platform/database/database.js';
import type { HeldCheckpoint } from '../tree/held-checkpoint.js';
import { keysOnRecord } from '../tree/keys-on-record.js';
import { checkEntry, type Finding, finding } from './check-entry.js';
import { OrderCheck } from './check-order.js';
import { type SignedState, TreeCheck } from './check-tree.js';
import { erasures, sealedPages, strayValues, unsealedPages } from './log-pages.js';

export type { Finding } from './check-entry.js';

/** What the log is held against beside itself. */
export interface Witnesses {
  /** A checkpoint that is kept outside of the database. */
  held?: HeldCheckpoint | null;
  /** The text of the public keys of which one must have signed it; else those that the log itself names. */
  key?: string;
}

/** What the check of a whole log brought. */
export interface Verdict {
  /** How many were read. */
  entries: number;
  /** What is wrong, the first position first; empty is the good answer. */
  findings: Finding[];
}

/** As `verifyLog`. @returns what is wrong. */
export async function checkLog(database: Database, witnesses: Witnesses = {}): Promise<Finding[]> {
  return (await verifyLog(database, witnesses)).findings;
}

/**
 * Checks the whole log, which may be in use: every entry's bytes, columns, personal values, hash, order and place; the
 * tree over all of them against its tiles, every signed checkpoint and its signature, and what is kept outside.
 */
export async function verifyLog(database: Database, witnesses: Witnesses = {}): Promise<Verdict> {
  const signed = await signedStates(database, witnesses);
  const tree = new TreeCheck(signed);
  const order = new OrderCheck();
  const erased = await erasures(database);
  const findings: Finding[] = [];
  let [entries, last] = [0, 0];
  for await (const page of sealedPages(database)) {
    for (const row of page) {
      const position = row.position ?? 0;
      if (position !== last + 1) findings.push(gap(last + 1, position));
      const leaf = row.id === null ? row.leafHash : leafHash(row.bytes);
      findings.push(...checkEntry(row, leaf, erased), ...order.check(row));
      if (leaf) tree.add(position, leaf);
      last = position;
    }
    entries += page.length;
  }
  findings.push(...tree.finish(last));
  const needed = Math.max(0, ...signed.filter(({ outside }) => !outside).map(({ size }) => size));
  findings.push(...(await tree.tiles.compare(database, needed)));
  for await (const page of unsealedPages(database)) {
    for (const row of page) {
      if (!row.waiting)
        findings.push(finding('position_missing', row, 'has no position and does not wait for one'));
      findings.push(...checkEntry(row, null, erased), ...order.check(row));
    }
    entries += page.length;
  }
  for await (const ids of strayValues(database))
    for (const entryId of ids)
      findings.push({ code: 'entry_missing', entryId, position: null, detail: 'only its values are left' });
  return { entries, findings: inOrder(await withoutErased(database, findings)) };
}

/** Everything that was signed, with the keys that may have. */
async function signedStates(database: Database, { held = null, key }: Witnesses): Promise<SignedState[]> {
  const keys = (await keysOnRecord((sql) => database.read(sql))).map(parseNoteKey);
  const rows = await database.read<Omit<SignedState, 'outside' | 'keys'>>(CHECKPOINTS);
  const inside = rows.map((row) => ({ ...row, keys, outside: false }));
  if (!held) return inside;
  // Where the database has the very same one, what contradicts it is not a fork but a change.
  const outside = !rows.some(({ note }) => note === held.note);
  return [
    ...inside,
    { ...held, keys: key === undefined ? keys : parseTrustedKeys(key, held.origin), outside },
  ];
}

/** Values may be erased while the log is read. */
async function withoutErased(database: Database, findings: Finding[]): Promise<Finding[]> {
  if (!findings.some(({ code }) => code === 'value_missing')) return findings;
  const erased = await erasures(database);
  const before = new Set(findings);
  for (const one of findings) {
    const { entryId, pointer, seq } = one;
    if ((erased.get(`${entryId ?? ''} ${pointer ?? ''}`) ?? 0) > (seq ?? Infinity)) before.delete(one);
  }
  return [...before];
}

function gap(position: number, next: number): Finding {
  return {
    code: 'position_missing',
    entryId: null,
    position,
    detail: `nothing stands here; the next is ${next}`,
  };
}

function inOrder(findings: Finding[]): Finding[] {
  const place = ({ position }: Finding) => position ?? Infinity;
  return findings.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

const CHECKPOINTS = 'SELECT c.size, c.root, c.note FROM log_checkpoints c ORDER BY c.size';
