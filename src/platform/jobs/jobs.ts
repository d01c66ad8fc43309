import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/identifiers.js';
import { Config } from '../config.js';
import { Database, type Tx } from '../database/database.js';
import { createBoss, inside, TERMS } from './boss.js';
import { dutiesOf, type Duty, type Job, type JobData } from './job.js';
import { type FailedJob, JobStore } from './job.store.js';
import { JobWorkers } from './job-workers.js';

/**
 * Work that is done after the transaction that asks for it, by any process that works: at least once, and again after
 * a failure, ten times over about an hour. Then the job is dead, and stays where `dead` shows it.
 */
@Injectable()
export class Jobs implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly boss = createBoss(this.database);
  private readonly store = new JobStore(this.database);
  private readonly workers = new JobWorkers(this.boss, this.logger);
  private duties = new Map<string, Duty>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Asks for a job, in the transaction of the change: rolled back with it, and begun after its commit.
   * @param options `key`: jobs of one kind and key never run at the same time, and begin in the order in which they
   * were asked for; one that failed lets the next go first, and a dead one holds nobody up. `startAfter`: by the
   * program's clock.
   */
  async enqueue<T extends JobData>(
    tx: Tx,
    { name }: Job<T>,
    data: T,
    options: { key?: string; startAfter?: Date } = {},
  ): Promise<void> {
    if (!this.duties.has(name)) throw new Error(`no method does the job ${name}`);
    const singletonKey = options.key ?? newId();
    const { startAfter } = options;
    await this.boss.send(name, data, { ...TERMS, singletonKey, startAfter, db: inside(tx) });
  }

  /** Jobs that failed at every attempt, oldest first: for the operator, and for tests. */
  dead(): Promise<FailedJob[]> {
    return this.store.dead();
  }

  /** Jobs that failed and will be tried again, oldest first. */
  failing(): Promise<FailedJob[]> {
    return this.store.failing();
  }

  /**
   * Waits until no job that this process can do waits or runs. One that failed and is not due again does not count, nor
   * one that is to begin later by the clock.
   * @returns how many jobs this process has begun so far: the same number twice means that it did nothing in between.
   * @throws Error after `patience` milliseconds.
   */
  async settled(patience = 10_000): Promise<number> {
    const end = performance.now() + patience;
    for (;;) {
      const { begun } = this.workers;
      if (!(await this.hasWork())) return begun;
      if (performance.now() > end) throw new Error('the jobs did not settle');
      this.workers.wake();
      await new Promise((resume) => setTimeout(resume, 10));
    }
  }

  /** Every process knows every kind, so that the one that enqueues need not wait for one that works. */
  async onModuleInit(): Promise<void> {
    const instances = new Set(this.discovery.getProviders().map(({ instance }) => instance as unknown));
    for (const duty of [...instances].flatMap(dutiesOf)) {
      if (this.duties.has(duty.job)) throw new Error(`two methods do the job ${duty.job}`);
      this.duties.set(duty.job, duty);
    }
    // Also makes them known to the library: else it would ask for them, on a second connection, inside a transaction.
    for (const name of this.duties.keys()) await this.boss.createQueue(name, { policy: 'singleton' });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.works) return;
    await this.workers.start([...this.duties.values()]);
    this.timer = setInterval(() => void this.hasten().catch(() => undefined), 1000).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.workers.stop();
  }

  private get works(): boolean {
    return this.config.role !== 'api' && this.duties.size > 0;
  }

  private async hasWork(): Promise<boolean> {
    if (!this.works) return false;
    await this.hasten();
    return this.store.isAnyDue([...this.duties.keys()]);
  }

  /** The library goes by the database's time. Where ours runs ahead of it, what is due by ours is made due. */
  private async hasten(): Promise<void> {
    if (this.clock.ahead > 0) await this.store.hasten(this.clock.ahead);
  }
}
