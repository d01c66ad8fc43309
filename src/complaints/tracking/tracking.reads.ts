import { Injectable } from '@nestjs/common';
import { type TrackingClaim, type TrackingLookup, TrackingTokens } from '../../access/tracking-tokens.js';
import { Clock } from '../../kernel/clock.js';
import { Refusal } from '../../kernel/refusal.js';
import { unmetNeeds } from '../../kernel/workflow.js';
import { Database } from '../../platform/database/database.js';
import { complainantOf, loadCase, type Query } from '../case/case-view.js';
import type { Complaint } from '../complaint.entity.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import { WORKFLOW } from '../complaint.workflow.js';
import { trackedIssues } from '../issues/issue.reads.js';
import type { Message } from '../messages/message.entity.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import { FIRST_GENERATION } from '../representation/representing.js';
import { TermsService } from '../promises/terms.service.js';
import {
  TRACKING_ACTIONS,
  type TrackingAction,
  type ReceivedTrackingDto,
  type TrackedMessageDto,
  type TrackingDto,
} from './tracking.dto.js';

/** What the complainant sees of their own complaint. */
@Injectable()
export class TrackingReads implements TrackingLookup {
  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintReads,
    private readonly clock: Clock,
    private readonly tokens: TrackingTokens,
    private readonly terms: TermsService,
  ) {}

  async complainantOf({ complaintId, generation }: TrackingClaim): Promise<Opened | null> {
    const [row] = await this.database.read<Opened>(OPENED, [complaintId, generation]);
    return row ?? null;
  }

  /** @throws Refusal 404 */
  async view(complaintId: string): Promise<TrackingDto> {
    const complaint = await this.complaints.row(complaintId);
    return complaint.mergedIntoId ? this.view(complaint.mergedIntoId) : this.shown(complaint);
  }

  /**
   * The receipt of a complaint: the view with the token that opens it.
   * @throws Refusal 422 where it is asked for again by somebody whose token was replaced: they see nothing any more
   */
  async receipt(complaintId: string): Promise<ReceivedTrackingDto> {
    const complaint = await this.complaints.row(complaintId);
    if (complaint.tokenGeneration > FIRST_GENERATION) throw tokenReplaced();
    return { id: complaintId, ...(await this.shown(complaint)), trackingToken: this.tokenOf(complaint) };
  }

  /** The one that opens the complaint now. @throws Refusal 404 */
  async tokenFor(complaintId: string): Promise<string> {
    return this.tokenOf(await this.complaints.row(complaintId));
  }

  tokenOf({ id, tokenGeneration }: Pick<Complaint, 'id' | 'tokenGeneration'>): string {
    return this.tokens.issue(id, tokenGeneration);
  }

  private async shown(complaint: Complaint): Promise<TrackingDto> {
    const complaintId = complaint.id;
    const query: Query = (sql, params) => this.database.read(sql, params);
    const promises = await query<CustomerPromise>(PROMISES, [complaintId]);
    const messages = await query<Message>(MESSAGES, [complaintId]);
    const terms = await (await this.terms.house()).of(complaint);
    const actor = complainantOf(complaint);
    const view = await loadCase(query, complaint, { actor, now: this.clock.now(), terms });
    const untold = view.queued.some(({ kind, keeps }) => kind === 'decision' && keeps.length > 0);
    const next = promises.find(({ state, pausedSince }) => state === 'open' && !pausedSince);
    const { reference, state, subject, language, resolution, version } = complaint;
    return {
      reference,
      state,
      subject,
      receivedAt: complaint.receivedAt.toISOString(),
      language,
      owner: complaint.ownerName
        ? { name: complaint.ownerName, phone: complaint.ownerPhone, email: complaint.ownerEmail }
        : null,
      nextPromise: next ? { kind: next.kind, dueAt: next.dueAt.toISOString() } : null,
      promises: promises.map((p) => ({
        kind: p.kind,
        what: p.what,
        dueAt: p.dueAt.toISOString(),
        state: p.state,
      })),
      messages: messages.map(shownMessage),
      issues: trackedIssues(view.issues, resolution !== null && !untold),
      resolution:
        resolution && !untold ? { outcome: resolution.outcome, explanation: resolution.explanation } : null,
      closesAt: complaint.closesAt?.toISOString() ?? null,
      disputableUntil: complaint.disputableUntil?.toISOString() ?? null,
      actions: TRACKING_ACTIONS.filter(
        (name) =>
          !(untold && ANSWERS.includes(name)) &&
          unmetNeeds(name, WORKFLOW.actions[name], view, null).length === 0,
      ),
      version,
    };
  }
}

function tokenReplaced(): Refusal {
  return new Refusal(
    'idempotency_key_reused',
    'What was received under this key is not open to its sender any more.',
  );
}

interface Opened {
  complaintId: string;
  name: string | null;
}

/** The complaint of a token, or the one that it was merged into, however often. */
const OPENED = `
  WITH RECURSIVE way AS (
    SELECT c.id, c.complainant_name, c.merged_into_id, 1 AS step FROM complaints c
    WHERE c.id = $1 AND c.token_generation = $2
    UNION ALL
    SELECT c.id, c.complainant_name, c.merged_into_id, w.step + 1
    FROM way w JOIN complaints c ON c.id = w.merged_into_id)
  SELECT w.id AS complaint_id, w.complainant_name AS name FROM way w ORDER BY w.step DESC LIMIT 1`;

/** What answers a decision: not offered before the decision left the house. */
const ANSWERS: readonly TrackingAction[] = ['accept', 'dispute'];

const PROMISES = `
  SELECT p.* FROM promises p WHERE p.complaint_id = $1 ORDER BY p.due_at, p.created_at, p.id LIMIT 1000`;

/** Words that still have to be said or sent are no words to the customer yet. */
const MESSAGES = `
  SELECT * FROM (
    SELECT m.* FROM messages m
    WHERE m.complaint_id = $1 AND m.audience = 'customer' AND m.delivery_state IS DISTINCT FROM 'queued'
    ORDER BY m.created_at DESC, m.id DESC LIMIT 200) latest
  ORDER BY latest.created_at, latest.id`;

function shownMessage({ direction, body, deliveryAt, createdAt }: Message): TrackedMessageDto {
  return { direction, body, at: (deliveryAt ?? createdAt).toISOString() };
}
