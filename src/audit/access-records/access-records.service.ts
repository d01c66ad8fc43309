import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { systemCall } from '../../kernel/call.js';
import { describeError } from '../../platform/logging/describe-error.js';
import { Ledger } from '../ledger.service.js';
import type { RefusedSignIn } from '../catalogue/people/access-records.entries.js';
import { AccessBuffer, type Batch } from './access-buffer.js';
import { putOnRecord } from './writing.js';

/** So many lines are written without waiting for the next turn. */
const MANY_LINES = 1000;

/**
 * Writes who read and who was refused, in batches, by transactions of their own. A batch that cannot be written waits,
 * and what happens meanwhile is counted on in memory as far as there is room.
 */
@Injectable()
export class AccessRecords implements OnApplicationShutdown {
  private readonly logger = new Logger(AccessRecords.name);
  private waiting: Batch | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly buffer: AccessBuffer,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Puts on record what is known by now; never throws.
   * @param everything also what callers did who are not signed in, which is else counted for a minute.
   */
  flush(everything = false): Promise<void> {
    const turn = (this.running ?? Promise.resolve())
      .then(() => this.write(everything))
      .finally(() => {
        if (this.running === turn) this.running = null;
      });
    this.running = turn;
    return turn;
  }

  /** Somebody did not get in; `userId` is null where nobody has the address that was typed. */
  signInRefused(userId: string | null, reason: RefusedSignIn['reason']): void {
    this.buffer.signInRefused(userId, reason);
  }

  /** Writes before its turn where there is much; not where it cannot write anyhow. */
  unlessTooMany(): void {
    if (this.buffer.size < MANY_LINES || this.running !== null || this.waiting !== null) return;
    void this.flush();
  }

  /** The server has answered its last request; the database is still there. */
  onApplicationShutdown(): Promise<void> {
    return this.flush(true);
  }

  private async write(everything: boolean): Promise<void> {
    try {
      await this.writeWaiting();
      this.waiting = this.buffer.take(everything);
      await this.writeWaiting();
    } catch (error) {
      this.logger.warn({ msg: 'reads and refusals wait to go on record', error: describeError(error) });
    }
  }

  private async writeWaiting(): Promise<void> {
    const batch = this.waiting;
    if (batch === null) return;
    await this.ledger.write(systemCall('access-records'), 'record access', [], (c) => putOnRecord(c, batch));
    this.waiting = null;
  }
}
