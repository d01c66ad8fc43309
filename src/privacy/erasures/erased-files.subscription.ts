import { Injectable } from '@nestjs/common';
import { On } from '../../audit/subscriptions.events.js';
import { AttachmentsService } from '../../complaints/attachments/attachments.service.js';
import { MailKeeping } from '../../complaints/mail/mail-keeping.service.js';

/** The bytes of what was erased lie outside of the database: they are deleted once the erasing is committed. */
@Injectable()
export class ErasedFilesSubscription {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly mails: MailKeeping,
  ) {}

  @On('erasure.done')
  async follow(): Promise<void> {
    await this.attachments.forgetRemoved();
    await this.mails.deleteErased();
  }
}
