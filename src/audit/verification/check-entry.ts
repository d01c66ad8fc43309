import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { commit } from '../../kernel/proofs/commitment.js';
import { commitmentsOf, type ParsedEntry, parseEntry } from '../entries/entry-bytes.js';

/** Something that is wrong with the log. */
export interface Finding {
  code: FindingCode;
  entryId: string | null;
  position: number | null;
  detail: string;
}

export type FindingCode =
  | 'entry_missing'
  | 'position_missing'
  | 'bytes_changed'
  | 'column_changed'
  | 'value_missing'
  | 'value_changed'
  | 'value_unknown'
  | 'out_of_order';

/** All that is stored of an entry. Without an entry behind a position, everything from `id` on is null. */
export interface Checked {
  position: number | null;
  entryId: string;
  leafHash: Buffer | null;
  id: string | null;
  seq: number;
  format: number;
  type: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  complaintId: string | null;
  complaintVersion: number | null;
  requestId: string;
  bytes: Buffer;
  /** Pointer, salt in hexadecimal, value. */
  personal: [string, string, unknown][] | null;
  /** Of the entry before it of the same complaint. */
  atBefore: Date | null;
  versionBefore: number | null;
  positionBefore: number | null;
}

/**
 * Checks one entry.
 * @param erased the values that were erased, `<entry id> <pointer>`, each by the number of the entry that says so.
 */
export function checkEntry(row: Checked, erased: ReadonlyMap<string, number>): Finding[] {
  if (row.id === null) return [finding('entry_missing', row, 'a position names it, and it is not there')];
  const entry = parsed(row.bytes);
  if (!entry) return [finding('bytes_changed', row, 'the bytes are no canonical JSON of format 1')];
  return [
    ...checkHash(row),
    ...checkColumns(row, entry),
    ...checkValues(row, entry, erased),
    ...checkOrder(row),
  ];
}

export function finding(
  code: FindingCode,
  row: Pick<Checked, 'entryId' | 'position'>,
  detail: string,
): Finding {
  return { code, entryId: row.entryId, position: row.position, detail };
}

const FIELDS = 'actor,at,complaintId,complaintVersion,data,format,id,requestId,seq,subject,type';

function parsed(bytes: Buffer): ParsedEntry | null {
  try {
    const entry = parseEntry(bytes);
    const whole = Object.keys(entry).join() === FIELDS && typeof entry.data === 'object';
    return whole && Buffer.from(canonicalJson(entry)).equals(bytes) ? entry : null;
  } catch {
    return null;
  }
}

function checkHash(row: Checked): Finding[] {
  if (row.leafHash === null) return [];
  const hash = createHash('sha256').update(Buffer.of(0)).update(row.bytes).digest();
  return hash.equals(row.leafHash)
    ? []
    : [finding('bytes_changed', row, 'the hash taken at sealing is another')];
}

function checkColumns(row: Checked, entry: ParsedEntry): Finding[] {
  const columns: [string, unknown, unknown][] = [
    ['id', row.id, entry.id],
    ['seq', row.seq, entry.seq],
    ['format', row.format, entry.format],
    ['type', row.type, entry.type],
    ['at', row.at.toISOString(), entry.at],
    ['actor_kind', row.actorKind, entry.actor.kind],
    ['actor_id', row.actorId, entry.actor.id],
    ['subject_type', row.subjectType, entry.subject.type],
    ['subject_id', row.subjectId, entry.subject.id],
    ['complaint_id', row.complaintId, entry.complaintId],
    ['complaint_version', row.complaintVersion, entry.complaintVersion],
    ['request_id', row.requestId, entry.requestId],
  ];
  return columns
    .filter(([, column, field]) => column !== field)
    .map(([name]) => finding('column_changed', row, `${name} is not what the bytes say`));
}

function checkValues(row: Checked, entry: ParsedEntry, erased: ReadonlyMap<string, number>): Finding[] {
  const found: Finding[] = [];
  const open = commitmentsOf(entry);
  for (const [pointer, salt, value] of row.personal ?? []) {
    const commitment = open.get(pointer);
    open.delete(pointer);
    if (commitment === undefined)
      found.push(finding('value_unknown', row, `no commitment stands at ${pointer}`));
    else if (commitment !== commit(entry.id, pointer, Buffer.from(salt, 'hex'), value))
      found.push(finding('value_changed', row, `the value of ${pointer} is not the committed one`));
  }
  for (const pointer of open.keys()) {
    if ((erased.get(`${entry.id} ${pointer}`) ?? 0) > entry.seq) continue;
    found.push(
      finding('value_missing', row, `the value of ${pointer} is gone, and no entry says that it was erased`),
    );
  }
  return found;
}

function checkOrder(row: Checked): Finding[] {
  const { position, positionBefore, at, atBefore, complaintVersion, versionBefore } = row;
  const found: Finding[] = [];
  if (atBefore && at < atBefore)
    found.push(finding('out_of_order', row, 'it is older than the entry before it'));
  if (position !== null && positionBefore !== null && position < positionBefore)
    found.push(finding('out_of_order', row, 'it stands before the entry that came before it'));
  if (versionBefore !== null && complaintVersion !== null && complaintVersion < versionBefore)
    found.push(finding('out_of_order', row, "the complaint's version went back"));
  return found;
}
