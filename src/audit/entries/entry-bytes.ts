import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { type Commitment, commit, isCommitment } from '../../kernel/proofs/commitment.js';

/** What format 1 hashes, before personal values are taken out. */
export interface EntryContent {
  id: string;
  seq: number;
  type: string;
  at: Date;
  actor: { kind: string; id: string | null; name: string | null };
  subject: { type: string; id: string };
  complaintId: string | null;
  complaintVersion: number | null;
  data: Record<string, unknown>;
  requestId: string;
}

/** A personal value with what opens its commitment. Kept beside the log, where it can be erased. */
export interface PersonalValue {
  /** RFC 6901 pointer into the entry. */
  pointer: string;
  salt: Buffer;
  value: unknown;
}

/** The bytes of format 1 parsed again: personal values are commitments. */
export interface ParsedEntry {
  format: number;
  id: string;
  seq: number;
  type: string;
  at: string;
  actor: { kind: string; id: string | null; name: Commitment | null };
  subject: { type: string; id: string };
  complaintId: string | null;
  complaintVersion: number | null;
  data: Record<string, unknown>;
  requestId: string;
}

const SALT_BYTES = 32;

/**
 * The canonical bytes of an entry, format 1: RFC 8785 of exactly its eleven fields, commitments for personal values.
 * @param isPersonal whether the field of `data` is a personal value. A null stays null in either case.
 * @param makeSalt given only by tests, which need bytes that do not change.
 */
export function encodeEntry(
  content: EntryContent,
  isPersonal: (field: string) => boolean,
  makeSalt: () => Buffer = () => randomBytes(SALT_BYTES),
): { bytes: Buffer; values: PersonalValue[] } {
  const values: PersonalValue[] = [];
  const hide = (pointer: string, value: unknown): Commitment | null => {
    if (value === null) return null;
    const salt = makeSalt();
    values.push({ pointer, salt, value });
    return { commitment: commit(content.id, pointer, salt, value) };
  };
  const { at, actor, data, ...rest } = content;
  const json = canonicalJson({
    format: 1,
    ...rest,
    at: at.toISOString(),
    actor: { kind: actor.kind, id: actor.id, name: hide('/actor/name', actor.name) },
    data: Object.fromEntries(
      Object.entries(data).map(([field, value]) => [
        field,
        isPersonal(field) ? hide(`/data/${field}`, value) : value,
      ]),
    ),
  });
  return { bytes: Buffer.from(json), values };
}

/** @throws SyntaxError where the bytes are not JSON. */
export function parseEntry(bytes: Buffer): ParsedEntry {
  return JSON.parse(bytes.toString('utf8')) as ParsedEntry;
}

/** Every commitment of an entry by its pointer. */
export function commitmentsOf(entry: ParsedEntry): Map<string, string> {
  const places: [string, unknown][] = Object.entries(entry.data).map(([field, value]) => [
    `/data/${field}`,
    value,
  ]);
  places.push(['/actor/name', entry.actor.name]);
  return new Map(
    places.flatMap(([pointer, value]) => (isCommitment(value) ? [[pointer, value.commitment]] : [])),
  );
}
