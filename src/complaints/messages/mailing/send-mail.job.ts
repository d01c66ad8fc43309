import { Injectable } from '@nestjs/common';
import { SEND_MAIL } from '../../../communications/mail-out/mail-out.jobs.js';
import { Postman, type Posted } from '../../../communications/mail-out/postman.js';
import { systemCall } from '../../../kernel/call.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { DoesJob } from '../../../platform/jobs/job.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import type { Case } from '../../case/case.js';
import { Cases } from '../../case/cases.service.js';
import { failed } from '../came-back.js';
import { handOver } from '../telling.js';
import { MailedWordsReads } from './mailed-words.js';

/**
 * Sends words by email, and puts on record that they left the house, or why they cannot. Done again it looks how things
 * stand: what was taken is not sent again, and only the log is written.
 */
@Injectable()
export class SendMailJob {
  constructor(
    private readonly words: MailedWordsReads,
    private readonly postman: Postman,
    private readonly cases: Cases,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  @DoesJob(SEND_MAIL)
  async send({ messageId }: { messageId: string }): Promise<void> {
    const words = await this.words.waiting(messageId);
    if (!words) return;
    const { complaintId, mail } = words;
    const posted: Posted =
      typeof mail === 'string'
        ? { state: 'failed', reason: mail, code: null }
        : await this.postman.post(mail, (tx) => isThere(tx, complaintId));
    if (posted.state === 'later') await this.again(messageId, complaintId, posted.at);
    else await this.putOnRecord(messageId, complaintId, posted);
  }

  private async putOnRecord(
    messageId: string,
    complaintId: string,
    posted: Exclude<Posted, { state: 'later' }>,
  ): Promise<void> {
    await this.cases.work(systemCall('mail'), 'send mail', complaintId, (c) => {
      const message = waiting(c, messageId);
      if (!message) return undefined;
      // The program's clock and the database's may differ; nothing left the house after now.
      if (posted.state === 'accepted') handOver(c, message, 'email', posted.at < c.now ? posted.at : c.now);
      else failed(c, message, posted);
      return undefined;
    });
  }

  private async again(messageId: string, complaintId: string, startAfter: Date): Promise<void> {
    await this.database.transaction((tx) =>
      this.jobs.enqueue(tx, SEND_MAIL, { messageId }, { key: complaintId, startAfter }),
    );
  }
}

/** Unless somebody said the words meanwhile. */
function waiting(c: Case, messageId: string) {
  return c.view.queued.find(({ id, deliveryState }) => id === messageId && deliveryState === 'queued');
}

/** An address that is put on record after the erasure of its complaint would never be erased: whoever erases waits. */
async function isThere(tx: Tx, complaintId: string): Promise<boolean> {
  const sql = 'SELECT c.erased_at FROM complaints c WHERE c.id = $1 FOR SHARE';
  const row = await tx.one<{ erasedAt: Date | null }>(sql, [complaintId]);
  return row?.erasedAt === null;
}
