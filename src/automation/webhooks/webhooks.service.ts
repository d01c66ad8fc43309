import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { after } from '../../kernel/duration.js';
import { newId } from '../../kernel/identifiers.js';
import { inputError, invalid } from '../../kernel/refusal.js';
import { Outbound } from '../../platform/outbound/outbound.js';
import { aliveIn } from './alive.js';
import type { NewWebhookBody, WebhookChangesBody } from './webhook.dto.js';
import type { Webhook } from './webhook.entity.js';

/** How long deliveries are signed with the old secret as well. */
const OVERLAP = 'PT24H';

/** Sets webhooks up, changes them, and ends them. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbound: Outbound,
  ) {}

  /** It begins with what happens afterwards. @throws Refusal 400 where its target may not be called */
  create(call: Call, { url, types, description, active = true }: NewWebhookBody): Promise<Written> {
    this.expectTarget(url);
    return this.ledger.write(call, 'create webhook', [], async (c) => {
      const id = newId();
      const said = { url, types, description: description ?? null, active };
      const rest = { disabledReason: null, secretGeneration: 1, oldSecretUntil: null, retiredAt: null };
      const webhook: Webhook = { id, ...said, ...rest, version: 1, createdAt: c.now, updatedAt: c.now };
      await c.tx.insert('webhooks', [webhook]);
      await c.tx.rows(BEGIN_NOW, [id]);
      c.record('webhook.created', { type: 'webhook', id }, said);
      return { id, location: `/v1/webhooks/${id}` };
    });
  }

  /** What is already so is no change. @throws Refusal 400 where its target may not be called, 404 */
  change(call: Call, id: string, given: WebhookChangesBody): Promise<Written> {
    if (given.url !== undefined) this.expectTarget(given.url);
    const subject = { type: 'webhook', id, versioned: true } as const;
    return this.ledger.write(call, 'change webhook', [subject], async (c) => {
      const webhook = aliveIn(c, id);
      const { url = webhook.url, types = webhook.types, active = webhook.active } = given;
      const description = given.description === undefined ? webhook.description : given.description;
      const said = { url, types, description, active };
      const changed = (Object.keys(said) as (keyof typeof said)[]).filter(
        (field) => !isDeepStrictEqual(said[field], webhook[field]),
      );
      if (changed.length === 0) return { id };
      await save(c, { ...webhook, ...said, disabledReason: active ? null : webhook.disabledReason });
      if (changed.includes('url') || (active && !webhook.active)) await beginAnew(c, id);
      c.record('webhook.updated', subject, { changed, ...said });
      return { id };
    });
  }

  /** The secret before stays good for a day; one from before that does not. @throws Refusal 404 */
  rollSecret(call: Call, id: string): Promise<Written> {
    const subject = { type: 'webhook', id, versioned: true } as const;
    return this.ledger.write(call, 'roll secret', [subject], async (c) => {
      const webhook = aliveIn(c, id);
      const oldSecretUntil = after(c.now, OVERLAP);
      await save(c, { ...webhook, secretGeneration: webhook.secretGeneration + 1, oldSecretUntil });
      c.record('webhook.secret_rolled', subject, { oldSecretUntil: oldSecretUntil.toISOString() });
      return { id };
    });
  }

  /** @throws Refusal 404 */
  async retire(call: Call, id: string): Promise<void> {
    const subject = { type: 'webhook', id, versioned: true } as const;
    await this.ledger.write(call, 'retire webhook', [subject], async (c) => {
      await save(c, { ...aliveIn(c, id), active: false, retiredAt: c.now });
      await c.tx.rows(DROP_WAITING, [id]);
      c.record('webhook.retired', subject, {});
      return { id };
    });
  }

  private expectTarget(url: string): void {
    const flaw = this.outbound.flawOf(url);
    if (flaw !== null) throw invalid([inputError('/url', 'is_url', flaw)]);
  }
}

async function save(c: Change, webhook: Webhook): Promise<void> {
  await c.tx.save('webhooks', [{ ...webhook, version: webhook.version + 1, updatedAt: c.now }]);
}

/** Whoever changes where it leads, or lets it go on, says that it is worth trying now. */
async function beginAnew(c: Change, id: string): Promise<void> {
  await c.tx.rows(FORGET_FAILURES, [id]);
  await c.tx.rows(TRY_NOW, [id, c.now]);
}

const BEGIN_NOW = `INSERT INTO webhook_queues (webhook_id, position)
  SELECT $1, coalesce(max(p.position), 0) FROM entry_positions p`;

const FORGET_FAILURES = `UPDATE webhook_queues q SET failures = 0, opened_at = NULL, rests_until = NULL
  WHERE q.webhook_id = $1`;

const TRY_NOW = `UPDATE webhook_deliveries d SET next_attempt_at = $2 WHERE d.webhook_id = $1 AND d.state = 'waiting'`;

const DROP_WAITING = `DELETE FROM webhook_deliveries d WHERE d.webhook_id = $1 AND d.state = 'waiting'`;
