import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import type { Tx } from '../../platform/database/database.js';
import { encodeEntry, type PersonalValue } from '../entries/entry-bytes.js';
import { type EntryType, entrySpec } from '../entry-catalogue.js';
import type { SubjectType } from '../entry-fields.js';
import { callerKey } from './idempotency.store.js';
import type { Written } from './subject.js';

/** An entry that was recorded but has no number and no bytes yet. */
export interface Draft {
  type: EntryType;
  subject: { type: SubjectType; id: string };
  data: Record<string, unknown>;
  actor: Actor;
  complaint: { id: string; version: number } | null;
}

/** @throws Error where `data` has not exactly the fields of its type: the allow-list holds at run time too. */
export function draftOf(
  type: EntryType,
  subject: Draft['subject'],
  data: Record<string, unknown>,
  actor: Actor,
  complaint: Draft['complaint'] = null,
): Draft {
  const fields = Object.keys(entrySpec(type).data);
  const strange = Object.keys(data).filter((field) => !fields.includes(field));
  const absent = fields.filter((field) => data[field] === undefined);
  if (strange.length > 0 || absent.length > 0) {
    throw new Error(
      `${type}: fields not in the catalogue [${strange.join()}], fields not given [${absent.join()}]`,
    );
  }
  return { type, subject, data, actor, complaint };
}

/** Numbers the drafts, makes their bytes and inserts everything that a write leaves behind, in two statements. */
export async function writeEntries(
  tx: Tx,
  write: { call: Call; at: Date; drafts: Draft[]; written: Written },
): Promise<void> {
  const numbers = await tx.rows<{ seq: number }>(TAKE_NUMBERS, [write.drafts.length]);
  const rows = write.drafts.map((draft, index) => {
    const seq = numbers[index]?.seq;
    if (seq === undefined) throw new Error('the sequence gave too few numbers');
    return rowOf(draft, seq, write.call, write.at);
  });
  await tx.rows(INSERT_ALL, [
    ...entryParams(rows, write.call, write.at),
    ...valueParams(rows),
    ...keyParams(write),
  ]);
}

interface Row {
  id: string;
  seq: number;
  draft: Draft;
  bytes: Buffer;
  values: PersonalValue[];
}

function rowOf(draft: Draft, seq: number, call: Call, at: Date): Row {
  const id = newId();
  const fields = entrySpec(draft.type).data;
  const { bytes, values } = encodeEntry(
    {
      id,
      seq,
      type: draft.type,
      at,
      actor: { kind: draft.actor.kind, id: draft.actor.id, name: draft.actor.name },
      subject: { type: draft.subject.type, id: draft.subject.id },
      complaintId: draft.complaint?.id ?? null,
      complaintVersion: draft.complaint?.version ?? null,
      data: draft.data,
      requestId: call.requestId,
    },
    (field) => fields[field]?.personal ?? true,
  );
  return { id, seq, draft, bytes, values };
}

function entryParams(rows: Row[], call: Call, at: Date): unknown[] {
  return [
    rows.map((row) => row.id),
    rows.map((row) => row.seq),
    rows.map((row) => row.draft.type),
    rows.map((row) => row.draft.subject.type),
    rows.map((row) => row.draft.subject.id),
    rows.map((row) => row.draft.complaint?.id ?? null),
    rows.map((row) => row.draft.complaint?.version ?? null),
    rows.map((row) => row.bytes),
    at,
    rows.map((row) => row.draft.actor.kind),
    rows.map((row) => row.draft.actor.id),
    call.requestId,
  ];
}

function valueParams(rows: Row[]): unknown[] {
  const values = rows.flatMap((row) => row.values.map((value) => ({ entryId: row.id, ...value })));
  return [
    values.map((value) => value.entryId),
    values.map((value) => value.pointer),
    values.map((value) => value.salt),
    values.map((value) => JSON.stringify(value.value)),
  ];
}

function keyParams({ call, written }: { call: Call; written: Written }): unknown[] {
  const { key, route, bodyDigest } = call.idempotency ?? { key: null, route: null, bodyDigest: null };
  return [callerKey(call.actor), route, key, bodyDigest, written.status, written.location, written.id];
}

const TAKE_NUMBERS = `SELECT nextval('entries_seq') AS seq FROM generate_series(1, $1::int)`;

const INSERT_ALL = `
  WITH made AS (
    INSERT INTO entries (id, seq, format, type, at, actor_kind, actor_id, subject_type, subject_id,
                         complaint_id, complaint_version, request_id, bytes)
    SELECT m.id, m.seq, 1, m.type, $9::timestamptz, m.actor_kind, m.actor_id, m.subject_type, m.subject_id,
           m.complaint_id, m.complaint_version, $12::text, m.bytes
    FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::int[], $8::bytea[],
                $10::text[], $11::uuid[])
         AS m (id, seq, type, subject_type, subject_id, complaint_id, complaint_version, bytes, actor_kind, actor_id)
  ), waiting AS (
    INSERT INTO unsealed_entries (seq, entry_id)
    SELECT u.seq, u.id FROM unnest($2::bigint[], $1::uuid[]) AS u (seq, id)
  ), personal AS (
    INSERT INTO entry_values (entry_id, pointer, salt, value)
    SELECT v.entry_id, v.pointer, v.salt, v.value
    FROM unnest($13::uuid[], $14::text[], $15::bytea[], $16::jsonb[]) AS v (entry_id, pointer, salt, value)
  ), remembered AS (
    INSERT INTO idempotency_keys (caller, route, key, body_digest, status, location, resource_id)
    SELECT $17::text, $18::text, $19::text, $20::text, $21::int, $22::text, $23::uuid
    WHERE $19::text IS NOT NULL
  )
  SELECT 1`;
