import { cleared, columns, remade, type SubjectKind, type TableData } from './data.js';

/** The log, and what is kept beside it. */

/** Entries of the complaints themselves, and of the links at their other ends, which say the same of both. */
function aboutComplaints(ids: string): string {
  return `(
    SELECT e.id FROM entries e WHERE e.complaint_id = ANY (${ids})
    UNION ALL
    SELECT o.id FROM entries e
    JOIN entries o ON o.complaint_id = (convert_from(e.bytes, 'UTF8')::jsonb #>> '{data,otherId}')::uuid
      AND o.type = e.type AND o.subject_id = e.subject_id
    WHERE e.complaint_id = ANY (${ids}) AND e.type = 'link.added'
    UNION ALL ${aboutErasures(`r.complaint_ids && ${ids}`)})`;
}

function about(subject: 'customer' | 'contact'): (ids: string) => string {
  return (ids) => `t.entry_id IN (
    SELECT e.id FROM entries e
    WHERE e.complaint_id IS NULL AND e.subject_id = ANY (${ids}) AND e.subject_type = '${subject}'
    UNION ALL ${aboutErasures(`r.${subject}_ids && ${ids}`)}
    ${subject === 'customer' ? `UNION ALL ${aboutHolds(ids)}` : ''})`;
}

/** A hold on a complaint stands in the complaint's own timeline. */
function aboutHolds(customerIds: string): string {
  return `SELECT e.id FROM legal_holds h JOIN entries e ON e.subject_id = h.id
    WHERE e.complaint_id IS NULL AND e.subject_type = 'legal_hold' AND h.customer_id = ANY (${customerIds})`;
}

function aboutErasures(covering: string): string {
  return `SELECT e.id FROM erasures r JOIN entries e ON e.subject_id = r.id
    WHERE e.complaint_id IS NULL AND e.subject_type = 'erasure' AND ${covering}`;
}

/** What names somebody of the house: who acted, and who was named as owner. */
export const IS_STAFF_VALUE = `(t.pointer = '/data/ownerName' OR t.pointer = '/actor/name' AND EXISTS (
  SELECT FROM entries a WHERE a.id = t.entry_id AND a.actor_kind <> 'complainant'))`;

export const LOG_DATA: Record<string, TableData> = {
  entries: {
    rows: 'an entry of the log; commitments stand in the place of personal values',
    plain: columns(`
      id seq format type at actor_kind actor_id subject_type subject_id complaint_id complaint_version request_id
      bytes`),
  },
  entry_values: {
    rows: 'a personal value of an entry; those that name staff stay',
    of: {
      complaint: (ids) => `t.entry_id IN ${aboutComplaints(ids)} AND NOT ${IS_STAFF_VALUE}`,
      customer: (ids) => `${about('customer')(ids)} AND NOT ${IS_STAFF_VALUE}`,
      contact: (ids) => `${about('contact')(ids)} AND NOT ${IS_STAFF_VALUE}`,
    },
    personal: { value: remade('log', 'NULL') },
    deleted: true,
    plain: columns('entry_id pointer salt'),
  },
  entry_positions: { rows: 'the place of an entry', plain: columns('position entry_id leaf_hash') },
  log_identity: { rows: 'the name of the log', plain: columns('id origin created_at') },
  log_tiles: { rows: 'a piece of the tree of hashes', plain: columns('level index hashes root') },
  log_checkpoints: { rows: 'what was signed about the log', plain: columns('size root note at') },
  unsealed_entries: { rows: 'an entry that waits for its place', plain: columns('seq entry_id') },
  idempotency_keys: {
    rows: 'what a request had done, for a day; whoever sends it chooses the key',
    of: {
      complaint: (ids) => `(t.resource_id = ANY (${ids}) OR EXISTS (
        SELECT FROM unnest(${ids}) AS u (id)
        WHERE t.caller = 'complainant:' || u.id OR t.route LIKE '%/complaints/' || u.id || '/%'))`,
      customer: ofResource('customers'),
      contact: ofResource('contacts'),
    },
    personal: { key: remade('traces', 'NULL') },
    deleted: true,
    plain: columns('caller route body_digest status location resource_id created_at'),
  },
  access_records: {
    rows: 'whom a record of access concerns',
    plain: columns('id subject_type subject_id'),
  },
  subscriptions: {
    rows: 'how far a subscriber is',
    plain: columns('name position id generation replay_until leased_by leased_until created_at'),
  },
  subscription_parked: {
    rows: 'an entry on which a subscriber failed',
    of: { complaint: ofStream('complaint'), customer: ofStream('customer'), contact: ofStream('contact') },
    personal: { last_error: cleared('traces') },
    plain: columns('subscription position stream attempts next_attempt_at tried_by parked_at'),
  },
  log_comparisons: {
    rows: 'that the rows of complaints were compared with the log',
    plain: columns('id complaints differences created_at'),
  },
};

function ofResource(path: string): (ids: string) => string {
  return (ids) => `(t.resource_id = ANY (${ids}) OR EXISTS (
    SELECT FROM unnest(${ids}) AS u (id) WHERE t.route LIKE '%/${path}/' || u.id || '/%'))`;
}

function ofStream(subject: SubjectKind): (ids: string) => string {
  return (ids) => `t.stream IN (SELECT '${subject}:' || u.id FROM unnest(${ids}) AS u (id))`;
}
