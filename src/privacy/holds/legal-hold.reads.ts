import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { LegalHoldDto, LegalHoldQuery } from './legal-hold.dto.js';
import type { LegalHold } from './legal-hold.entity.js';

/** What is shown of holds. */
@Injectable()
export class LegalHoldReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<LegalHoldDto> {
    return shown(await this.row(id));
  }

  /** @throws Refusal 404 */
  async row(id: string): Promise<LegalHold> {
    const [hold] = await this.database.read<LegalHold>('SELECT h.* FROM legal_holds h WHERE h.id = $1', [id]);
    if (!hold) throw notFound();
    return hold;
  }

  /** In the order in which they were set. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: LegalHoldQuery): Promise<Page<LegalHoldDto>> {
    const { customerId, complaintId, inForce, cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listLegalHolds', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const holds = await this.database.read<LegalHold>(LIST, [
      ...[customerId, complaintId, inForce, after],
      ...[this.clock.now(), limit + 1],
    ]);
    return mapPage(
      pageOf(holds, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }
}

const LIST = `
  SELECT h.* FROM legal_holds h
  WHERE ($1::uuid IS NULL OR h.customer_id = $1) AND ($2::uuid IS NULL OR h.complaint_id = $2)
    AND ($3::boolean IS NULL OR $3 = (h.released_at IS NULL AND (h.until IS NULL OR h.until > $5)))
    AND ($4::uuid IS NULL OR h.id > $4)
  ORDER BY h.id LIMIT $6`;

function shown(h: LegalHold): LegalHoldDto {
  return {
    id: h.id,
    customerId: h.customerId,
    complaintId: h.complaintId,
    reason: h.reason,
    until: h.until?.toISOString() ?? null,
    setBy: { id: h.setById, name: h.setByName },
    releasedAt: h.releasedAt?.toISOString() ?? null,
    releasedBy: h.releasedAt && { id: h.releasedById, name: h.releasedByName },
    releaseReason: h.releaseReason,
    version: h.version,
    createdAt: h.createdAt.toISOString(),
    updatedAt: h.updatedAt.toISOString(),
  };
}
