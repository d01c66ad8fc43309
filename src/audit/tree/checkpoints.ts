import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Checkpoint, checkpointText } from '../../kernel/proofs/checkpoint.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Conditions } from '../../platform/health/conditions.js';
import { Worker } from '../../platform/worker.js';
import { HeldCheckpoints } from './held-checkpoint.js';
import { LogKeys } from './log-keys.js';
import { growTree, storedTree } from './stored-tree.js';
import type { LogCheckpointRow } from './tree.entity.js';

/** Checkpoints are made at most this often, in milliseconds. */
const PAUSE = 1000;

/**
 * Signs how long the log is and what it holds, while there is something new. One process at a time does, and only what
 * goes on from everything signed before: in the database, and outside of it.
 */
@Injectable()
export class Checkpoints implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Checkpoints.name);
  private readonly worker = new Worker(PAUSE, () => this.turn(), this.logger);
  private readonly held: HeldCheckpoints;
  /** The checkpoints that the log was found to agree with, so that an idle log is not compared again and again. */
  private agreed: string | null = null;

  constructor(
    private readonly database: Database,
    private readonly keys: LogKeys,
    private readonly clock: Clock,
    private readonly conditions: Conditions,
    private readonly config: Config,
  ) {
    this.held = new HeldCheckpoints(config.dataDir);
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'api') this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }

  /** Brings the tiles up to date, then signs what is new; where another process is at it, leaves it to that one. */
  async turn(): Promise<void> {
    try {
      while (await this.alone((tx) => this.step(tx)));
      this.conditions.clear('log_unsigned');
    } catch (error) {
      this.conditions.set('log_unsigned', UNSIGNED);
      throw error;
    }
  }

  private alone<T>(work: (tx: Tx) => Promise<T>): Promise<T | null> {
    return this.database.transaction(async (tx) => {
      const turn = await tx.one<{ mine: boolean }>(TAKE_TURN);
      return turn?.mine ? await work(tx) : null;
    });
  }

  /** @returns whether there is more to do before anything is signed */
  private async step(tx: Tx): Promise<boolean> {
    // Before the tiles are looked at: whatever is sealed meanwhile, those that are there then cover it.
    const { size } = (await tx.one<{ size: number }>(LAST_POSITION)) ?? { size: 0 };
    if ((await growTree((sql, params) => tx.rows(sql, params))) > 0) return true;
    await this.sign(tx, size);
    return false;
  }

  /** Outside first: what is signed and handed out is always held there too. */
  private async sign(tx: Tx, size: number): Promise<void> {
    const last = await tx.one<LogCheckpointRow>(LAST_CHECKPOINT);
    if (!(await this.goesOn(tx, size, last)) || size === (last?.size ?? 0)) return;
    const root = await treeOf(tx).root(size);
    const note = this.keys.sign(checkpointText({ origin: this.keys.origin, size, root }));
    const at = this.clock.now();
    await this.held.keep(note, at);
    await tx.insert('log_checkpoints', [{ size, root, note, at }]);
    this.agreed = note + note;
  }

  /** Whether the log goes on from what was signed before; where it does not, everybody who looks is told. */
  private async goesOn(tx: Tx, size: number, last: LogCheckpointRow | undefined): Promise<boolean> {
    const held = await this.held.latest();
    const compared = `${held?.note ?? ''}${last?.note ?? ''}`;
    if (compared === this.agreed && size === last?.size) return true;
    if (last && !(await agrees(tx, size, last))) return this.refuse(last, 'in the database', size);
    if (held && held.note !== last?.note && !(await agrees(tx, size, held)))
      return this.refuse(held, `in ${this.held.file}`, size);
    this.agreed = compared;
    this.conditions.clear('log_forked');
    return true;
  }

  private refuse(signed: Pick<Checkpoint, 'size'>, where: string, size: number): false {
    this.agreed = null;
    const what =
      signed.size > size
        ? `it has ${size} positions, and ${signed.size} were signed`
        : `its first ${signed.size} positions are not those that were signed`;
    const isNews = this.conditions.set(
      'log_forked',
      `The log does not go on from the checkpoint ${where}: ${what}. Nothing is signed until this is settled.`,
    );
    if (isNews) this.logger.error(`log_forked: ${this.conditions.get('log_forked') ?? ''}`);
    return false;
  }
}

async function agrees(tx: Tx, size: number, signed: Pick<Checkpoint, 'size' | 'root'>): Promise<boolean> {
  return signed.size <= size && (await treeOf(tx).root(signed.size)).equals(signed.root);
}

function treeOf(tx: Tx) {
  return storedTree((sql, params) => tx.rows(sql, params));
}

const UNSIGNED =
  'What is new in the log cannot be signed, and so not be proved; the output of this process says why.';
const TAKE_TURN = `SELECT pg_try_advisory_xact_lock(hashtext('amends'), hashtext('checkpoints')) AS mine`;
const LAST_POSITION = 'SELECT coalesce(max(p.position), 0) AS size FROM entry_positions p';
const LAST_CHECKPOINT =
  'SELECT c.size, c.root, c.note, c.at FROM log_checkpoints c ORDER BY c.size DESC LIMIT 1';
