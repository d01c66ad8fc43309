import { Injectable } from '@nestjs/common';
import { MailSettings } from '../../../communications/mail-out/mail-settings.js';
import { Postman } from '../../../communications/mail-out/postman.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/identifiers.js';
import { Database } from '../../../platform/database/database.js';
import { DoesJob } from '../../../platform/jobs/job.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { KEPT } from '../kept.js';
import { NoticeMailReads } from './notice-mail.reads.js';
import { SEND_NOTICES } from './notices.jobs.js';
import { GATHERING } from './when-mailed.js';

/** An address that had its share of mails is looked at again so much later, in milliseconds. */
const REST = 15 * 60_000;

/** Gathers notices into mails, one for each person, and sends them. Any number of processes may do so at once. */
@Injectable()
export class NoticePost {
  constructor(
    private readonly settings: MailSettings,
    private readonly postman: Postman,
    private readonly mails: NoticeMailReads,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Makes a mail for everybody for whom one is due. */
  async turn(): Promise<void> {
    if (!this.settings.configured) return;
    for (const person of await this.database.read<Person>(DUE, [this.clock.now()])) await this.gather(person);
  }

  /** Notices are for the people of these days: the log keeps what happened. */
  async forgetOld(): Promise<void> {
    const now = this.clock.now().getTime();
    await this.database.read(FORGET, [new Date(now - KEPT.read), new Date(now - KEPT.unread)]);
    await this.database.read(FORGET_MARKS, [new Date(now - KEPT.unread)]);
  }

  @DoesJob(SEND_NOTICES)
  async send({ mailId }: { mailId: string }): Promise<void> {
    await this.database.read(NOT_FOR_THEM, [mailId]);
    const mail = await this.mails.waiting(mailId);
    if (!mail) return;
    const posted = await this.postman.post(mail);
    if (posted.state === 'accepted') await this.database.read(ENDED, [mailId, 'sent']);
    else if (posted.state === 'later') await this.again(mailId, posted.at);
    else if (posted.reason === 'capped') await this.database.read(GIVEN_BACK, [mailId, this.afterRest()]);
    else await this.database.read(ENDED, [mailId, 'failed']);
  }

  /** With what is due goes all that will be within a moment. What is too much for the address waits. */
  private async gather({ id, email }: Person): Promise<void> {
    const now = this.clock.now();
    if (await this.postman.isFull(email)) {
      await this.database.read(POSTPONE, [id, now, this.afterRest()]);
      return;
    }
    const mailId = newId();
    await this.database.transaction(async (tx) => {
      const gathered = await tx.rows(GATHER, [id, new Date(now.getTime() + GATHERING), mailId]);
      if (gathered.length > 0) await this.jobs.enqueue(tx, SEND_NOTICES, { mailId }, { key: mailId });
    });
  }

  private async again(mailId: string, startAfter: Date): Promise<void> {
    await this.database.transaction((tx) =>
      this.jobs.enqueue(tx, SEND_NOTICES, { mailId }, { key: mailId, startAfter }),
    );
  }

  private afterRest(): Date {
    return new Date(this.clock.now().getTime() + REST);
  }
}

interface Person {
  id: string;
  email: string;
}

const DUE = `
  SELECT u.id, u.email FROM staff_notices n JOIN users u ON u.id = n.user_id
  WHERE n.mail = 'waiting' AND n.mail_at <= $1
  GROUP BY u.id ORDER BY min(n.mail_at) LIMIT 500`;

const POSTPONE = `
  UPDATE staff_notices n SET mail_at = $3 WHERE n.user_id = $1 AND n.mail = 'waiting' AND n.mail_at <= $2`;

const GATHER = `
  UPDATE staff_notices n SET mail = 'sending', mail_at = NULL, mail_id = $3
  WHERE n.user_id = $1 AND n.mail = 'waiting' AND n.mail_at <= $2 RETURNING n.id`;

/** Who left, and who is complained about by now, gets none of it. */
const NOT_FOR_THEM = `
  UPDATE staff_notices n SET mail = 'none', mail_id = NULL
  FROM complaints c, users u
  WHERE n.mail_id = $1 AND n.mail = 'sending' AND c.id = n.complaint_id AND u.id = n.user_id
    AND (u.disabled OR n.user_id = ANY (c.complained_about_user_ids))`;

const ENDED = `UPDATE staff_notices n SET mail = $2 WHERE n.mail_id = $1 AND n.mail = 'sending'`;

const GIVEN_BACK = `
  UPDATE staff_notices n SET mail = 'waiting', mail_at = $2, mail_id = NULL
  WHERE n.mail_id = $1 AND n.mail = 'sending'`;

const FORGET = `
  DELETE FROM staff_notices n WHERE n.created_at < $1 AND (n.read_at IS NOT NULL OR n.created_at < $2)`;

const FORGET_MARKS = 'DELETE FROM noticed_entries n WHERE n.at < $1';
