import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { FailureCode } from '../../../platform/outbound/outbound.js';
import { PING, type Webhook, type WebhookDelivery, type WebhookQueue } from '../webhook.entity.js';

/**
 * A delivery in hand, with what is needed to send it. It is in hand until `leasedUntil`, which tells the hand, too:
 * where the row has another one, the delivery is somebody else's by now, or was asked for anew, and what became of this
 * attempt is no news of it.
 */
export type Claimed = Pick<WebhookDelivery, 'id' | 'webhookId' | 'entryId' | 'type' | 'attempts'> &
  Pick<Webhook, 'url' | 'secretGeneration' | 'oldSecretUntil'> & { leasedUntil: Date };

/** How an attempt ended. */
export interface Attempt {
  status: number | null;
  failure: FailureCode | null;
}

/** How a target behaves, after what was noted last. */
export type Behaviour = Pick<WebhookQueue, 'failures' | 'openedAt'>;

/** A webhook for which something is to be sent now. */
export interface Due {
  id: string;
  /** Its circuit is open: one delivery at a time decides. */
  open: boolean;
}

/** Seconds after which a worker that said nothing is thought dead: longer than any attempt can take. */
const LEASE = 20;

/** The rows behind the deliveries, as the worker sees them. The queue is locked before its deliveries, by everybody. */
@Injectable()
export class DeliveryStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  due(): Promise<Due[]> {
    return this.database.read(DUE, [this.clock.ahead]);
  }

  /** Takes the next delivery of a webhook in hand: the first of its complaint that waits. */
  async claim(webhookId: string): Promise<Claimed | undefined> {
    const [claimed] = await this.database.read<Claimed>(CLAIM, [this.clock.ahead, webhookId, LEASE]);
    return claimed;
  }

  /** Puts it back as if it had not been tried. */
  async release({ id, leasedUntil }: Claimed): Promise<void> {
    await this.database.read(RELEASE, [id, leasedUntil]);
  }

  /** @returns how the target behaves; undefined where all was well before, too */
  delivered({ id, webhookId, leasedUntil }: Claimed, { status }: Attempt): Promise<Behaviour | undefined> {
    return this.database.transaction(async (tx) => {
      const behaviour = await tx.one<Behaviour>(SUCCEEDED, [webhookId]);
      await tx.rows(END, [this.clock.ahead, id, leasedUntil, 'delivered', status, null]);
      return behaviour;
    });
  }

  async withheld({ id, leasedUntil }: Claimed): Promise<void> {
    await this.database.read(END, [this.clock.ahead, id, leasedUntil, 'withheld', null, null]);
  }

  /**
   * @param wait seconds until the next attempt, or null to give up
   * @param rest seconds for which the target wants to be left alone
   * @returns how the target behaves; undefined for a test, which says nothing about that
   */
  failed(
    { id, webhookId, type, leasedUntil }: Claimed,
    { status, failure }: Attempt,
    wait: number | null,
    rest: number,
  ): Promise<Behaviour | undefined> {
    const { ahead } = this.clock;
    return this.database.transaction(async (tx) => {
      const behaviour = type === PING ? undefined : await tx.one<Behaviour>(FAILED, [ahead, webhookId, rest]);
      if (wait === null) await tx.rows(END, [ahead, id, leasedUntil, 'failed', status, failure]);
      else await tx.rows(POSTPONE, [ahead, id, leasedUntil, wait, status, failure]);
      return behaviour;
    });
  }

  /** The trial of a target that rests failed: it rests again. What was on its way before counts for nothing. */
  async restLonger(webhookId: string, seconds: number): Promise<void> {
    await this.database.read(REST_LONGER, [this.clock.ahead, webhookId, seconds]);
  }

  /** @returns how many rows went: deliveries that have been over for 30 days. */
  async forgetOld(): Promise<number> {
    const gone = await this.database.read(FORGET, [this.clock.ahead]);
    return gone.length;
  }
}

/** The program's time in a statement whose first parameter is by how much it is ahead. */
const NOW = `(clock_timestamp() + $1::float8 * interval '1 millisecond')`;

