import { Injectable } from '@nestjs/common';
import { type Entry, renderEntry, STORED_ENTRY, type StoredEntry } from '../../audit/entries/entry.js';
import { On } from '../../audit/subscriptions.events.js';
import { Postman } from '../../communications/mail-out/postman.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { DoesJob, job } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { checkpointText } from './checkpoint-text.js';

const MAIL_CHECKPOINT = job<{ entryId: string }>('mail-checkpoint');
/** A check that is so old tells nothing new, in milliseconds. */
const OVER = 2 * 24 * 3_600_000;

/** Sends what was signed of the log to AUDITOR_EMAIL once a day: a mail that was received is altered by nobody here. */
@Injectable()
export class CheckpointMail {
  constructor(
    private readonly config: Config,
    private readonly postman: Postman,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  @On('log.checked')
  async tell({ id, at }: Entry<'log.checked'>): Promise<void> {
    if (this.config.auditorEmail === null) return;
    if (this.isOver(at)) return;
    const begun = await this.database.read('SELECT 1 FROM mail_deliveries d WHERE d.message_id = $1', [id]);
    if (begun.length === 0) await this.ask(id);
  }

  @DoesJob(MAIL_CHECKPOINT)
  async send({ entryId }: { entryId: string }): Promise<void> {
    const { auditorEmail: address } = this.config;
    const [stored] = await this.database.read<StoredEntry>(ENTRY, [entryId]);
    if (!stored || address === null) return;
    const { id, at, data } = renderEntry(stored) as Entry<'log.checked'>;
    const posted = await this.postman.post({
      ...{ id, to: { name: '', address }, ...checkpointText(at, data, this.config.publicUrl) },
      ...{ language: 'en', replyTo: null, before: [], automatic: true },
    });
    // Where no mail server is set it would wait for ever.
    if (posted.state === 'later' && !this.isOver(at)) await this.ask(entryId, posted.at);
  }

  private isOver(at: string): boolean {
    return Date.parse(at) < this.clock.now().getTime() - OVER;
  }

  private ask(entryId: string, startAfter?: Date): Promise<unknown> {
    const how = { key: entryId, ...(startAfter && { startAfter }) };
    return this.database.transaction((tx) => this.jobs.enqueue(tx, MAIL_CHECKPOINT, { entryId }, how));
  }
}

const ENTRY = `
  SELECT ${STORED_ENTRY} FROM entries e LEFT JOIN entry_positions p ON p.entry_id = e.id WHERE e.id = $1`;
