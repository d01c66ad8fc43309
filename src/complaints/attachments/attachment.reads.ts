import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound, Refusal } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import type { Download } from '../../platform/http/download.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import { Storage } from '../../platform/storage/storage.js';
import { PartReads } from '../parts/part.reads.js';
import type { AttachmentDto, TrackedAttachmentsDto, UploadedDto } from './attachment.dto.js';
import type { Attachment } from './attachment.entity.js';
import { DownloadLinks } from './download-links.js';
import { servedType } from './file-type.js';

/** What is shown of attachments, and their bytes. */
@Injectable()
export class AttachmentReads {
  constructor(
    private readonly database: Database,
    private readonly parts: PartReads,
    private readonly links: DownloadLinks,
    private readonly storage: Storage,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(viewer: Actor, complaintId: string, id: string): Promise<AttachmentDto> {
    return this.shown(await this.parts.one('attachments', viewer, complaintId, id));
  }

  /** @throws Refusal 404, 400 `bad_cursor` */
  async list(viewer: Actor, complaintId: string, query: PageQuery): Promise<Page<AttachmentDto>> {
    return mapPage(await this.parts.list('attachments', viewer, complaintId, query), (row) =>
      this.shown(row),
    );
  }

  /** What one call attached; they who made the call may see it. */
  async uploaded(uploadId: string): Promise<UploadedDto> {
    const rows = await this.database.read<Attachment>(UPLOADED, [uploadId]);
    return { attachments: rows.map((row) => this.shown(row)) };
  }

  /** What the complainant brought, and what belongs to words that reached them. */
  async tracked(complaintId: string): Promise<TrackedAttachmentsDto> {
    const rows = await this.database.read<Attachment>(TRACKED, [complaintId]);
    const attachments = rows.map((row) => {
      const { id, name, type, size, description, from, contentUrl, createdAt } = this.shown(row);
      return { id, name: name ?? '', type, size, description, from, contentUrl, createdAt };
    });
    return { attachments };
  }

  /** In which malware was found, oldest first. @throws Refusal 400 `bad_cursor` */
  async quarantined(
    viewer: Actor,
    { cursor, limit = DEFAULT_LIMIT }: PageQuery,
  ): Promise<Page<AttachmentDto>> {
    const scope = cursorScope('quarantined', {}, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<Attachment>(QUARANTINED, [after, limit + 1, viewer.id]);
    const page = pageOf(rows, limit, (last) => this.cursors.encode([last.id], scope));
    return mapPage(page, (row) => this.shown(row));
  }

  /** The bytes, for somebody who may see the attachment. @throws Refusal 404, 409 */
  async content(viewer: Actor, complaintId: string, id: string): Promise<Download> {
    const { id: seen } = await this.parts.one('attachments', viewer, complaintId, id);
    return this.open(seen);
  }

  /** The bytes, for somebody who has a link. @throws Refusal 404 also where its time is over, 409 */
  async linked(signed: string): Promise<Download & { complaintId: string }> {
    const id = this.links.read(signed);
    if (id === null) throw notFound();
    return this.open(id);
  }

  private async open(id: string): Promise<Download & { complaintId: string }> {
    const [found] = await this.database.read<Attachment>(ONE, [id]);
    if (!found?.storageKey || found.name === null || found.removedAt) throw notFound();
    if (found.scan === 'infected') throw infected();
    const { name, type, size, sha256, storageKey, complaintId } = found;
    const bytes = await this.storage.get(storageKey);
    return { bytes, name, type: servedType(type), size, sha256, complaintId };
  }

  private shown(a: Attachment): AttachmentDto {
    const isGivenOut = a.removedAt === null && a.scan !== 'infected';
    return {
      id: a.id,
      complaintId: a.complaintId,
      name: a.name,
      type: a.type,
      declaredType: a.declaredType,
      size: a.size,
      sha256: a.sha256,
      scan: a.scan,
      threat: a.threat,
      description: a.description,
      from: a.broughtBy,
      messageId: a.messageId,
      contentUrl: isGivenOut ? this.links.to(a.id) : null,
      addedBy: a.broughtBy === 'staff' ? { id: a.addedById, name: a.addedByName } : null,
      removedAt: a.removedAt?.toISOString() ?? null,
      createdAt: a.createdAt.toISOString(),
    };
  }
}

function infected(): Refusal {
  return new Refusal('infected', 'There is malware in this file; it is given to nobody.');
}

const UPLOADED = 'SELECT a.* FROM attachments a WHERE a.upload_id = $1 ORDER BY a.id';

/** Words that still have to be said or sent are no words to the customer yet, nor is what belongs to them. */
const TRACKED = `
  SELECT a.* FROM attachments a LEFT JOIN messages m ON m.id = a.message_id
  WHERE a.complaint_id = $1 AND a.removed_at IS NULL AND CASE
    WHEN a.message_id IS NULL THEN a.brought_by = 'customer'
    ELSE m.audience = 'customer' AND m.delivery_state IS DISTINCT FROM 'queued' END
  ORDER BY a.id LIMIT 100`;

/** Whoever is complained about does not see what is attached to the notes of others. */
const QUARANTINED = `
  SELECT a.* FROM attachments a
  JOIN complaints c ON c.id = a.complaint_id
  LEFT JOIN messages m ON m.id = a.message_id
  WHERE a.scan = 'infected' AND a.removed_at IS NULL AND ($1::uuid IS NULL OR a.id > $1)
    AND NOT ($3::uuid = ANY (c.complained_about_user_ids)
      AND m.audience IS NOT DISTINCT FROM 'internal' AND m.author_id IS DISTINCT FROM $3)
  ORDER BY a.id LIMIT $2`;

const ONE = 'SELECT a.* FROM attachments a WHERE a.id = $1';
