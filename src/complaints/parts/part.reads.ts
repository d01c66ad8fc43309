import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { ComplaintReads } from '../complaint.reads.js';
import type { FactDto } from '../facts/fact.dto.js';
import type { Fact } from '../facts/fact.entity.js';
import type { MessageDto } from '../messages/message.dto.js';
import type { Message } from '../messages/message.entity.js';
import { isComplainedAbout } from '../workflow/needs.js';
import type { PromiseDto } from '../promises/promise.dto.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import { shownPromise } from '../promises/promise.reads.js';

/**
 * The parts of a complaint, by the table they stand in: how each is shown, and what a person complained
 * about does not see.
 */
const PARTS = {
  facts: { show: (row: object) => shownFact(row as Fact), hidden: 'false' },
  messages: { show: (row: object) => shownMessage(row as Message), hidden: `t.audience = 'internal'` },
  promises: { show: (row: object) => shownPromise(row as CustomerPromise), hidden: 'false' },
} as const;

type Shown = { facts: FactDto; messages: MessageDto; promises: PromiseDto };

/** What is shown of the parts of a complaint, oldest first. */
@Injectable()
export class PartReads {
  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintReads,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one<P extends keyof Shown>(
    part: P,
    viewer: Actor,
    complaintId: string,
    id: string,
  ): Promise<Shown[P]> {
    const seen = await this.visible(part, viewer, complaintId);
    const sql = `SELECT t.* FROM ${part} t WHERE t.complaint_id = $1 AND t.id = $2 AND ${seen}`;
    const [row] = await this.database.read<object>(sql, [complaintId, id]);
    if (!row) throw notFound();
    return PARTS[part].show(row) as Shown[P];
  }

  /** @throws Refusal 404, 400 `bad_cursor` */
  async list<P extends keyof Shown>(
    part: P,
    viewer: Actor,
    complaintId: string,
    query: PageQuery,
  ): Promise<Page<Shown[P]>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const seen = await this.visible(part, viewer, complaintId);
    const scope = cursorScope(part, { complaintId }, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<{ id: string }>(
      `SELECT t.* FROM ${part} t WHERE t.complaint_id = $1 AND ($2::uuid IS NULL OR t.id > $2) AND ${seen}
       ORDER BY t.id LIMIT $3`,
      [complaintId, after, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope));
    return mapPage(page, (row) => PARTS[part].show(row) as Shown[P]);
  }

  private async visible(part: keyof Shown, viewer: Actor, complaintId: string): Promise<string> {
    const complaint = await this.complaints.row(complaintId);
    return isComplainedAbout({ actor: viewer, complaint }) ? `NOT (${PARTS[part].hidden})` : 'true';
  }
}

function shownFact(f: Fact): FactDto {
  return {
    id: f.id,
    statement: f.statement,
    source: f.source,
    standing: f.standing,
    standingReason: f.standingReason,
    occurredAt: f.occurredAt?.toISOString() ?? null,
    recordedBy: { id: f.recordedById, name: f.recordedByName },
    version: f.version,
    createdAt: f.createdAt.toISOString(),
    updatedAt: f.updatedAt.toISOString(),
  };
}

function shownMessage(m: Message): MessageDto {
  const { deliveryVia: via, deliveryState: state, deliveryAt } = m;
  return {
    id: m.id,
    audience: m.audience,
    direction: m.direction,
    kind: m.kind,
    body: m.body,
    author: { kind: m.authorKind, id: m.authorId, name: m.authorName },
    delivery: via && state ? { via, state, at: deliveryAt?.toISOString() ?? null } : null,
    heardAt: m.heardAt?.toISOString() ?? null,
    version: m.version,
    createdAt: m.createdAt.toISOString(),
  };
}
