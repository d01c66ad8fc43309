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

/** What is found by an inverted index, which knows no order: words and tags. */
type Hits = 'q' | 'tag';

const HITS: Record<Hits, (parameter: string) => string> = {
  q: (words) =>
    `SELECT w.complaint_id FROM complaint_words w WHERE w.all_words @@ plainto_tsquery('simple', ${words})`,
  tag: (tag) => `SELECT t.id FROM complaints t WHERE t.tags @> ARRAY[${tag}::text]`,
};

/** The same as a condition of each complaint on the way along the order; that on tags is one that no index serves. */
const HAS: Record<Hits, (parameter: string) => string> = {
  q: (words) => `c.id IN (${HITS.q(words)})`,
  tag: (tag) => `${tag}::text = ANY (c.tags)`,
};

/** Up to so many complaints are fetched and sorted; where more have the word or the tag, the order is walked along. */
const MOST_HITS = 2500;

/** Who asks, for what, and which parts of the question more than `MOST_HITS` complaints have. */
export interface Search {
  viewer: Actor;
  query: ComplaintQuery;
  common: Hits[];
}

/**
 * The statement that tells which parts of a question are common; null where none can be. The database cannot know it
 * when it plans the list, and a plan for what is common reads every complaint to find what is rare.
 */
export function askWhatIsCommon(query: ComplaintQuery): { sql: string; params: unknown[] } | null {
  const params: unknown[] = [MOST_HITS];
  const asked = (['q', 'tag'] as const).flatMap((part) => {
    const value = valueOf(part, query);
    if (value === undefined) return [];
    const hits = `${HITS[part](`$${params.push(value)}`)} LIMIT $1::integer + 1`;
    return [`SELECT '${part}' AS part WHERE (SELECT count(*) FROM (${hits}) hits) > $1`];
  });
  return asked.length > 0 ? { sql: asked.join(' UNION ALL '), params } : null;
}

/**
 * The statement of a list. Only the conditions that were given stand in it, so that its plan is made for
 * just these.
 */
export function searchComplaints(
  search: Search,
  after: CursorValues | null,
  limit: number,
): { sql: string; params: unknown[] } {
  const { by, direction } = ORDERS[search.query.sort ?? '-receivedAt'];
  const params: unknown[] = [limit];
  const parameter = (value: unknown) => `$${params.push(value)}`;
  const conditions = conditionsOf(search, parameter);
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
export function countComplaints(search: Search): { sql: string; params: unknown[] } {
  const params: unknown[] = [MAX_COUNT];
  const conditions = conditionsOf(search, (value) => `$${params.push(value)}`);
  const found = `SELECT 1 FROM complaints c ${whereAll(conditions)} LIMIT $1`;
  return { sql: `SELECT count(*) AS count FROM (${found}) found`, params };
}

function whereAll(conditions: string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
}

function conditionsOf({ viewer, query, common }: Search, parameter: (value: unknown) => string): string[] {
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
  where(workedBy, query.workedBy);
  where((customer) => `c.customer_id = ${customer}::uuid`, query.customerId);
  where((category) => `c.category_id = ${category}::uuid`, query.categoryId);
  where((entity) => `c.legal_entity_id = ${entity}::uuid`, query.legalEntityId);
  where((brand) => `c.brand_id = ${brand}::uuid`, query.brandId);
  where((branch) => `c.branch_id = ${branch}::uuid`, query.branchId);
  where((channel) => `c.channel = ${channel}`, query.channel);
  where((severity) => `c.severity = ${severity}`, query.severity);
  where((level) => `c.level = ${level}::integer`, query.level);
  where((externalId) => `c.external_id = ${externalId}`, query.externalId);
  where((from) => `c.received_at >= ${from}::timestamptz`, query.receivedFrom);
  where((to) => `c.received_at < ${to}::timestamptz`, query.receivedTo);
  where((due) => `c.next_due_at < ${due}::timestamptz`, query.dueBefore);
  for (const part of ['q', 'tag'] as const) {
    const value = valueOf(part, query);
    if (value === undefined) continue;
    const given = parameter(value);
    conditions.push(common.includes(part) ? HAS[part](given) : `c.id = ANY (ARRAY(${HITS[part](given)}))`);
    if (part === 'q') conditions.push(mayKnow(given, parameter(viewer.id)));
  }
  return conditions;
}

/** Two conditions, each with an index: nearly no complaint has a stand-in. */
function workedBy(user: string): string {
  return `(c.owner_id = ${user}::uuid AND c.stand_in_id IS NULL OR c.stand_in_id = ${user}::uuid)`;
}

function valueOf(part: Hits, query: ComplaintQuery): string | undefined {
  return part === 'q' && query.q !== undefined ? wordsOf(query.q) : query[part];
}

/** Internal notes are not searched for a viewer who is complained about. */
function mayKnow(words: string, me: string): string {
  return `(NOT ${me}::uuid = ANY (c.complained_about_user_ids) OR EXISTS (
    SELECT FROM complaint_words o
    WHERE o.complaint_id = c.id AND o.words @@ plainto_tsquery('simple', ${words})))`;
}

/** A reference is found however it was typed. A question without any letter or digit finds nothing. */
function wordsOf(question: string): string {
  return fold(parseReference(question) ?? question);
}
