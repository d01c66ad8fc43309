import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { RANKED } from '../value/ranking.js';
import type { AppliedTiersDto, TierDto, TierShareDto } from './tier.dto.js';
import type { Tier } from './tier.entity.js';

/** What is shown of tiers, and what their rules say. */
@Injectable()
export class TierReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<TierDto> {
    const [tier] = await this.database.read<Tier>('SELECT t.* FROM tiers t WHERE t.id = $1', [id]);
    if (!tier) throw notFound();
    return shown(tier);
  }

  /** The best first. */
  async list(viewer: Actor, query: PageQuery): Promise<Page<TierDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listTiers', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const tiers = await this.database.read<Tier>(
      'SELECT t.* FROM tiers t WHERE $1::int IS NULL OR t.rank > $1 ORDER BY t.rank LIMIT $2',
      [after, limit + 1],
    );
    return mapPage(
      pageOf(tiers, limit, (last) => this.cursors.encode([last.rank], scope)),
      shown,
    );
  }

  /** The ids of those whose rules are applied. */
  async ruled(): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      `SELECT t.id FROM tiers t WHERE ${RULED} ORDER BY t.id`,
    );
    return rows.map(({ id }) => id);
  }

  /** What the rules say now. */
  async outcome(year: number, currency: string): Promise<Omit<AppliedTiersDto, 'dryRun'>> {
    const params = [year, currency];
    const [ranked] = await this.database.read<{ customers: number }>(
      `WITH ${RANKED} SELECT count(*) AS customers FROM ranked`,
      params,
    );
    const tiers = await this.database.read<TierShareDto>(
      `WITH ${RANKED}, ${FITTING}
       SELECT t.name AS tier, count(f.id) AS customers FROM tiers t LEFT JOIN fitting f ON f.tier = t.name
       WHERE ${RULED} GROUP BY t.id ORDER BY t.rank LIMIT 1000`,
      params,
    );
    const changes = tiers.length > 0 ? await this.changes(year, currency) : [];
    return { customers: ranked?.customers ?? 0, changes: changes.length, tiers };
  }

  /** Who has another tier than the rules say, and which they say. Whom no rule fits has none by rule. */
  changes(year: number, currency: string): Promise<{ id: string; tier: string | null }[]> {
    return this.database.read(
      `WITH ${RANKED}, ${FITTING}
       SELECT c.id, f.tier FROM customers c LEFT JOIN fitting f ON f.id = c.id
       WHERE c.merged_into_id IS NULL AND c.erased_at IS NULL
         AND (c.tier_by IS DISTINCT FROM 'hand' OR c.tier_until <= $3)
         AND c.tier IS DISTINCT FROM f.tier
       ORDER BY c.id`,
      [year, currency, this.clock.now()],
    );
  }
}

const RULED = `t.active AND t.rule IS NOT NULL`;

/** The best tier whose rule fits, for each who is ranked. */
const FITTING = `fitting AS (
  SELECT r.id, (
    SELECT t.name FROM tiers t WHERE ${RULED}
      AND (t.rule ->> 'minRevenue' IS NULL OR r.revenue >= (t.rule ->> 'minRevenue')::numeric)
      AND (t.rule ->> 'topPercentOfRevenue' IS NULL
        OR (r.revenue_so_far - r.revenue) * 100 < r.total * (t.rule ->> 'topPercentOfRevenue')::int)
    ORDER BY t.rank LIMIT 1) AS tier
  FROM ranked r)`;

function shown({ createdAt, updatedAt, ...rest }: Tier): TierDto {
  return { ...rest, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
