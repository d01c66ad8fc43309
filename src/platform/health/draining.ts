import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, type OnModuleDestroy } from '@nestjs/common';

/** Milliseconds in which a load balancer notices that this process is not ready any more. */
const NOTICE = 5_000;
/** Milliseconds after which the process ends, finished or not. */
const GRACE = 30_000;

/**
 * The way out: not ready, then a while in which requests are still served while load balancers look elsewhere, then
 * the server closes. Answers in that while say `Connection: close`, so that no kept connection is cut under a request.
 */
@Injectable()
export class Draining implements OnModuleDestroy, BeforeApplicationShutdown {
  private started = false;
  private watched = false;
  private readonly ends: (() => void)[] = [];

  get isDraining(): boolean {
    return this.started;
  }

  /** Somebody asks whether we are ready, and is to learn that we no longer are. */
  watch(): void {
    this.watched = true;
  }

  /** @param end ends the answers that would go on for ever; called when the server closes */
  atClose(end: () => void): void {
    this.ends.push(end);
  }

  /** The server closes: nobody can connect any more. */
  closes(): void {
    for (const end of this.ends) end();
  }

  onModuleDestroy(): void {
    this.started = true;
  }

  async beforeApplicationShutdown(signal?: string): Promise<void> {
    if (signal === undefined) return;
    setTimeout(() => process.exit(1), GRACE).unref();
    // A person at a terminal is not a load balancer.
    if (signal === 'SIGTERM' && this.watched) await sleep(NOTICE);
  }
}
