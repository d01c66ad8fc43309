import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { WebhookDeliveryDto, WebhookDeliveryQuery } from './delivery.dto.js';
import type { WebhookDelivery } from './webhook.entity.js';
import { WebhookReads } from './webhook.reads.js';

/** What is shown of deliveries. */
@Injectable()
export class DeliveryReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly webhooks: WebhookReads,
  ) {}

  /** @throws Refusal 404, also for a delivery of another webhook or of a retired one */
  async one(webhookId: string, id: string): Promise<WebhookDeliveryDto> {
    await this.webhooks.row(webhookId);
    const [delivery] = await this.database.read<WebhookDelivery>(
      'SELECT d.* FROM webhook_deliveries d WHERE d.webhook_id = $1 AND d.id = $2',
      [webhookId, id],
    );
    if (!delivery) throw notFound();
    return shown(delivery);
  }

  /** Newest first. @throws Refusal 404 */
  async list(
    viewer: Actor,
    webhookId: string,
    query: WebhookDeliveryQuery,
  ): Promise<Page<WebhookDeliveryDto>> {
    await this.webhooks.row(webhookId);
    const { cursor, limit = DEFAULT_LIMIT, state = null } = query;
    const scope = cursorScope('listWebhookDeliveries', { ...query, webhookId }, viewer);
    const [before = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const deliveries = await this.database.read<WebhookDelivery>(
      `SELECT d.* FROM webhook_deliveries d
       WHERE d.webhook_id = $1 AND ($2::uuid IS NULL OR d.id < $2) AND ($3::text IS NULL OR d.state = $3)
       ORDER BY d.id DESC LIMIT $4`,
      [webhookId, before, state, limit + 1],
    );
    return mapPage(
      pageOf(deliveries, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }
}

function shown(delivery: WebhookDelivery): WebhookDeliveryDto {
  const { id, webhookId, entryId, type, position, state, attempts, lastStatus, lastFailure } = delivery;
  return {
    ...{ id, webhookId, messageId: entryId ?? id, type, position, state, attempts },
    nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
    lastAttemptAt: delivery.lastAttemptAt?.toISOString() ?? null,
    lastStatus,
    lastFailure,
    createdAt: delivery.createdAt.toISOString(),
    endedAt: delivery.endedAt?.toISOString() ?? null,
  };
}
