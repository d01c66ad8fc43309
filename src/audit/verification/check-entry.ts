import { isUtf8 } from 'node:buffer';
import { isCanonical } from '../../kernel/canonical-json.js';
import { commit } from '../../kernel/proofs/commitment.js';
import { commitmentsOf, type ParsedEntry, parseEntry } from '../entries/entry-bytes.js';

/** Something that is wrong with the log. */
export interface Finding {
  code: FindingCode;
  entryId: string | null;
  position: number | null;
  detail: string;
  /** Of a value that is missing: where in the entry, and the number of the entry. */
  pointer?: string;
  seq?: number;
}

export type FindingCode =
  | 'entry_missing'
  | 'position_missing'
  | 'bytes_changed'
  | 'column_changed'
  | 'value_missing'
  | 'value_changed'
  | 'value_unknown'
  | 'out_of_order'
  | 'tile_changed'
  | 'tree_changed'
  | 'signature_wrong'
  | 'tail_cut'
  | 'log_forked';

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
  /** JSON: a list of pointer, salt in hexadecimal, value. */
  personal: string | null;
}

/**
 * Checks one entry by itself.
 * @param leaf the hash over the bytes that are there, as the tree has it
 * @param erased the values that were erased, `<entry id> <pointer>`, each by the number of the entry that says so.
 */
export function checkEntry(
  row: Checked,
  leaf: Buffer | null,
  erased: ReadonlyMap<string, number>,
): Finding[] {
  if (row.id === null) return [finding('entry_missing', row, 'a position names it, and it is not there')];
  const entry = parsed(row.bytes);
  if (!entry) return [finding('bytes_changed', row, 'the bytes are no canonical JSON of format 1')];
  try {
    return [...checkHash(row, leaf), ...checkColumns(row, entry), ...checkValues(row, entry, erased)];
  } catch (error) {
    // Whoever can change the log must not be able to end its check.
    return [finding('bytes_changed', row, `it cannot be read as an entry: ${(error as Error).message}`)];
  }
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
    return whole && isUtf8(bytes) && isCanonical(bytes.toString('utf8'), entry) ? entry : null;
  } catch {
    return null;
  }
}

function checkHash(row: Checked, leaf: Buffer | null): Finding[] {
  if (row.leafHash === null) return [];
  return leaf?.equals(row.leafHash)
    ? []
    : [finding('bytes_changed', row, 'the hash taken at sealing is another')];
}

function checkColumns(row: Checked, entry: ParsedEntry): Finding[] {
  const found: Finding[] = [];
  const compare = (name: string, column: unknown, field: unknown) => {
    if (column !== field) found.push(finding('column_changed', row, `${name} is not what the bytes say`));
  };
  compare('id', row.id, entry.id);
  compare('seq', row.seq, entry.seq);
  compare('format', row.format, entry.format);
  compare('type', row.type, entry.type);
  compare('at', row.at.toISOString(), entry.at);
  compare('actor_kind', row.actorKind, entry.actor.kind);
  compare('actor_id', row.actorId, entry.actor.id);
  compare('subject_type', row.subjectType, entry.subject.type);
  compare('subject_id', row.subjectId, entry.subject.id);
  compare('complaint_id', row.complaintId, entry.complaintId);
  compare('complaint_version', row.complaintVersion, entry.complaintVersion);
  compare('request_id', row.requestId, entry.requestId);
  return found;
}

function checkValues(row: Checked, entry: ParsedEntry, erased: ReadonlyMap<string, number>): Finding[] {
  const found: Finding[] = [];
  const open = commitmentsOf(entry);
  const values = JSON.parse(row.personal ?? '[]') as [string, string, unknown][];
  for (const [pointer, salt, value] of values) {
    const commitment = open.get(pointer);
    open.delete(pointer);
    if (commitment === undefined)
      found.push(finding('value_unknown', row, `no commitment stands at ${pointer}`));
    else if (commitment !== commit(entry.id, pointer, Buffer.from(salt, 'hex'), value))
      found.push(finding('value_changed', row, `the value of ${pointer} is not the committed one`));
  }
  for (const pointer of open.keys()) {
    if ((erased.get(`${entry.id} ${pointer}`) ?? 0) > entry.seq) continue;
    const detail = `the value of ${pointer} is gone, and no entry says that it was erased`;
    found.push({ ...finding('value_missing', row, detail), pointer, seq: entry.seq });
  }
  return found;
}
