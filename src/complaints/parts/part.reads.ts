import { Injectable } from '@nestjs/common';
import type { Attachment } from '../attachments/attachment.entity.js';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import type { FactDto } from '../facts/fact.dto.js';
import type { Fact } from '../facts/fact.entity.js';
import type { MessageDto } from '../messages/message.dto.js';
import type { Message } from '../messages/message.entity.js';
import type { PromiseDto } from '../promises/promise.dto.js';
import type { BreachDto } from '../breaches/breach.dto.js';
import type { Breach } from '../breaches/breach.entity.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import type { IssueDto } from '../issues/issue.dto.js';
import type { Issue } from '../issues/issue.entity.js';
import { shownIssue } from '../issues/issue.reads.js';
import type { RemedyDto } from '../remedies/remedy.dto.js';
import type { Remedy } from '../remedies/remedy.entity.js';
import { shownRemedy } from '../remedies/remedy.reads.js';
import type { RepresentativeDto } from '../representation/representative.dto.js';
import type { Representative } from '../representation/representative.entity.js';
import { shownRepresentative } from '../representation/representative.reads.js';
import type { ReferralDto } from '../referrals/referral.dto.js';
import type { Referral } from '../referrals/referral.entity.js';
import { shownReferral } from '../referrals/referral.reads.js';
import { shownPromise } from '../promises/promise.reads.js';

/** Attached to the note of somebody else. */
const OF_A_NOTE = `EXISTS (
  SELECT FROM messages n
  WHERE n.id = t.message_id AND n.audience = 'internal' AND n.author_id IS DISTINCT FROM $3)`;

/**
 * The parts of a complaint, by the table they stand in: how each is shown, and what a person complained
 * about (`$3`, null for everybody else) does not see: the notes of others.
 */
const PARTS = {
  facts: { show: (row: object) => shownFact(row as Fact), hidden: 'false' },
  messages: {
    show: (row: object) => shownMessage(row as Message),
    hidden: `t.audience = 'internal' AND t.author_id IS DISTINCT FROM $3`,
  },
  promises: { show: (row: object) => shownPromise(row as CustomerPromise), hidden: 'false' },
  breaches: { show: (row: object) => shownBreach(row as Breach), hidden: 'false' },
  remedies: { show: (row: object) => shownRemedy(row as Remedy), hidden: 'false' },
  issues: { show: (row: object) => shownIssue(row as Issue), hidden: 'false' },
  representatives: { show: (row: object) => shownRepresentative(row as Representative), hidden: 'false' },
  referrals: { show: (row: object) => shownReferral(row as Referral), hidden: 'false' },
  // As they stand in the table: what signs their links shows them.
  attachments: { show: (row: object) => row as Attachment, hidden: OF_A_NOTE },
} as const;

type Shown = {
  facts: FactDto;
  messages: MessageDto;
  promises: PromiseDto;
  breaches: BreachDto;
  remedies: RemedyDto;
  issues: IssueDto;
  representatives: RepresentativeDto;
  referrals: ReferralDto;
  attachments: Attachment;
};

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
    const blind = await this.complainedAbout(viewer, complaintId);
    const sql = `SELECT t.* FROM ${part} t WHERE t.complaint_id = $1 AND t.id = $2 AND ${seen(part)}`;
    const [row] = await this.database.read<object>(sql, [complaintId, id, blind]);
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
    const blind = await this.complainedAbout(viewer, complaintId);
    const scope = cursorScope(part, { complaintId }, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<{ id: string }>(
      `SELECT t.* FROM ${part} t WHERE t.complaint_id = $1 AND ($2::uuid IS NULL OR t.id > $2) AND ${seen(part)}
       ORDER BY t.id LIMIT $4`,
      [complaintId, after, blind, limit + 1],
    );
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope));
    return mapPage(page, (row) => PARTS[part].show(row) as Shown[P]);
  }

  /** The viewer's id where it is they who are complained about, else null. @throws Refusal 404 */
  private async complainedAbout(viewer: Actor, complaintId: string): Promise<string | null> {
    return (await this.complaints.isAbout(viewer, complaintId)) ? viewer.id : null;
  }
}

function seen(part: keyof Shown): string {
  return `($3::uuid IS NULL OR NOT (${PARTS[part].hidden}))`;
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

function shownBreach(b: Breach): BreachDto {
  const { causeId = null, text = null, notKnownYet = false } = b.cause ?? {};
  return {
    id: b.id,
    promiseId: b.promiseId,
    kind: b.kind,
    state: b.state,
    brokenAt: b.brokenAt.toISOString(),
    apologyMessageId: b.apologyMessageId,
    cause: b.cause && { causeId, text, notKnownYet },
    answeredAt: b.answeredAt?.toISOString() ?? null,
    answeredBy: b.answeredAt && { id: b.answeredById, name: b.answeredByName },
    reason: b.reason,
    version: b.version,
    createdAt: b.createdAt.toISOString(),
    updatedAt: b.updatedAt.toISOString(),
  };
}
