import { Injectable } from '@nestjs/common';
import type { OutgoingMail } from '../../../communications/mail-out/outgoing-mail.js';
import { Config } from '../../../platform/config.js';
import { Database } from '../../../platform/database/database.js';
import { NoticeSettingsReads } from '../settings/notice-settings.reads.js';
import { VISIBLE } from '../visible.js';
import { type MailedNotice, noticeMail } from './notice-mail.js';

/** Makes a mail of the notices that were gathered for it, at the moment of sending: the job knows an id only. */
@Injectable()
export class NoticeMailReads {
  constructor(
    private readonly database: Database,
    private readonly settings: NoticeSettingsReads,
    private readonly config: Config,
  ) {}

  /** Null where nothing in it may be told any more, and where it was sent. */
  async waiting(mailId: string): Promise<OutgoingMail | null> {
    const rows = await this.database.read<Row>(GATHERED, [mailId]);
    const [first] = rows;
    if (!first) return null;
    const { userId, name, email: address } = first;
    const zone = (await this.settings.wishes([userId])).get(userId)?.zone ?? 'UTC';
    return noticeMail(mailId, { name, address, zone }, rows, this.config.staffPageUrl);
  }
}

interface Row extends MailedNotice {
  userId: string;
  name: string;
  email: string;
}

const GATHERED = `
  SELECT n.user_id, n.kind, n.entry_type, n.complaint_id, n.at, c.reference, u.name, u.email,
    s.name AS stand_in_for_name
  FROM staff_notices n JOIN complaints c ON c.id = n.complaint_id JOIN users u ON u.id = n.user_id
  LEFT JOIN users s ON s.id = n.stand_in_for_id
  WHERE n.mail_id = $1 AND n.mail = 'sending' AND NOT u.disabled AND ${VISIBLE}
  ORDER BY n.at, n.id`;
