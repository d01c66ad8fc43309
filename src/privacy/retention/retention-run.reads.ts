import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type {
  RefusedForDto,
  RetentionRunDto,
  RetentionRunItemDto,
  RetentionRunItemQuery,
} from './retention-run.dto.js';
import type { ItemState, RetentionRun, RetentionRunItem } from './retention-run.entity.js';

/** What is shown of runs. */
@Injectable()
export class RetentionRunReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<RetentionRunDto> {
    const [run] = await this.shown([await this.row(id)]);
    if (!run) throw notFound();
    return run;
  }

  /** @throws Refusal 404 */
  async row(id: string): Promise<RetentionRun> {
    const [run] = await this.database.read<RetentionRun>('SELECT r.* FROM retention_runs r WHERE r.id = $1', [
      id,
    ]);
    if (!run) throw notFound();
    return run;
  }

  /** In the order in which they were planned. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: PageQuery): Promise<Page<RetentionRunDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listRetentionRuns', {}, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<RetentionRun>(LIST, [after, limit + 1]);
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope));
    return { ...page, items: await this.shown(page.items) };
  }

  /** @throws Refusal 404, 400 `bad_cursor` */
  async items(
    viewer: Actor,
    runId: string,
    query: RetentionRunItemQuery,
  ): Promise<Page<RetentionRunItemDto>> {
    const { state, cursor, limit = DEFAULT_LIMIT } = query;
    await this.row(runId);
    const scope = cursorScope('listRetentionRunItems', { runId, state }, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<RetentionRunItem>(ITEMS, [runId, state, after, limit + 1]);
    return mapPage(
      pageOf(rows, limit, (last) => this.cursors.encode([last.complaintId], scope)),
      shownItem,
    );
  }

  private async shown(runs: RetentionRun[]): Promise<RetentionRunDto[]> {
    const ids = [runs.map(({ id }) => id)];
    const counts = await this.database.read<{ runId: string; state: ItemState; count: number }>(COUNTS, ids);
    const reasons = await this.database.read<RefusedForDto & { runId: string }>(REASONS, ids);
    const of = (run: RetentionRun, state: ItemState) =>
      counts.find((one) => one.runId === run.id && one.state === state)?.count ?? 0;
    return runs.map((run) => ({
      id: run.id,
      state: run.state,
      asOf: run.asOf.toISOString(),
      planned: of(run, 'planned'),
      done: of(run, 'done'),
      refused: of(run, 'refused'),
      refusedFor: reasons.filter(({ runId }) => runId === run.id).map(({ code, count }) => ({ code, count })),
      plannedBy: { id: run.plannedById, name: run.plannedByName },
      decidedBy: run.decidedAt && { id: run.decidedById, name: run.decidedByName },
      decidedAt: run.decidedAt?.toISOString() ?? null,
      doneAt: run.doneAt?.toISOString() ?? null,
      version: run.version,
      createdAt: run.createdAt.toISOString(),
      updatedAt: run.updatedAt.toISOString(),
    }));
  }
}

const LIST = 'SELECT r.* FROM retention_runs r WHERE ($1::uuid IS NULL OR r.id > $1) ORDER BY r.id LIMIT $2';

const ITEMS = `
  SELECT i.* FROM retention_run_items i
  WHERE i.run_id = $1 AND ($2::text IS NULL OR i.state = $2) AND ($3::uuid IS NULL OR i.complaint_id > $3)
  ORDER BY i.complaint_id LIMIT $4`;

const COUNTS = `
  SELECT i.run_id, i.state, count(*)::integer AS count FROM retention_run_items i
  WHERE i.run_id = ANY ($1::uuid[]) GROUP BY i.run_id, i.state`;

const REASONS = `
  SELECT i.run_id, u.unmet ->> 'code' AS code, count(*)::integer AS count
  FROM retention_run_items i, jsonb_array_elements(i.refused_for) AS u (unmet)
  WHERE i.run_id = ANY ($1::uuid[]) GROUP BY 1, 2 ORDER BY 1, 2`;

function shownItem(i: RetentionRunItem): RetentionRunItemDto {
  return {
    complaintId: i.complaintId,
    state: i.state,
    refusedFor: (i.refusedFor ?? []).map(({ code, detail, ids = [] }) => ({ code, detail, ids })),
    erasureId: i.erasureId,
    doneAt: i.doneAt?.toISOString() ?? null,
  };
}
