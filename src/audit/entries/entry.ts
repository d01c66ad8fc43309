import type { ActorKind } from '../../kernel/actor.js';
import { isCommitment } from '../../kernel/proofs/commitment.js';
import { type ParsedEntry, parseEntry } from './entry-bytes.js';
import type { EntryType, ReadDataOf } from '../entry-catalogue.js';
import type { SubjectType } from '../entry-fields.js';

/** An entry as everybody reads it: its bytes with the personal values filled in, and its place in the order. */
export interface Entry<T extends EntryType = EntryType> {
  format: number;
  id: string;
  seq: number;
  /** Null until it is sealed, which takes less than a second. */
  position: number | null;
  type: T;
  /** RFC 3339. */
  at: string;
  actor: { kind: ActorKind; id: string | null; name: string | null };
  subject: { type: SubjectType; id: string };
  complaintId: string | null;
  complaintVersion: number | null;
  data: ReadDataOf<T>;
  requestId: string;
}

/** What is read of an entry to show it. */
export interface StoredEntry {
  bytes: Buffer;
  position: number | null;
  /** Personal values by pointer; null where there is none. */
  personal: Record<string, unknown> | null;
}

/** The columns of a `StoredEntry`, for a statement that calls the entries `e` and their positions `p`. */
export const STORED_ENTRY = `e.bytes, p.position,
  (SELECT jsonb_object_agg(v.pointer, v.value) FROM entry_values v WHERE v.entry_id = e.id) AS personal`;

/**
 * Fills the values into the bytes. An erased value is null. A page of the log has hundreds of fields: the parsed data
 * are nobody else's, and are filled in place.
 */
export function renderEntry({ bytes, position, personal }: StoredEntry): Entry {
  const entry = parseEntry(bytes);
  const { actor, data } = entry;
  for (const field of Object.keys(data)) {
    if (isCommitment(data[field])) data[field] = personal?.[`/data/${field}`] ?? null;
  }
  const name = isCommitment(actor.name) ? (personal?.['/actor/name'] ?? null) : null;
  return {
    format: entry.format,
    id: entry.id,
    seq: entry.seq,
    position,
    type: entry.type,
    at: entry.at,
    actor: { kind: actor.kind, id: actor.id, name },
    complaintId: entry.complaintId,
    complaintVersion: entry.complaintVersion,
    requestId: entry.requestId,
    subject: entry.subject,
    data,
  } as Entry;
}

/** What must be handled in order: a complaint's entries, or those of a subject outside of any complaint. */
export function streamOf(entry: Pick<ParsedEntry | Entry, 'complaintId' | 'subject'>): string {
  return entry.complaintId ? `complaint:${entry.complaintId}` : `${entry.subject.type}:${entry.subject.id}`;
}
