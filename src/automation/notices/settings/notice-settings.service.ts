import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Written } from '../../../audit/ledger.service.js';
import type { Call } from '../../../kernel/call.js';
import { Clock } from '../../../kernel/clock.js';
import { notFound } from '../../../kernel/refusal.js';
import { Database } from '../../../platform/database/database.js';
import { whenMailed } from '../mailing/when-mailed.js';
import { NOTICE_KIND_NAMES } from '../notice.words.js';
import type { NoticeSettingsChangesBody } from './notice-settings.dto.js';
import type { NoticeSettings } from './notice-settings.entity.js';
import { NoticeSettingsReads } from './notice-settings.reads.js';
import { type Wishes, WISH_NAMES } from './wishes.js';

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
    const subject = { type: 'notice_settings', id, versioned: true } as const;
    return this.ledger.write(call, 'change notice settings', [subject], async (c) => {
      const before = c.row<NoticeSettings>(subject);
      const hours =
        quiet === undefined ? {} : { quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null };
      const after = { ...before, ...said, ...hours };
      const changed = WISH_NAMES.filter((name) => before[name] !== after[name]);
      if (changed.length === 0) return { id };
      await c.tx.save('notice_settings', [{ ...after, version: before.version + 1, updatedAt: c.now }]);
      await retime(c, id, after);
      const wishes = Object.fromEntries(WISH_NAMES.map((name) => [name, after[name]])) as unknown as Wishes;
      c.record('notice_settings.changed', subject, { changed, ...wishes });
      return { id };
    });
  }

  /** A row of what is usual says nothing new; the door locks it and compares its version. */
  private async putUsual(id: string): Promise<void> {
    const wishes = (await this.reads.wishes([id])).get(id);
    if (!wishes) throw notFound();
    const now = this.clock.now();
    const { assigned, reply, warning, breach, escalated, approval, undelivered, unassigned } = wishes;
    const { digestAt, zone, quietFrom, quietUntil } = wishes;
    await this.database.read(USUAL, [
      ...[id, assigned, reply, warning, breach, escalated, approval, undelivered, unassigned],
      ...[digestAt, zone, quietFrom, quietUntil, now],
    ]);
  }
}

async function retime({ tx, now }: Change, userId: string, wishes: Wishes): Promise<void> {
  const times = NOTICE_KIND_NAMES.map((kind) => whenMailed(wishes, kind, now));
  await tx.rows(RETIME, [userId, NOTICE_KIND_NAMES, times]);
}

const USUAL = `
  INSERT INTO notice_settings (id, assigned, reply, warning, breach, escalated, approval, undelivered, unassigned,
    digest_at, zone, quiet_from, quiet_until, version, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14, $14) ON CONFLICT (id) DO NOTHING`;

const RETIME = `
  UPDATE staff_notices n
  SET mail = CASE WHEN w.mail_at IS NULL THEN 'none' ELSE 'waiting' END, mail_at = w.mail_at
  FROM unnest($2::text[], $3::timestamptz[]) AS w (kind, mail_at)
  WHERE n.user_id = $1 AND n.mail = 'waiting' AND n.kind = w.kind`;
