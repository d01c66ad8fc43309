import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Change, Subject } from '../../audit/ledger.service.js';
import { systemCall } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { notFound, Refusal } from '../../kernel/refusal.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { describeError } from '../../platform/logging/describe-error.js';
import { Worker } from '../../platform/worker.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { nextMoment } from './next-moment.js';
import { passTime } from './pass-time.js';
import { Resting } from './resting.js';

/** A promise that somebody else's process made is seen after so long at the latest, in milliseconds. */
const LOOK_AGAIN = 1000;
/** Complaints taken at once; a turn ends when nothing more is due. */
const BATCH = 200;
const AT_ONCE = 4;
/** `left`: somebody else has it in hand, or it could not be handled. */
type Outcome = 'changed' | 'nothing due' | 'left';

/**
 * Wakes complaints at the moment when time alone changes something in them. There is no job per promise: the next
 * moment of each complaint stands in its row, and the worker sleeps until the first of them. Any number of processes
 * may do so: what one has in hand the others pass over, and what is done is seen under the lock.
 */
@Injectable()
export class Timekeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Timekeeper.name);
  private readonly worker = new Worker(LOOK_AGAIN, () => this.turn(), this.logger);
  private readonly resting = new Resting();
  private alarm: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cases: Cases,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role !== 'api') this.start();
  }

  start(): void {
    this.worker.start();
  }

  /** Lets the turn that is running end, and begins no other. */
  async stop(): Promise<void> {
    await this.worker.stop();
    clearTimeout(this.alarm);
  }

  /** What is in hand is finished; the rest waits for another process, or for the next start. */
  beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    return this.stop();
  }

  /**
   * Handles everything whose moment has come, and sets the alarm for what comes next.
   * @returns how many complaints changed
   */
  async turn(): Promise<number> {
    let handled = 0;
    for (;;) {
      const now = await this.time();
      const due = await this.ids(DUE, [now, BATCH + this.resting.size]);
      const outcomes = await this.wakeAll(due.filter((id) => !this.resting.includes(id)));
      handled += changed(outcomes);
      if (outcomes.every((outcome) => outcome === 'left')) {
        await this.setAlarm(now);
        return handled;
      }
    }
  }

  /** The safety net: promises whose time is over, on complaints that nobody would wake. @returns how many of these. */
  async sweep(): Promise<number> {
    return changed(await this.wakeAll(await this.ids(FORGOTTEN, [await this.time(), BATCH])));
  }

  /** The database's: a write reads that one as well, and would find nothing due by a clock that goes ahead. */
  private async time(): Promise<Date> {
    const [row] = await this.database.read<{ time: Date }>('SELECT clock_timestamp() AS time');
    return row ? this.clock.fromDatabase(row.time) : this.clock.now();
  }

  private async ids(sql: string, params: unknown[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(sql, params);
    return rows.map(({ id }) => id);
  }

  /** @throws what the database says that is away; whatever is in hand ends before. */
  private async wakeAll(ids: string[]): Promise<Outcome[]> {
    const waiting = [...ids];
    const outcomes: Outcome[] = [];
    const hand = async () => {
      for (let id = waiting.shift(); id !== undefined && !this.closing; id = waiting.shift()) {
        outcomes.push(await this.wake(id));
      }
    };
    const hands = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, () =>
        hand().catch((error: unknown) => {
          waiting.length = 0;
          throw error;
        }),
      ),
    );
    for (const one of hands) if (one.status === 'rejected') throw one.reason;
    return outcomes;
  }

  private async wake(id: string): Promise<Outcome> {
    try {
      const outcome = await this.passTime(id);
      this.resting.handled(id);
      return outcome;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not_found') return 'left';
      await this.time(); // where the database is away, it is no fault of the complaint's
      this.resting.failed(id);
      this.logger.error({
        what: 'a complaint could not be woken',
        complaintId: id,
        error: describeError(error),
      });
      return 'left';
    }
  }

  private async passTime(id: string): Promise<Outcome> {
    const free: Subject = { type: 'complaint', id, mode: 'update-if-free', missing: notFound() };
    const found: { outcome: Outcome; correction: unknown[] | null } = { outcome: 'left', correction: null };
    const work = (c: Case, change: Change) => {
      passTime(c);
      found.outcome = change.drafts.length > 0 ? 'changed' : 'nothing due';
      found.correction = found.outcome === 'changed' ? null : correctionOf(c);
      return undefined;
    };
    await this.cases.work(systemCall('clock'), 'pass time', id, work, [free]);
    if (found.correction) await this.database.read(CORRECT, found.correction);
    return found.outcome;
  }

  /** For the first moment after one up to which everything was looked at; by now it may have come. */
  private async setAlarm(lookedAt: Date): Promise<void> {
    clearTimeout(this.alarm);
    const [row] = await this.database.read<{ wakeAt: Date }>(NEXT, [lookedAt]);
    if (!row) return;
    const wait = Math.max(0, row.wakeAt.getTime() - (await this.time()).getTime());
    if (wait < LOOK_AGAIN) this.alarm = setTimeout(() => this.worker.wake(), wait);
  }
}

const changed = (outcomes: Outcome[]) => outcomes.filter((outcome) => outcome === 'changed').length;

/**
 * Nothing was due in a case that was to be woken: somebody else was faster, or its row names another moment than its
 * promises do, as after a migration. Then the row is put right, or the case would be woken for ever.
 * @returns the parameters of `CORRECT`, or null where the row is right
 * @throws Error where its moment has come and changes nothing
 */
function correctionOf({ complaint: { id, version, wakeAt }, now, view }: Case): unknown[] | null {
  if (wakeAt !== null && wakeAt > now) return null;
  const next = nextMoment(view);
  if (next !== null && next <= now)
    throw new Error('the moment of this complaint has come and changes nothing');
  return [id, version, next];
}

const DUE = `SELECT c.id FROM complaints c WHERE c.wake_at <= $1 ORDER BY c.wake_at LIMIT $2`;

const NEXT = `SELECT c.wake_at FROM complaints c WHERE c.wake_at > $1 ORDER BY c.wake_at LIMIT 1`;

/** Beside the door: the moment follows from what is on record, and nothing else of the row changes. */
const CORRECT = `UPDATE complaints c SET wake_at = $3 WHERE c.id = $1 AND c.version = $2`;

const FORGOTTEN = `
  SELECT DISTINCT p.complaint_id AS id FROM promises p JOIN complaints c ON c.id = p.complaint_id
  WHERE p.state = 'open' AND p.paused_since IS NULL AND c.ended_at IS NULL
    AND p.due_at < $1::timestamptz - interval '1 minute'
    AND (c.wake_at IS NULL OR c.wake_at > $1)
  LIMIT $2`;
