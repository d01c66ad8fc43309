import { Injectable } from '@nestjs/common';
import { type Change, Ledger } from '../../../audit/ledger.service.js';
import { systemCall } from '../../../kernel/call.js';
import { Refusal } from '../../../kernel/refusal.js';
import { aliveIn } from '../alive.js';
import { CIRCUIT_OPENS_AT, restAfter } from '../retrying.js';
import type { Webhook } from '../webhook.entity.js';
import { type Behaviour, DeliveryStore } from './delivery.store.js';

const WORKER = 'webhooks';

/** What becomes of a webhook whose target fails, recovers, or is gone. Each is on record. */
@Injectable()
export class WebhookCircuit {
  constructor(
    private readonly ledger: Ledger,
    private readonly store: DeliveryStore,
  ) {}

  /** Lets the target rest where it has failed too often; for longer where a trial failed, which is no news. */
  async failed(id: string, { failures, openedAt }: Behaviour): Promise<void> {
    if (failures < CIRCUIT_OPENS_AT) return;
    const rest = restAfter(failures);
    if (openedAt) await this.store.restLonger(id, rest);
    else await this.open(id, failures, rest);
  }

  /** The target took a delivery. */
  async recovered(id: string, { openedAt }: Behaviour): Promise<void> {
    if (!openedAt) return;
    await this.write('close circuit', id, async (c) => {
      const [closed] = await c.tx.rows(CLOSE, [id]);
      if (!closed) return;
      c.record('webhook.circuit_closed', { type: 'webhook', id }, { openedAt: openedAt.toISOString() });
    });
  }

  /** The target answered 410. */
  async gone(id: string): Promise<void> {
    await this.write('disable webhook', id, async (c) => {
      const webhook = aliveIn(c, id);
      if (!webhook.active) return;
      const disabled: Webhook = {
        ...webhook,
        ...{ active: false, disabledReason: 'gone', version: webhook.version + 1, updatedAt: c.now },
      };
      await c.tx.save('webhooks', [disabled]);
      c.record('webhook.disabled', { type: 'webhook', id }, { reason: 'gone' });
    });
  }

  private open(id: string, failures: number, rest: number): Promise<void> {
    return this.write('open circuit', id, async (c) => {
      const until = new Date(c.now.getTime() + 1000 * rest);
      const [opened] = await c.tx.rows(OPEN, [id, c.now, until]);
      if (!opened) return;
      const restsUntil = until.toISOString();
      c.record('webhook.circuit_opened', { type: 'webhook', id }, { failures, restsUntil });
    });
  }

  /** A webhook that was ended meanwhile needs nothing more. */
  private async write(action: string, id: string, change: (c: Change) => Promise<void>): Promise<void> {
    try {
      await this.ledger.write(systemCall(WORKER), action, [{ type: 'webhook', id }], async (c) => {
        await change(c);
        return { id };
      });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'not_found')) throw error;
    }
  }
}

const OPEN = `UPDATE webhook_queues q SET opened_at = $2, rests_until = greatest(q.rests_until, $3)
  WHERE q.webhook_id = $1 AND q.opened_at IS NULL RETURNING 1 AS opened`;

const CLOSE = `UPDATE webhook_queues q SET opened_at = NULL, rests_until = NULL
  WHERE q.webhook_id = $1 AND q.opened_at IS NOT NULL RETURNING 1 AS closed`;
