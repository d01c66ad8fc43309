import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { LogSignal, SEALED_CHANNEL } from './log-signal.js';
import { Worker } from '../../platform/worker.js';

/** How long an entry of another process can wait before this one looks, in milliseconds. */
const POLL = 50;
/** Entries sealed in one transaction. */
const BATCH = 1000;

/**
 * Gives committed entries their positions, gapless, in the order of `seq` within a batch. One sealer works at a time,
 * over all processes. Entries of one complaint commit in the order of `seq`, because its lock is held until the
 * commit; so their positions are in that order too.
 */
@Injectable()
export class Sealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly worker = new Worker(POLL, () => this.sealAll(), new Logger(Sealer.name));
  private stopListening = () => {};

  constructor(
    private readonly database: Database,
    private readonly signal: LogSignal,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.stopListening = this.signal.on('committed', () => this.worker.wake());
    this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopListening();
    await this.worker.stop();
  }

  /** Seals what is committed now. @returns how many entries got a position. */
  async sealAll(): Promise<number> {
    let sealed = 0;
    while (await this.isAnythingWaiting()) {
      const batch = await this.sealBatch();
      if (batch === 0) break;
      sealed += batch;
      this.signal.sealed();
    }
    return sealed;
  }

  async isAnythingWaiting(): Promise<boolean> {
    const waiting = await this.database.read(
      'SELECT 1 AS waiting FROM unsealed_entries u ORDER BY u.seq LIMIT 1',
    );
    return waiting.length > 0;
  }

  /** Two statements: the second must see what the sealer before it committed, so it starts after the lock. */
  private sealBatch(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const turn = await tx.one<{ mine: boolean }>(TAKE_TURN);
      if (!turn?.mine) return 0;
      const sealed = await tx.one<{ count: number }>(SEAL, [BATCH]);
      await tx.one(TELL, [SEALED_CHANNEL, this.signal.process]);
      return sealed?.count ?? 0;
    });
  }
}

const TAKE_TURN = `SELECT pg_try_advisory_xact_lock(hashtext('amends'), hashtext('sealer')) AS mine`;

/** Heard by other processes when this is committed, and not before. */
const TELL = 'SELECT pg_notify($1, $2)';

/**
 * The queue is always nearly empty and full of dead rows. By index and by row address it is read in no time; a scan
 * would pass over all that ever waited since the last vacuum. Rows of the queue are never updated.
 */
const SEAL = `
  WITH batch AS (
    DELETE FROM unsealed_entries u
    WHERE u.ctid = ANY (ARRAY(SELECT w.ctid FROM unsealed_entries w ORDER BY w.seq LIMIT $1))
    RETURNING u.seq, u.entry_id
  ), placed AS (
    INSERT INTO entry_positions (position, entry_id, leaf_hash)
    SELECT coalesce((SELECT max(p.position) FROM entry_positions p), 0) + row_number() OVER (ORDER BY b.seq),
      b.entry_id, sha256('\\x00'::bytea || e.bytes)
    FROM batch b JOIN entries e ON e.id = b.entry_id
    RETURNING 1
  )
  SELECT count(*) AS count FROM placed`;