/** The webhook takes entries now. */
const AWAKE = `(w.active AND (q.rests_until IS NULL OR q.rests_until <= ${NOW}))`;

/** The time of `d` has come, and nobody has it in hand. */
const READY = `d.state = 'waiting' AND d.next_attempt_at <= ${NOW}
  AND (d.leased_until IS NULL OR d.leased_until <= ${NOW})`;

/** What is no entry is a test, which is sent in any case. */
const DUE = `
  SELECT w.id, q.opened_at IS NOT NULL AS open FROM webhooks w JOIN webhook_queues q ON q.webhook_id = w.id
  WHERE w.retired_at IS NULL AND (
    (${AWAKE} AND EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = w.id AND ${READY}))
    OR EXISTS (SELECT FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.position IS NULL AND ${READY}))`;

const CLAIM = `
  WITH next AS MATERIALIZED (
    SELECT d.id FROM webhook_deliveries d
    JOIN webhooks w ON w.id = d.webhook_id JOIN webhook_queues q ON q.webhook_id = d.webhook_id
    WHERE d.webhook_id = $2 AND w.retired_at IS NULL AND ${READY} AND (d.position IS NULL OR ${AWAKE})
      AND NOT EXISTS (
      SELECT FROM webhook_deliveries b WHERE b.webhook_id = d.webhook_id AND b.stream = d.stream
        AND b.state = 'waiting' AND b.position < d.position)
    ORDER BY d.position NULLS FIRST LIMIT 1 FOR UPDATE OF d SKIP LOCKED
  )
  UPDATE webhook_deliveries d SET attempts = d.attempts + 1, last_attempt_at = ${NOW},
    leased_until = ${NOW} + $3::float8 * interval '1 second'
  FROM next n, webhooks w WHERE d.id = n.id AND w.id = d.webhook_id
  RETURNING d.id, d.webhook_id, d.entry_id, d.type, d.attempts, d.leased_until,
    w.url, w.secret_generation, w.old_secret_until`;

const RELEASE = `UPDATE webhook_deliveries d SET attempts = d.attempts - 1, leased_until = NULL
  WHERE d.id = $1 AND d.leased_until = $2`;

const SUCCEEDED = `UPDATE webhook_queues q SET failures = 0
  WHERE q.webhook_id = $1 AND (q.failures > 0 OR q.opened_at IS NOT NULL) RETURNING q.failures, q.opened_at`;

/** Nothing of the answer is kept but its status: it is not ours to show. */
const END = `UPDATE webhook_deliveries d SET state = $4, last_status = $5, last_failure = $6,
    next_attempt_at = NULL, leased_until = NULL, ended_at = ${NOW}
  WHERE d.id = $2 AND d.leased_until = $3`;

const RESTING = `(q.opened_at IS NOT NULL AND q.rests_until > ${NOW})`;

const REST_LONGER = `UPDATE webhook_queues q SET rests_until = ${NOW} + $3::float8 * interval '1 second'
  WHERE q.webhook_id = $2 AND q.opened_at IS NOT NULL AND NOT ${RESTING}`;

const FAILED = `UPDATE webhook_queues q SET failures = q.failures + CASE WHEN ${RESTING} THEN 0 ELSE 1 END,
    rests_until = CASE WHEN $3 > 0 THEN greatest(q.rests_until, ${NOW} + $3::float8 * interval '1 second')
      ELSE q.rests_until END
  WHERE q.webhook_id = $2 RETURNING q.failures, q.opened_at`;

const POSTPONE = `UPDATE webhook_deliveries d SET last_status = $5, last_failure = $6, leased_until = NULL,
    next_attempt_at = ${NOW} + $4::float8 * interval '1 second'
  WHERE d.id = $2 AND d.leased_until = $3`;

const FORGET = `DELETE FROM webhook_deliveries d
  WHERE d.state <> 'waiting' AND d.ended_at < ${NOW} - interval '30 days' RETURNING 1 AS gone`;
