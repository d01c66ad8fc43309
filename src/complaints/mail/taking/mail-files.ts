import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { MailAttachment } from '../../../communications/mail-in/reading/mail.js';
import { Refusal } from '../../../kernel/refusal.js';
import { AttachmentsService } from '../../attachments/attachments.service.js';
import { type ReceivedFile, Receiving } from '../../attachments/receiving.js';
import type { Change } from '../../../audit/ledger.service.js';
import type { Case } from '../../case/case.js';

/** More files of one mail are in the whole mail only. */
const FILES_MAX = 50;

/** The files of one mail: kept before the write, attached within it, and let go where nothing came of that. */
export interface MailFiles {
  kept: ReceivedFile[];
  /** How many there are in the mail. */
  count: number;
}

export const NO_FILES: MailFiles = { kept: [], count: 0 };

/** Makes attachments of the files of a mail. */
@Injectable()
export class MailFilesService {
  constructor(
    private readonly receiving: Receiving,
    private readonly attachments: AttachmentsService,
  ) {}

  /** One that is too large stays in the whole mail. */
  async keep(files: readonly MailAttachment[]): Promise<MailFiles> {
    const kept: ReceivedFile[] = [];
    for (const { content, fileName: name, declaredType } of files.slice(0, FILES_MAX)) {
      try {
        kept.push(await this.receiving.take({ bytes: Readable.from([content]), name, declaredType }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return { kept, count: files.length };
  }

  /**
   * Attaches them, all or none: where the complaint takes no files any more, or has no room, they stay in the whole
   * mail, and the words are taken all the same.
   * @returns how many were attached, and how many are in the whole mail only
   */
  async attach(
    c: Case,
    change: Change,
    { kept, count }: MailFiles,
    messageId: string | null,
  ): Promise<{ files: number; filesLeft: number }> {
    if (kept.length === 0) return { files: 0, filesLeft: count };
    try {
      await this.attachments.attachWithin(c, change, kept, {
        from: 'customer',
        messageId,
        description: null,
      });
      return { files: kept.length, filesLeft: count - kept.length };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { files: 0, filesLeft: count };
    }
  }

  discard({ kept }: MailFiles): Promise<void> {
    return this.receiving.discard(kept);
  }
}
