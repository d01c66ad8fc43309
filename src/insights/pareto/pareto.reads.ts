import { Injectable } from '@nestjs/common';
import { RANKED } from '../../customers/value/ranking.js';
import type { Actor } from '../../kernel/actor.js';
import { decimalsOf } from '../../kernel/money/currencies.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, type Page, pageOf } from '../../platform/http/page.js';
import type { ParetoDto, ParetoQuery, ParetoSummaryDto, ParetoSummaryQuery } from './pareto.dto.js';

/** How much of the revenue which customers bring. All sums are those of exact decimals. */
@Injectable()
export class ParetoReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** The best first. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: ParetoQuery): Promise<Page<ParetoDto>> {
    const { year, currency, cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listCustomersByRevenue', query, viewer);
    const [after = 0] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const decimals = decimalsOf(currency) ?? 0;
    const rows = await this.database.read<ParetoDto>(PAGE, [year, currency, decimals, after, limit + 1]);
    return pageOf(rows, limit, (last) => this.cursors.encode([last.rank], scope));
  }

  async summary({ year, currency }: ParetoSummaryQuery): Promise<ParetoSummaryDto> {
    const params = [year, currency, decimalsOf(currency) ?? 0];
    const [summary] = await this.database.read<ParetoSummaryDto>(SUMMARY, params);
    if (!summary) throw new Error('the database added nothing up');
    return summary;
  }
}

/** Decimal text with the decimals of the currency, `$3`. */
const amount = (sum: string) => `round(coalesce(${sum}, 0), $3::int)::text`;
const share = (part: string, whole: string) => `round(${part} / nullif(${whole}, 0), 4)::float8`;

/** Everybody of the year is ranked, but only those of the page are named and written out. */
const PAGE = `
  WITH ${RANKED}, page AS (SELECT r.* FROM ranked r WHERE r.rank > $4 ORDER BY r.rank LIMIT $5)
  SELECT p.rank, p.id AS customer_id, c.name, c.tier, ${amount('p.revenue')} AS revenue,
    ${amount('p.cost_to_serve')} AS cost_to_serve, ${amount('p.revenue - p.cost_to_serve')} AS profit,
    ${share('p.revenue', 'p.total')} AS share, ${share('p.revenue_so_far', 'p.total')} AS cumulative_share
  FROM page p JOIN customers c ON c.id = p.id ORDER BY p.rank`;

const SUMMARY = `
  WITH ${RANKED}, added AS (
    SELECT count(*) AS customers, sum(r.revenue) AS revenue, sum(r.cost_to_serve) AS cost,
      count(*) FILTER (WHERE r.rank <= ceil(r.customers * 0.2)) AS top,
      sum(r.revenue) FILTER (WHERE r.rank <= ceil(r.customers * 0.2)) AS top_revenue
    FROM ranked r)
  SELECT a.customers, ${amount('a.revenue')} AS revenue, ${amount('a.cost')} AS cost_to_serve,
    ${amount('a.revenue - a.cost')} AS profit, a.top AS top_fifth_customers,
    ${amount('a.top_revenue')} AS top_fifth_revenue, ${share('a.top_revenue', 'a.revenue')} AS top_fifth_share
  FROM added a`;
