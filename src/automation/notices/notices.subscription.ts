import { Injectable } from '@nestjs/common';
import type { Entry } from '../../audit/entries/entry.js';
import { On } from '../../audit/subscriptions.events.js';
import { MailSettings } from '../../communications/mail-out/mail-settings.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { KEPT } from './kept.js';
import { whenMailed } from './mailing/when-mailed.js';
import { NOTICE_SENTENCES, type NoticeEntry } from './notice.words.js';
import { RecipientReads } from './recipients.reads.js';
import { audienceOf } from './whom.js';

/**
 * Makes notices of entries. They are written outside of the write door, because they hold no truth of their own: each
 * only says that somebody is told of what the log says. An entry that comes again tells nobody: neither twice, nor
 * those who came to the complaint later. What is so old that its notices are forgotten tells nobody either.
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
    if (await this.isOver(entry)) return;
    const complaint =
      entry.complaintId === null ? undefined : await this.recipients.complaint(entry.complaintId);
    const audience = complaint && audienceOf(entry, complaint.ownerId);
    if (!complaint || !audience) return;
    const people = await this.recipients.of(audience, complaint, entry.actor.id);
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

  private async isOver(entry: Entry): Promise<boolean> {
    if (Date.parse(entry.at) < this.clock.now().getTime() - KEPT.unread) return true;
    const noticed = await this.database.read(NOTICED, [entry.id]);
    return noticed.length > 0;
  }
}

const NOTICED = 'SELECT 1 AS noticed FROM noticed_entries n WHERE n.entry_id = $1';

/** Also where nobody is told: who would be later on had nothing to do with it. */
const TELL = `
  WITH noticed AS (
    INSERT INTO noticed_entries (entry_id, at) VALUES ($1, $5) ON CONFLICT (entry_id) DO NOTHING RETURNING 1
  )
  INSERT INTO staff_notices
    (id, entry_id, entry_type, user_id, kind, complaint_id, stand_in_for_id, at, mail, mail_at, created_at)
  SELECT p.id, $1, $2, p.user_id, $3, $4, p.stand_in_for_id, $5,
    CASE WHEN p.mail_at IS NULL THEN 'none' ELSE 'waiting' END, p.mail_at, $6
  FROM unnest($7::uuid[], $8::uuid[], $9::uuid[], $10::timestamptz[]) AS p (id, user_id, stand_in_for_id, mail_at)
  WHERE EXISTS (SELECT FROM noticed)
  ON CONFLICT ON CONSTRAINT staff_notices_once DO NOTHING`;
