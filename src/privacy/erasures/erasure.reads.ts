import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { ErasureCertificateDto, ErasureDto, ErasureQuery } from './erasure.dto.js';
import type { Erasure, Extent } from './erasure.entity.js';
import { STAYS } from './erasure.words.js';

/** What is shown of erasures. */
@Injectable()
export class ErasureReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async row(id: string): Promise<Erasure> {
    const [erasure] = await this.database.read<Erasure>('SELECT e.* FROM erasures e WHERE e.id = $1', [id]);
    if (!erasure) throw notFound();
    return erasure;
  }

  /** @throws Refusal 404 */
  async one(id: string): Promise<ErasureDto> {
    return shown(await this.row(id));
  }

  /** In the order in which they were planned. */
  async list(viewer: Actor, query: ErasureQuery): Promise<Page<ErasureDto>> {
    const { state, customerId, contactId, complaintId, cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listErasures', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const erasures = await this.database.read<Erasure>(
      `SELECT e.* FROM erasures e
       WHERE ($1::text IS NULL OR e.state = $1) AND ($2::uuid IS NULL OR e.customer_ids @> ARRAY[$2])
         AND ($3::uuid IS NULL OR e.contact_ids @> ARRAY[$3]) AND ($4::uuid IS NULL OR e.complaint_ids @> ARRAY[$4])
         AND ($5::uuid IS NULL OR e.id > $5)
       ORDER BY e.id LIMIT $6`,
      [state, customerId, contactId, complaintId, after, limit + 1],
    );
    return mapPage(
      pageOf(erasures, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /** @throws Refusal 404 also where it is not done */
  async certificate(id: string): Promise<ErasureCertificateDto> {
    const erasure = await this.row(id);
    const entries = await this.database.read<{ id: string; type: string }>(ENTRIES, [
      id,
      erasure.complaintIds,
    ]);
    const done = entries.find(({ type }) => type === 'erasure.done');
    if (erasure.state !== 'done' || !done || !erasure.decidedAt) throw notFound();
    return {
      ...about(erasure),
      erasureId: id,
      extent: extentOf(erasure),
      approvedBy: { id: erasure.decidedById, name: erasure.decidedByName },
      erasedAt: erasure.decidedAt.toISOString(),
      entryId: done.id,
      valuesErasedEntryIds: entries.filter(({ type }) => type === 'values.erased').map((entry) => entry.id),
      check: CHECK,
    };
  }
}

const CHECK =
  'Run `npm run verify-log` on the database. It finds every commitment of the log whose value is missing without an ' +
  'entry `values.erased` that names it, and every entry that was changed, moved or taken away: so a clean run says ' +
  'that exactly what is named here is missing from the log, and that the rest stands as it was.';

/** About a complaint they stand in its timeline. */
const ENTRIES = `
  SELECT e.id, e.type, e.seq FROM entries e WHERE e.complaint_id IS NULL AND e.subject_id = $1
  UNION ALL
  SELECT e.id, e.type, e.seq FROM entries e
  WHERE e.complaint_id = ANY ($2::uuid[]) AND e.subject_id = $1 AND e.type = 'values.erased'
  ORDER BY seq`;

function shown(e: Erasure): ErasureDto {
  return {
    ...about(e),
    id: e.id,
    state: e.state,
    reason: e.reason,
    extent: extentOf(e),
    decidedBy: e.decidedAt && { id: e.decidedById, name: e.decidedByName },
    decidedAt: e.decidedAt?.toISOString() ?? null,
    createdAt: e.createdAt.toISOString(),
    updatedAt: e.updatedAt.toISOString(),
  };
}

function about(e: Erasure) {
  const { basis, customerId, contactId, complaintId, customerIds, contactIds, complaintIds, version } = e;
  return {
    ...{ basis, customerId, contactId, complaintId, customerIds, contactIds, complaintIds },
    stays: [...STAYS],
    plannedBy: { id: e.plannedById, name: e.plannedByName },
    plannedAt: e.plannedAt.toISOString(),
    version,
  };
}

/** PostgreSQL keeps the members of jsonb in an order of its own; readers get the documented one. */
function extentOf({ extent: { rows, entries, values } }: Erasure): Extent {
  return { rows, entries, values: values.map(({ kind, count }) => ({ kind, count })) };
}
