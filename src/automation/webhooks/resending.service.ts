import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { inputError, invalid, notFound } from '../../kernel/refusal.js';
import { aliveIn } from './alive.js';
import { WebhookDispatcher } from './delivering/dispatcher.service.js';
import type { ReplayWebhookBody } from './delivery.dto.js';
import { PING, type WebhookDelivery } from './webhook.entity.js';

/** What people have sent, or sent again. */
@Injectable()
export class WebhookResending {
  constructor(
    private readonly ledger: Ledger,
    private readonly dispatcher: WebhookDispatcher,
  ) {}

  /** One attempt to an inactive or resting webhook too: it is how one finds out. @returns the delivery; throws 404 */
  test(call: Call, id: string): Promise<Written> {
    return this.write(call, 'test webhook', id, async (c) => {
      const deliveryId = newId();
      const delivery: Omit<WebhookDelivery, 'leasedUntil' | 'lastAttemptAt' | 'lastStatus' | 'lastFailure'> =
        {
          ...{ id: deliveryId, webhookId: id, position: null, entryId: null, type: PING },
          ...{ stream: `${PING}:${deliveryId}`, state: 'waiting', attempts: 0 },
          ...{ nextAttemptAt: c.now, createdAt: c.now, endedAt: null },
        };
      await c.tx.insert('webhook_deliveries', [delivery]);
      c.record('webhook.tested', { type: 'webhook', id }, { deliveryId });
      return deliveryId;
    });
  }

  /** It is tried now, and then as often as a new one. @throws Refusal 404, also for a delivery of another webhook */
  redeliver(call: Call, id: string, deliveryId: string): Promise<Written> {
    return this.write(call, 'redeliver', id, async (c) => {
      const again = await c.tx.one<{ position: number | null }>(AGAIN, [id, deliveryId, c.now]);
      if (!again) throw notFound();
      c.record('webhook.redelivered', { type: 'webhook', id }, { deliveryId, position: again.position });
      return deliveryId;
    });
  }

  /** @throws Refusal 400 where the webhook has not come so far, 404 */
  replay(call: Call, id: string, { after }: ReplayWebhookBody): Promise<Written> {
    return this.write(call, 'replay webhook', id, async (c) => {
      const [reached] = await c.tx.rows(GO_BACK, [id, after]);
      if (!reached) throw invalid([inputError('/after', 'max')]);
      c.record('webhook.replayed', { type: 'webhook', id }, { after });
      return id;
    });
  }

  private async write(
    call: Call,
    action: string,
    id: string,
    change: (c: Change) => Promise<string>,
  ): Promise<Written> {
    const written = await this.ledger.write(call, action, [{ type: 'webhook', id }], async (c) => {
      aliveIn(c, id);
      return { id: await change(c) };
    });
    this.dispatcher.wake();
    return written;
  }
}

/** An attempt that is under way does not count for it. */
const AGAIN = `UPDATE webhook_deliveries d SET state = 'waiting', attempts = 0, next_attempt_at = $3, ended_at = NULL,
    leased_until = NULL
  WHERE d.webhook_id = $1 AND d.id = $2 RETURNING d.position`;

const GO_BACK = `UPDATE webhook_queues q SET position = $2 WHERE q.webhook_id = $1 AND q.position > $2
  RETURNING q.position`;
