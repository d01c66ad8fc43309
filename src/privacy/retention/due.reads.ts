import { Injectable } from '@nestjs/common';
import type { Complaint } from '../../complaints/complaint.entity.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, type Page, pageOf } from '../../platform/http/page.js';
import { complaintVersions, coveredWith, type Due, hindrances } from './covered.js';
import type { DueComplaintDto, DueQuery } from './due.dto.js';

/** A complaint that a run may take. */
export interface Ready {
  id: string;
  /** By id, of the complaint and of those that are erased with it. */
  versions: Record<string, number>;
}

type DueRow = Due & Pick<Complaint, 'reference' | 'state' | 'receivedAt'> & { eraseAfter: Date };

/** How many complaints are looked at in one transaction. */
const BATCH = 100;

/** Which complaints were kept for as long as they have to be, and what hinders their erasure. */
@Injectable()
export class DueReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** Those whose time is over longest come first. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: DueQuery): Promise<Page<DueComplaintDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const asOf = query.asOf === undefined ? this.clock.now() : new Date(query.asOf);
    const scope = cursorScope('listDueComplaints', query, viewer);
    const after = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    return this.database.transaction(async (tx) => {
      const page = pageOf(await due(tx, asOf, after, limit + 1), limit, (last) =>
        this.cursors.encode([last.eraseAfter.toISOString(), last.id], scope),
      );
      const items: DueComplaintDto[] = [];
      for (const row of page.items) items.push(await this.shown(tx, row, viewer, asOf));
      return { ...page, items };
    });
  }

  /** Those that nothing hinders, up to `most`; of those that are erased together, one. */
  async ready(planner: Actor, asOf: Date, most: number): Promise<Ready[]> {
    const found: Ready[] = [];
    const taken = new Set<string>();
    for (let after: unknown[] = []; ;) {
      const rows = await this.database.transaction(async (tx) => {
        const some = await due(tx, asOf, after, BATCH);
        for (const row of some) {
          if (found.length >= most || taken.has(row.id)) continue;
          const versions = await this.free(tx, row, planner, asOf);
          if (!versions) continue;
          Object.keys(versions).forEach((id) => taken.add(id));
          found.push({ id: row.id, versions });
        }
        return some;
      });
      const last = rows.at(-1);
      if (!last || rows.length < BATCH || found.length >= most) return found;
      after = [last.eraseAfter, last.id];
    }
  }

  /** The versions of all complaints that go with one that is due; null where something hinders it, or a run has it. */
  private async free(tx: Tx, row: DueRow, planner: Actor, asOf: Date): Promise<Ready['versions'] | null> {
    const found = await coveredWith(tx, row, asOf);
    const by = { actorId: planner.id, asOf, now: this.clock.now() };
    if ((await hindrances(tx, found, by)).length > 0) return null;
    const taken = await tx.rows(TAKEN, [found.covered.complaintIds]);
    return taken.length > 0 ? null : complaintVersions(tx, found);
  }

  private async shown(tx: Tx, row: DueRow, viewer: Actor, asOf: Date): Promise<DueComplaintDto> {
    const found = await coveredWith(tx, row, asOf);
    const unmet = await hindrances(tx, found, { actorId: viewer.id, asOf, now: this.clock.now() });
    return {
      id: row.id,
      reference: row.reference,
      state: row.state,
      retentionClass: row.retentionClass,
      receivedAt: row.receivedAt.toISOString(),
      eraseAfter: row.eraseAfter.toISOString(),
      withCustomerId: found.named.customerId,
      hindrances: unmet.map(({ code, detail, ids = [] }) => ({ code, detail, ids })),
    };
  }
}

function due(tx: Tx, asOf: Date, [time = null, id = null]: unknown[], limit: number): Promise<DueRow[]> {
  return tx.rows<DueRow>(DUE, [asOf, time, id, limit]);
}

const DUE = `
  SELECT c.id, c.reference, c.state, c.customer_id, c.retention_class, c.received_at, c.erase_after
  FROM complaints c
  WHERE c.erase_after <= $1 AND c.erased_at IS NULL
    AND c.erase_after >= coalesce($2::timestamptz, '-infinity')
    AND ($2::timestamptz IS NULL OR (c.erase_after, c.id) > ($2::timestamptz, $3::uuid))
  ORDER BY c.erase_after, c.id LIMIT $4`;

/** A run that is not over has one of them. */
const TAKEN = `
  SELECT i.complaint_id FROM retention_run_items i JOIN retention_runs r ON r.id = i.run_id
  WHERE i.complaint_id = ANY ($1::uuid[]) AND i.state = 'planned' AND r.state IN ('planned', 'running') LIMIT 1`;
