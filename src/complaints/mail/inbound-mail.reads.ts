import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import type { Download } from '../../platform/http/download.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import { Storage } from '../../platform/storage/storage.js';
import type { InboundMailDto, InboundMailQuery } from './inbound-mail.dto.js';
import type { InboundMail } from './inbound-mail.entity.js';

/** What is shown of mails that came in. */
@Injectable()
export class InboundMailReads {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<InboundMailDto> {
    return shown(await this.row(id));
  }

  /** @throws Refusal 404 */
  async row(id: string): Promise<InboundMail> {
    const [row] = await this.database.read<InboundMail>('SELECT i.* FROM inbound_mails i WHERE i.id = $1', [
      id,
    ]);
    if (!row) throw notFound();
    return row;
  }

  /** Newest first. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: InboundMailQuery): Promise<Page<InboundMailDto>> {
    const { cursor, limit = DEFAULT_LIMIT, decision = null, complaintId = null } = query;
    const scope = cursorScope('listInboundMail', { decision, complaintId }, viewer);
    const [before = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<InboundMail>(LIST, [decision, complaintId, before, limit + 1]);
    return mapPage(
      pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /** The whole mail, byte for byte. @throws Refusal 404 also where it is not kept any more */
  async content(id: string): Promise<Download> {
    const { storageKey, erasedAt, size, sha256 } = await this.row(id);
    if (storageKey === null || erasedAt !== null) throw notFound();
    const bytes = await this.storage.get(storageKey);
    return { bytes, name: `${id}.eml`, type: 'message/rfc822', size, sha256 };
  }
}

const LIST = `
  SELECT i.* FROM inbound_mails i
  WHERE ($1::text[] IS NULL OR i.decision = ANY ($1)) AND ($2::uuid IS NULL OR $2 IN (i.complaint_id, i.suggested_id))
    AND ($3::uuid IS NULL OR i.id < $3)
  ORDER BY i.id DESC LIMIT $4`;

function shown(row: InboundMail): InboundMailDto {
  const { id, mailbox, kind, decision, because, complaintId, messageId, files, filesLeft, size, version } =
    row;
  return {
    ...{ id, mailbox, from: row.sender, subject: row.subject, kind, decision, because, complaintId },
    suggestedComplaintId: row.suggestedId,
    ...{ messageId, files, filesLeft, size },
    kept: row.storageKey !== null && row.erasedAt === null,
    decidedBy: row.decidedById === null ? null : { id: row.decidedById, name: row.decidedByName },
    decidedAt: row.decidedAt?.toISOString() ?? null,
    version,
    receivedAt: row.receivedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}
