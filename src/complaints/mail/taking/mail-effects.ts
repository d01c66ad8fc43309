import { Injectable } from '@nestjs/common';
import { Ledger } from '../../../audit/ledger.service.js';
import type { ReadMail } from '../../../communications/mail-in/reading/mail.js';
import type { Call } from '../../../kernel/call.js';
import { Cases } from '../../case/cases.service.js';
import { ComplaintsService } from '../../complaints.service.js';
import { bounced } from '../../messages/came-back.js';
import { hearCustomer } from '../../messages/hearing.js';
import type { Message } from '../../messages/message.entity.js';
import { countedSender, senderOf } from './arrival.js';
import { isTooMuch, sentLately } from './mail-caps.js';
import { type MailFiles, MailFilesService } from './mail-files.js';
import { cameAt, claim, type KeptMail, putOnRecord, TooMany } from './mail-row.js';
import type { Verdict } from './mail-rules.js';
import { complaintOf, wordsOf } from './mail-words.js';

/**
 * What becomes of a mail, in one write each: the mail is on record with what it became, or nothing happened.
 * Each throws Meanwhile or TooMany where the verdict does not hold any more, and whatever the complaint refuses.
 */
@Injectable()
export class MailEffects {
  constructor(
    private readonly ledger: Ledger,
    private readonly cases: Cases,
    private readonly complaints: ComplaintsService,
    private readonly files: MailFilesService,
  ) {}

  /** Words of somebody who takes part. @returns the id of the mail, as all of these */
  async reply(
    call: Call,
    kept: KeptMail,
    mail: ReadMail,
    verdict: Verdict & { complaintId: string },
    files: MailFiles,
  ): Promise<string> {
    const { complaintId } = verdict;
    const written = await this.cases.work(call, 'take mail', complaintId, async (c, change) => {
      await claim(change.tx, kept, verdict);
      const lately = await sentLately(change.tx, countedSender(kept), c.now);
      if (isTooMuch('reply', lately)) throw new TooMany('too_many_replies');
      const message = hearCustomer(c, wordsOf(mail), {
        how: 'email',
        saidAt: cameAt(kept, c.now).toISOString(),
        number: senderOf(kept)?.address ?? null,
      });
      // Before the case is saved: its files and the mail name the message.
      await change.tx.save('messages', [message]);
      const became = { messageId: message.id, ...(await this.files.attach(c, change, files, message.id)) };
      const { row, data } = await putOnRecord(change.tx, c.now, kept, verdict, became);
      c.record('mail.received', { type: 'inbound_mail', id: row.id }, data);
      return { id: row.id };
    });
    return written.id;
  }

  /** The first words of a complaint. One sender gets one receipt an hour: two programs that answer each other stop. */
  async complaint(
    call: Call,
    kept: KeptMail,
    mail: ReadMail,
    verdict: Verdict,
    files: MailFiles,
  ): Promise<string> {
    const made = { id: '' };
    await this.complaints.receive(call, complaintOf(mail, senderOf(kept), kept.receivedAt), {
      before: async (change) => {
        await claim(change.tx, kept, verdict);
        const lately = await sentLately(change.tx, countedSender(kept), change.now);
        if (isTooMuch('complaint', lately)) throw new TooMany('too_many_complaints');
        return lately.complaintsInHour > 0 ? 'no_receipt' : 'receipt';
      },
      after: async (c, change) => {
        const became = {
          complaintId: c.complaint.id,
          ...(await this.files.attach(c, change, files, null)),
        };
        const { row, data } = await putOnRecord(change.tx, c.now, kept, verdict, became);
        c.record('mail.received', { type: 'inbound_mail', id: row.id }, data);
        made.id = row.id;
      },
    });
    return made.id;
  }

  /** A message of the house came back. */
  async bounce(
    call: Call,
    kept: KeptMail,
    verdict: Verdict & { complaintId: string },
    { messageId, code }: NonNullable<Verdict['bounced']>,
  ): Promise<string> {
    const { complaintId } = verdict;
    const subject = { type: 'message', id: messageId, complaintId } as const;
    const written = await this.cases.work(
      call,
      'take mail',
      complaintId,
      async (c, change) => {
        await claim(change.tx, kept, verdict);
        const known = c.view.queued.find(({ id }) => id === messageId);
        bounced(c, known ?? change.row<Message>(subject), { at: c.now, code });
        const { row, data } = await putOnRecord(change.tx, c.now, kept, verdict, { messageId });
        c.record('mail.received', { type: 'inbound_mail', id: row.id }, data);
        return { id: row.id };
      },
      [subject],
    );
    return written.id;
  }

  /** Nothing comes of it but that it is on record; a complaint that it is about does not change. */
  async nothing(call: Call, kept: KeptMail, verdict: Verdict): Promise<string> {
    const written = await this.ledger.write(call, 'take mail', [], async (change) => {
      await claim(change.tx, kept, verdict);
      const { row, data } = await putOnRecord(change.tx, change.now, kept, verdict);
      change.record('mail.received', { type: 'inbound_mail', id: row.id }, data);
      return { id: row.id };
    });
    return written.id;
  }
}
