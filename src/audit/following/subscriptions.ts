import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Config } from '../../platform/config.js';
import { LogSignal } from './log-signal.js';
import { Sealer } from './sealer.js';
import { SubscriptionRunner } from './subscription-runner.js';
import { type ParkedEntry, SubscriptionStore } from './subscription.store.js';
import { type Subscription, subscriptionsOf } from '../subscriptions.events.js';
import { Worker } from '../../platform/worker.js';

/** How long news that another process sealed can wait, in milliseconds. */
const POLL = 100;
/** How long a parked entry whose time has come, or a subscription that another worker let go, can wait. */
const LOOK_AGAIN = 1000;

/** Finds every `@On` of the program and hands the log to it, entry by entry, in the order of positions. */
@Injectable()
export class Subscriptions implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Subscriptions.name);
  private readonly found: Subscription[] = [];
  private readonly followers: { runner: SubscriptionRunner; worker: Worker }[] = [];
  private readonly scanner = new Worker(POLL, () => this.scan(), this.logger);
  private stopListening = () => {};
  private scannedTo = 0;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly store: SubscriptionStore,
    private readonly sealer: Sealer,
    private readonly signal: LogSignal,
    private readonly config: Config,
  ) {}

  /** Before anything is sealed by this process: a new subscriber begins with what comes after it. */
  async onModuleInit(): Promise<void> {
    const instances = new Set(this.discovery.getProviders().map(({ instance }) => instance as unknown));
    for (const instance of instances) this.found.push(...subscriptionsOf(instance));
    if (this.config.role === 'api') return;
    for (const subscription of this.found) {
      const runner = new SubscriptionRunner(subscription, this.store, this.logger);
      await this.store.register(subscription);
      this.followers.push({ runner, worker: new Worker(LOOK_AGAIN, () => runner.turn(), this.logger) });
    }
    this.scannedTo = await this.store.lastPosition();
  }

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.stopListening = this.signal.on('sealed', () => this.scanner.wake());
    for (const { worker } of this.followers) worker.start();
    this.scanner.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopListening();
    for (const { runner } of this.followers) runner.stop();
    await Promise.all(
      [this.scanner, ...this.followers.map(({ worker }) => worker)].map((worker) => worker.stop()),
    );
  }

  /** Every subscriber of this program, whichever process serves it. */
  get all(): readonly Subscription[] {
    return this.found;
  }

  /** What no subscriber could digest yet, oldest first: for tests. Operators have `SubscriptionReads.parked`. */
  parked(): Promise<ParkedEntry[]> {
    return this.store.parked();
  }

  /**
   * Waits until everything committed is sealed and every subscriber here has had it, with what that made in turn.
   * A parked entry whose next attempt is not due does not count.
   * @throws Error after `patience` milliseconds.
   */
  async settled(patience = 10_000): Promise<void> {
    const end = performance.now() + patience;
    while (await this.isBusy()) {
      if (performance.now() > end) throw new Error('the log did not settle');
      await new Promise((resume) => setTimeout(resume, 5));
    }
  }

  /** Subscribers first, then the sealer, then whether something was sealed in between: nothing can slip through. */
  private async isBusy(): Promise<boolean> {
    const before = await this.store.lastPosition();
    for (const { runner, worker } of this.followers) {
      if (!(await runner.hasWork())) continue;
      worker.wake();
      return true;
    }
    if ((await this.sealer.sealAll()) > 0 || (await this.sealer.isAnythingWaiting())) return true;
    return (await this.store.lastPosition()) !== before;
  }

  /** Looks once at what is new, and wakes the subscribers it is for. */
  private async scan(): Promise<void> {
    for (;;) {
      const news = await this.store.newTypes(this.scannedTo);
      if (news.length === 0) return;
      const types = new Set(news.map((entry) => entry.type));
      for (const { runner, worker } of this.followers) if (runner.follows(types)) worker.wake();
      this.scannedTo = news.at(-1)?.position ?? this.scannedTo;
    }
  }
}
