import type { Actor } from '../../kernel/actor.js';
import { fold } from '../../kernel/fold.js';
import { parseReference } from '../../kernel/reference.js';
import type { CursorValues } from '../../platform/http/cursors.js';
import { MAX_COUNT } from '../../platform/http/page.js';
import type { Complaint } from '../complaint.entity.js';
import { OPEN_STATES } from '../complaint.states.js';
import type { ComplaintQuery, Sort } from './complaint-query.dto.js';

interface Order {
  /** The expression of the index that serves it; ties are broken by the id, in the same direction. */
  by: string;
  direction: 'ASC' | 'DESC';
  /** Its value of a row, as a cursor keeps it. */
  of(row: Complaint): string;
}

const byReceived = { by: 'c.received_at', of: (row: Complaint) => row.receivedAt.toISOString() };
const byUpdated = { by: 'c.updated_at', of: (row: Complaint) => row.updatedAt.toISOString() };

export const ORDERS: Record<Sort, Order> = {
  receivedAt: { ...byReceived, direction: 'ASC' },
  '-receivedAt': { ...byReceived, direction: 'DESC' },
  updatedAt: { ...byUpdated, direction: 'ASC' },
  '-updatedAt': { ...byUpdated, direction: 'DESC' },
  due: {
    by: `coalesce(c.next_due_at, 'infinity')`,
    direction: 'ASC',
    of: (row) => row.nextDueAt?.toISOString() ?? 'infinity',
  },
};

/**
 * The statement of a list. Only the conditions that were given stand in it, so that its plan is made for
 * just these.
 */
export function searchComplaints(
  viewer: Actor,
  query: ComplaintQuery,
  after: CursorValues | null,
  limit: number,
): { sql: string; params: unknown[] } {
  const { by, direction } = ORDERS[query.sort ?? '-receivedAt'];
  const params: unknown[] = [limit];
  const parameter = (value: unknown) => `$${params.push(value)}`;
  const conditions = conditionsOf(viewer, query, parameter);
  if (after) {
    const beyond = direction === 'ASC' ? '>' : '<';
    conditions.push(
      `(${by}, c.id) ${beyond} (${parameter(after[0])}::timestamptz, ${parameter(after[1])}::uuid)`,
    );
  }
  return {
    sql: `SELECT c.* FROM complaints c ${whereAll(conditions)} ORDER BY ${by} ${direction}, c.id ${direction} LIMIT $1`,
    params,
  };
}

/** The statement of a total. It stops counting at `MAX_COUNT`. */
export function countComplaints(viewer: Actor, query: ComplaintQuery): { sql: string; params: unknown[] } {
  const params: unknown[] = [MAX_COUNT];
  const conditions = conditionsOf(viewer, query, (value) => `$${params.push(value)}`);
  const found = `SELECT 1 FROM complaints c ${whereAll(conditions)} LIMIT $1`;
  return { sql: `SELECT count(*) AS count FROM (${found}) found`, params };
}

function whereAll(conditions: string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

function conditionsOf(viewer: Actor, query: ComplaintQuery, parameter: (value: unknown) => string): string[] {
  const conditions: string[] = [];
  const where = (condition: (parameter: string) => string, value: unknown) => {
    if (value !== undefined) conditions.push(condition(parameter(value)));
  };
  const { ownerId } = query;
  where(
    (states) => `c.state = ANY (${states}::text[])`,
    query.state?.flatMap((name) => (name === 'open' ? OPEN_STATES : [name])),
  );
  if (ownerId === 'none') conditions.push('c.owner_id IS NULL');
  else where((owner) => `c.owner_id = ${owner}::uuid`, ownerId);
  where((customer) => `c.customer_id = ${customer}::uuid`, query.customerId);
  where((category) => `c.category_id = ${category}::uuid`, query.categoryId);
  where((channel) => `c.channel = ${channel}`, query.channel);
  where((severity) => `c.severity = ${severity}`, query.severity);
  where((level) => `c.level = ${level}::integer`, query.level);
  where((tag) => `c.tags @> ARRAY[${tag}::text]`, query.tag);
  where((externalId) => `c.external_id = ${externalId}`, query.externalId);
  where((from) => `c.received_at >= ${from}::timestamptz`, query.receivedFrom);
  where((to) => `c.received_at < ${to}::timestamptz`, query.receivedTo);
  where((due) => `c.next_due_at < ${due}::timestamptz`, query.dueBefore);
  if (query.q !== undefined) conditions.push(found(parameter(wordsOf(query.q)), parameter(viewer.id)));
  return conditions;
}

/** Internal notes are not searched for a viewer who is complained about. */
function found(words: string, me: string): string {
  return `c.id IN (
    SELECT w.complaint_id FROM complaint_words w JOIN complaints s ON s.id = w.complaint_id
    WHERE w.all_words @@ plainto_tsquery('simple', ${words})
      AND (w.words @@ plainto_tsquery('simple', ${words}) OR NOT ${me}::uuid = ANY (s.complained_about_user_ids)))`;
}

/** A reference is found however it was typed. A question without any letter or digit finds nothing. */
function wordsOf(question: string): string {
  return fold(parseReference(question) ?? question);
}
