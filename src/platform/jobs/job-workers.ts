import type { Logger } from '@nestjs/common';
import type { Job as Taken, PgBoss } from 'pg-boss';
import { describeError } from '../logging/describe-error.js';
import { ATTEMPTS, HEARTBEAT, POLL } from './boss.js';
import type { Duty, JobData } from './job.js';

/** Milliseconds that a running job has to end when the process is told to; then it is given back. */
const GRACE = 25_000;

/** Milliseconds in which trouble of one kind is told once: every worker meets a database that is gone every second. */
const SILENCE = 60_000;

/** One worker in this process for each kind of job; it does one job after the other. */
export class JobWorkers {
  /** How many jobs this process has begun. */
  begun = 0;
  private readonly ids = new Map<string, string>();
  private readonly told = new Map<string, number>();

  constructor(
    private readonly boss: PgBoss,
    private readonly logger: Logger,
  ) {
    boss.on('error', (error) => this.tell(error));
    boss.on('warning', ({ message }) => this.logger.warn(message));
  }

  async start(duties: Duty[]): Promise<void> {
    await this.boss.start();
    const options = {
      pollingIntervalSeconds: POLL,
      heartbeatRefreshSeconds: HEARTBEAT,
    };
    for (const duty of duties) {
      const work = (jobs: Taken<JobData>[]) => this.perform(duty, jobs);
      this.ids.set(duty.job, await this.boss.work<JobData>(duty.job, options, work));
    }
  }

  /** Lets the workers look at once. */
  wake(): void {
    for (const id of this.ids.values()) this.boss.notifyWorker(id);
  }

  /** Lets running jobs end, within `GRACE`, and begins no other. */
  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: GRACE });
  }

  private async perform(duty: Duty, jobs: Taken<JobData>[]): Promise<void> {
    try {
      for (const { id, data, retryCount } of jobs) await this.attempt(duty, id, data, retryCount + 1);
    } finally {
      // Else the next one would wait until the worker looks again by itself.
      this.boss.notifyWorker(this.ids.get(duty.job) ?? '');
    }
  }

  private async attempt(duty: Duty, id: string, data: JobData, attempt: number): Promise<void> {
    this.begun += 1;
    try {
      await duty.perform(data);
    } catch (error) {
      // The words of a database's error may quote what somebody typed: neither the log nor the row may hold them.
      const { type, code, constraint, message } = describeError(error);
      const words = [type, code, constraint, message].filter(Boolean).join(': ').slice(0, 500);
      if (attempt < ATTEMPTS)
        this.logger.warn(`job ${duty.job} ${id} failed at attempt ${attempt}: ${words}`);
      else this.logger.error(`job ${duty.job} ${id} is dead after ${attempt} attempts: ${words}`);
      throw new Error(words);
    }
  }

  private tell(error: Error): void {
    const { code, queue } = error as { code?: string; queue?: string };
    const { message } = describeError(Object.assign(new Error(error.message), { code }));
    const trouble = [queue, code, message].filter(Boolean).join(': ');
    const last = this.told.get(queue ?? '');
    if (last !== undefined && performance.now() - last < SILENCE) return;
    this.told.set(queue ?? '', performance.now());
    this.logger.error(`jobs: ${trouble}`);
  }
}
