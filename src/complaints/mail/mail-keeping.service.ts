import { Injectable } from '@nestjs/common';
import { Ledger } from '../../audit/ledger.service.js';
import { systemCall } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { before } from '../../kernel/duration.js';
import { Database } from '../../platform/database/database.js';
import { Storage } from '../../platform/storage/storage.js';

/** A mail that came to no complaint is kept for so long; one that did, for as long as the complaint. */
const KEPT_ALONE = 'P90D';
const BATCH = 100;

/** How long mails are kept. */
@Injectable()
export class MailKeeping {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** Forgets mails whose time is over, and deletes what was erased. @returns how many were forgotten */
  async sweep(): Promise<number> {
    const limit = before(this.clock.now(), KEPT_ALONE);
    let forgotten = 0;
    for (;;) {
      const rows = await this.database.read<{ id: string }>(OLD, [limit, BATCH]);
      for (const { id } of rows) await this.forget(id, 'retention');
      forgotten += rows.length;
      if (rows.length < BATCH) break;
    }
    await this.deleteErased();
    return forgotten;
  }

  /** Forgets mails that came to nothing and may belong to these complaints, which were erased. */
  async forgetSuggested(complaintIds: readonly string[]): Promise<void> {
    const rows = await this.database.read<{ id: string }>(SUGGESTED, [complaintIds]);
    for (const { id } of rows) await this.forget(id, 'erasure');
  }

  /** Deletes the whole of mails that were erased; the row lets go of it when it is gone. */
  async deleteErased(): Promise<void> {
    for (;;) {
      const rows = await this.database.read<{ id: string; storageKey: string }>(ERASED, [BATCH]);
      for (const { storageKey } of rows) await this.storage.delete(storageKey);
      await this.database.read(LET_GO, [rows.map(({ id }) => id)]);
      if (rows.length < BATCH) return;
    }
  }

  private async forget(id: string, reason: 'retention' | 'erasure'): Promise<void> {
    const subject = { type: 'inbound_mail', id } as const;
    await this.ledger.write(systemCall('mail'), 'forget mail', [subject], async (change) => {
      const [row] = await change.tx.rows(FORGET, [id, change.now]);
      if (row) change.record('mail.forgotten', subject, { reason });
      return { id };
    });
  }
}

const OLD = `
  SELECT i.id FROM inbound_mails i
  WHERE i.complaint_id IS NULL AND i.erased_at IS NULL AND i.created_at < $1 ORDER BY i.created_at LIMIT $2`;

const SUGGESTED = `
  SELECT i.id FROM inbound_mails i
  WHERE i.suggested_id = ANY ($1::uuid[]) AND i.complaint_id IS NULL AND i.erased_at IS NULL ORDER BY i.id`;

const FORGET = `
  UPDATE inbound_mails i
  SET sender = NULL, counted_as = NULL, subject = NULL, erased_at = $2, version = i.version + 1
  WHERE i.id = $1 AND i.complaint_id IS NULL AND i.erased_at IS NULL RETURNING i.id`;

const ERASED = `
  SELECT i.id, i.storage_key FROM inbound_mails i
  WHERE i.erased_at IS NOT NULL AND i.storage_key IS NOT NULL ORDER BY i.id LIMIT $1`;

const LET_GO = 'UPDATE inbound_mails i SET storage_key = NULL WHERE i.id = ANY ($1::uuid[])';
