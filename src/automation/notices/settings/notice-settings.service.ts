import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Written } from '../../../audit/ledger.service.js';
import type { Call } from '../../../kernel/call.js';
import { Clock } from '../../../kernel/clock.js';
import { notFound } from '../../../kernel/refusal.js';
import { Database } from '../../../platform/database/database.js';
import { insertStatement } from '../../../platform/database/records.js';
import { whenMailed } from '../mailing/when-mailed.js';
import { NOTICE_KIND_NAMES } from '../notice.words.js';
import type { NoticeSettingsChangesBody } from './notice-settings.dto.js';
import type { NoticeSettings } from './notice-settings.entity.js';
import { NoticeSettingsReads } from './notice-settings.reads.js';
import { saidIn, USUAL, type Wishes, WISH_NAMES, wishesOf } from './wishes.js';

/** Everybody says for themselves how their notices come. */
@Injectable()
export class NoticeSettingsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly reads: NoticeSettingsReads,
    private readonly clock: Clock,
  ) {}

  /** What waits for a mail comes by the new settings. What is already so is no change. */
  async change(call: Call, { quiet, ...said }: NoticeSettingsChangesBody): Promise<Written> {
    const { id } = call.actor;
    if (id === null) throw notFound();
    await this.putUsual(id);
    const houseZone = await this.reads.houseZone();
    const subject = { type: 'notice_settings', id, versioned: true } as const;
    return this.ledger.write(call, 'change notice settings', [subject], async (c) => {
      const before = c.row<NoticeSettings>(subject);
      const after = { ...before, ...said, ...hoursOf(quiet) };
      const changed = WISH_NAMES.filter((name) => before[name] !== after[name]);
      if (changed.length === 0) return { id };
      await c.tx.save('notice_settings', [{ ...after, version: before.version + 1, updatedAt: c.now }]);
      await retime(c, id, wishesOf(after, houseZone));
      c.record('notice_settings.changed', subject, { changed, ...saidIn(after) });
      return { id };
    });
  }

  /** A row of what is usual says nothing new; the door locks it and compares its version. */
  private async putUsual(id: string): Promise<void> {
    const now = this.clock.now();
    const row: NoticeSettings = { id, ...USUAL, version: 1, createdAt: now, updatedAt: now };
    const { sql, json } = insertStatement('notice_settings', [row]);
    await this.database.read(`${sql} ON CONFLICT (id) DO NOTHING`, [json]);
  }
}

/** Quiet hours that were not named stay as they are. */
function hoursOf(quiet: NoticeSettingsChangesBody['quiet']): Partial<NoticeSettings> {
  if (quiet === undefined) return {};
  return { quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null };
}

async function retime({ tx, now }: Change, userId: string, wishes: Wishes): Promise<void> {
  const times = NOTICE_KIND_NAMES.map((kind) => whenMailed(wishes, kind, now));
  await tx.rows(RETIME, [userId, NOTICE_KIND_NAMES, times]);
}

const RETIME = `
  UPDATE staff_notices n
  SET mail = CASE WHEN w.mail_at IS NULL THEN 'none' ELSE 'waiting' END, mail_at = w.mail_at
  FROM unnest($2::text[], $3::timestamptz[]) AS w (kind, mail_at)
  WHERE n.user_id = $1 AND n.mail = 'waiting' AND n.kind = w.kind`;
