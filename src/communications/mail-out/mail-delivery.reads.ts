import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type { MailDeliveryDto } from './mail-delivery.dto.js';
import type { MailDelivery } from './mail-delivery.entity.js';

/** What is shown of the deliveries of a mail. Whoever asks may see the message. */
@Injectable()
export class MailDeliveryReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** Oldest first: one for each address that it was sent to. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, messageId: string, query: PageQuery): Promise<Page<MailDeliveryDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listDeliveries', { messageId }, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<MailDelivery>(LIST, [messageId, after, limit + 1]);
    return mapPage(
      pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }
}

const LIST = `
  SELECT d.* FROM mail_deliveries d
  WHERE d.message_id = $1 AND ($2::uuid IS NULL OR d.id > $2) ORDER BY d.id LIMIT $3`;

function shown(d: MailDelivery): MailDeliveryDto {
  return {
    id: d.id,
    recipient: d.recipient,
    state: d.state,
    attempts: d.attempts,
    uncertain: d.uncertain,
    firstTriedAt: d.firstTriedAt?.toISOString() ?? null,
    lastTriedAt: d.lastTriedAt?.toISOString() ?? null,
    nextTryAt: d.nextTryAt?.toISOString() ?? null,
    acceptedAt: d.acceptedAt?.toISOString() ?? null,
    responseCode: d.responseCode,
    lastError: d.lastError,
    createdAt: d.createdAt.toISOString(),
  };
}
