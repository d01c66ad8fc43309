import { Injectable } from '@nestjs/common';
import type { Entry } from '../../audit/entries/entry.js';
import { On } from '../../audit/subscriptions.events.js';
import { AttachmentsService } from '../../complaints/attachments/attachments.service.js';
import { MailKeeping } from '../../complaints/mail/mail-keeping.service.js';
import { Database } from '../../platform/database/database.js';

/**
 * The bytes of what was erased lie outside of the database: they are deleted once the erasing is committed. So are
 * mails of which nothing came but that they may belong to what was erased: anybody may have written them, and so no
 * export tells them to the person.
 */
@Injectable()
export class ErasedFilesSubscription {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly mails: MailKeeping,
    private readonly database: Database,
  ) {}

  @On('erasure.done')
  async follow({ subject }: Entry<'erasure.done'>): Promise<void> {
    await this.attachments.forgetRemoved();
    const [erasure] = await this.database.read<{ complaintIds: string[] }>(COVERED, [subject.id]);
    await this.mails.forgetSuggested(erasure?.complaintIds ?? []);
    await this.mails.deleteErased();
  }
}

const COVERED = 'SELECT r.complaint_ids FROM erasures r WHERE r.id = $1';
