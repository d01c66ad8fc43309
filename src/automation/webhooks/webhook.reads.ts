import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, MAX_COUNT, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type { Circuit, WebhookProgressDto } from './delivery.dto.js';
import type { WebhookDto } from './webhook.dto.js';
import type { Webhook, WebhookQueue } from './webhook.entity.js';

/** What is shown of webhooks. Secrets are not: `WebhookSecrets` adds one where it is to be seen. */
@Injectable()
export class WebhookReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal 404, for a retired one too */
  async one(id: string): Promise<WebhookDto> {
    return shown(await this.row(id));
  }

  /** As its row. @throws Refusal 404, for a retired one too */
  async row(id: string): Promise<Webhook> {
    const [webhook] = await this.database.read<Webhook>(`${SELECT} AND w.id = $1`, [id]);
    if (!webhook) throw notFound();
    return webhook;
  }

  /** In the order in which they were set up. */
  async list(viewer: Actor, query: PageQuery): Promise<Page<WebhookDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listWebhooks', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const webhooks = await this.database.read<Webhook>(
      `${SELECT} AND ($1::uuid IS NULL OR w.id > $1) ORDER BY w.id LIMIT $2`,
      [after, limit + 1],
    );
    return mapPage(
      pageOf(webhooks, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /** @throws Refusal 404 */
  async progress(id: string): Promise<WebhookProgressDto> {
    const [row] = await this.database.read<Progress>(PROGRESS, [id]);
    if (!row) throw notFound();
    const { openedAt, restsUntil, waitingSince, ...rest } = row;
    return {
      ...rest,
      waitingSince: waitingSince?.toISOString() ?? null,
      circuit: this.circuitOf(openedAt, restsUntil),
      restsUntil: restsUntil?.toISOString() ?? null,
    };
  }

  private circuitOf(openedAt: Date | null, restsUntil: Date | null): Circuit {
    if (!openedAt) return 'closed';
    return restsUntil && restsUntil > this.clock.now() ? 'open' : 'half_open';
  }
}

type Progress = Pick<WebhookQueue, 'webhookId' | 'position' | 'failures' | 'openedAt' | 'restsUntil'> &
  Pick<WebhookProgressDto, 'lastPosition' | 'waiting' | 'failed'> & { waitingSince: Date | null };

const SELECT = `SELECT w.* FROM webhooks w WHERE w.retired_at IS NULL`;

const PROGRESS = `
  SELECT q.webhook_id, q.position, q.failures, q.opened_at, q.rests_until,
    (SELECT coalesce(max(p.position), 0) FROM entry_positions p) AS last_position,
    ${countOf('waiting')} AS waiting, ${countOf('failed')} AS failed,
    (SELECT d.created_at FROM webhook_deliveries d WHERE d.webhook_id = w.id AND d.state = 'waiting'
     ORDER BY d.position NULLS FIRST LIMIT 1) AS waiting_since
  FROM webhooks w JOIN webhook_queues q ON q.webhook_id = w.id
  WHERE w.retired_at IS NULL AND w.id = $1`;

function countOf(state: 'waiting' | 'failed'): string {
  return `(SELECT count(*) FROM (SELECT FROM webhook_deliveries d
    WHERE d.webhook_id = w.id AND d.state = '${state}' LIMIT ${MAX_COUNT}) counted)`;
}

function shown(webhook: Webhook): WebhookDto {
  const { id, url, types, description, active, disabledReason, oldSecretUntil, version } = webhook;
  return {
    ...{ id, url, types, description, active, disabledReason, secret: null },
    oldSecretUntil: oldSecretUntil?.toISOString() ?? null,
    version,
    createdAt: webhook.createdAt.toISOString(),
    updatedAt: webhook.updatedAt.toISOString(),
  };
}
