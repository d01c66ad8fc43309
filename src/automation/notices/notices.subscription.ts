import { Injectable } from '@nestjs/common';
import type { Entry } from '../../audit/entries/entry.js';
import { On } from '../../audit/subscriptions.events.js';
import { MailSettings } from '../../communications/mail-out/mail-settings.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { whenMailed } from './mailing/when-mailed.js';
import { NOTICE_SENTENCES, type NoticeEntry } from './notice.words.js';
import { RecipientReads } from './recipients.reads.js';
import { audienceOf } from './whom.js';

/**
 * Makes notices of entries. They are written outside of the write door, because they hold no truth of their own: each
 * only says that somebody is told of what the log says. An entry that comes again tells nobody twice.
 */
@Injectable()
export class NoticesSubscription {
  constructor(
    private readonly database: Database,
    private readonly recipients: RecipientReads,
    private readonly settings: MailSettings,
    private readonly clock: Clock,
  ) {}

  @On(Object.keys(NOTICE_SENTENCES) as NoticeEntry[])
  async tell(entry: Entry<NoticeEntry>): Promise<void> {
    const complaint =
      entry.complaintId === null ? undefined : await this.recipients.complaint(entry.complaintId);
    const audience = complaint && audienceOf(entry, complaint.ownerId);
    if (!complaint || !audience) return;
    const people = await this.recipients.of(audience, complaint, entry.actor.id);
    if (people.length === 0) return;
    const now = this.clock.now();
    const { kind } = audience;
    const times = people.map(({ wishes }) =>
      this.settings.configured ? whenMailed(wishes, kind, now) : null,
    );
    await this.database.read(TELL, [
      ...[entry.id, entry.type, kind, complaint.id, entry.at, now],
      people.map(() => newId()),
      people.map(({ id }) => id),
      people.map(({ standInForId }) => standInForId),
      times,
    ]);
  }
}

const TELL = `
  INSERT INTO staff_notices
    (id, entry_id, entry_type, user_id, kind, complaint_id, stand_in_for_id, at, mail, mail_at, created_at)
  SELECT p.id, $1, $2, p.user_id, $3, $4, p.stand_in_for_id, $5,
    CASE WHEN p.mail_at IS NULL THEN 'none' ELSE 'waiting' END, p.mail_at, $6
  FROM unnest($7::uuid[], $8::uuid[], $9::uuid[], $10::timestamptz[]) AS p (id, user_id, stand_in_for_id, mail_at)
  ON CONFLICT ON CONSTRAINT staff_notices_once DO NOTHING`;
