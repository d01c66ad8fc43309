import { Injectable } from '@nestjs/common';
import { PROMISE_KINDS } from '../../complaints/complaint.words.js';
import type { Actor } from '../../kernel/actor.js';
import { daysOfWeek, isoWeek } from '../../kernel/business-time/iso-week.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import { type Detail, splitOf } from './counts.js';
import type { Grouping, PunctualityDto, PunctualityQuery } from './punctuality.dto.js';
import { PUNCTUALITY } from './punctuality.subscription.js';

type Row = Pick<PunctualityDto, 'key' | 'name' | 'kept' | 'keptLate' | 'broken' | 'moved'>;

/** The punctuality board: sums of numbers that are kept current, never a count of promises. */
@Injectable()
export class PunctualityReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** In the order of keys, those without one last. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: PunctualityQuery): Promise<Page<PunctualityDto>> {
    const { cursor, limit = DEFAULT_LIMIT, by } = query;
    const scope = cursorScope('listPunctuality', query, viewer);
    const after = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    // Before the numbers: what is counted in between is in them, and is not promised.
    const asOf = await this.position();
    const { sql, params } = statement(query, limit + 1, after[0]);
    const page = pageOf(await this.database.read<Row>(sql, params), limit, ({ key }) =>
      this.cursors.encode([key], scope),
    );
    return { ...mapPage(page, (row) => shown(by, row)), asOf };
  }

  private async position(): Promise<number> {
    const [row] = await this.database.read<{ position: number }>(
      'SELECT s.position FROM subscriptions s WHERE s.name = $1',
      [PUNCTUALITY],
    );
    return row?.position ?? 0;
  }
}

interface Group {
  key: string;
  /** What has to be told apart for it, beside week, kind and law. */
  details: readonly Detail[];
  /** Where the name of a key `g.key` stands, and how it is shown. */
  named?: { table: string; name: string };
}

const GROUPS: Record<Grouping, Group> = {
  kind: { key: 'n.kind', details: [] },
  week: { key: 'n.week', details: [] },
  tier: { key: 'n.tier', details: ['tier'] },
  owner: { key: 'n.owner_id::text', details: ['owner'], named: { table: 'users', name: 'x.name' } },
  team: { key: 'm.team_id::text', details: ['owner'], named: { table: 'teams', name: 'x.name' } },
  category: {
    key: 'n.category_id::text',
    details: ['category'],
    named: { table: 'categories', name: `array_to_string(x.path, ' / ')` },
  },
};

/** A row for each team of the owner, and one without a team where there is none. */
const TEAMS = 'LEFT JOIN LATERAL unnest(n.team_ids) AS m (team_id) ON true';

/** Names are looked up for one page of groups, after the sums. */
function statement(
  query: PunctualityQuery,
  limit: number,
  after: unknown,
): { sql: string; params: unknown[] } {
  const { key, named } = GROUPS[query.by];
  const params: unknown[] = [limit];
  const conditions = conditionsOf(query, (value) => `$${params.push(value)}`);
  const sorted = `${key} COLLATE "C"`;
  if (after !== undefined) conditions.push(`(${sorted} > $${params.push(after)} OR ${key} IS NULL)`);
  const sums = `
    SELECT ${sorted} AS key, sum(n.kept) AS kept, sum(n.kept_late) AS kept_late, sum(n.broken) AS broken,
      sum(n.moved) AS moved
    FROM punctuality_counts n ${query.by === 'team' ? TEAMS : ''}
    WHERE ${conditions.join(' AND ')} GROUP BY 1 ORDER BY 1 NULLS LAST LIMIT $1`;
  const sql = `
    SELECT g.*, ${named?.name ?? 'NULL'} AS name
    FROM (${sums}) g ${named ? `LEFT JOIN ${named.table} x ON x.id = g.key::uuid` : ''} ORDER BY g.key NULLS LAST`;
  return { sql, params };
}

/** Only the conditions that were given stand in the statement: its plan is made for just these. */
function conditionsOf(query: PunctualityQuery, parameter: (value: unknown) => string): string[] {
  const { by, from, to, kind, legal, teamId, ownerId, tier, categoryId } = query;
  const details = [...GROUPS[by].details];
  const conditions: string[] = [];
  const where = (value: unknown, condition: (parameter: string) => string, detail?: Detail) => {
    if (value === undefined) return;
    if (detail) details.push(detail);
    conditions.push(condition(parameter(value)));
  };
  where(from && isoWeek(from), (week) => `n.week >= ${week}`);
  where(to && isoWeek(to), (week) => `n.week <= ${week}`);
  where(kind, (kinds) => `n.kind = ANY (${kinds}::text[])`);
  where(legal, (yes) => `n.legal = ${yes}`);
  // Compared by team, only this team is shown, and not also the others that its members belong to.
  where(teamId, (id) => (by === 'team' ? `m.team_id = ${id}` : `${id} = ANY (n.team_ids)`), 'owner');
  where(ownerId === 'none' ? null : ownerId, (id) => `n.owner_id IS NOT DISTINCT FROM ${id}::uuid`, 'owner');
  where(tier, (name) => `n.tier = ${name}`, 'tier');
  where(categoryId, (id) => `n.category_id = ${id}`, 'category');
  where(splitOf(details), (split) => `n.split = ${split}`);
  return conditions;
}

function shown(by: Grouping, { key, name, kept, keptLate, broken, moved }: Row): PunctualityDto {
  const total = kept + keptLate + broken;
  const share = total === 0 ? null : Math.round((kept / total) * 10_000) / 10_000;
  return {
    key,
    name: key === null ? null : (nameOf(by, key) ?? name),
    kept,
    keptLate,
    broken,
    moved,
    total,
    share,
  };
}

/** What needs no look into a table. */
function nameOf(by: Grouping, key: string): string | undefined {
  if (by === 'kind') return (PROMISE_KINDS as Record<string, string>)[key] ?? key;
  if (by === 'tier') return key;
  if (by !== 'week') return undefined;
  const { from, to } = daysOfWeek(key);
  return `${from} to ${to}`;
}
