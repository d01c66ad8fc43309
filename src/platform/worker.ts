import type { Logger } from '@nestjs/common';
import { describeError } from './logging/describe-error.js';

/**
 * Runs a piece of work again and again in the background, never twice at once: when woken, and after every pause.
 * A failure is reported and the next turn tries again.
 */
export class Worker {
  private running: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private stopped = true;
  private failing = false;

  constructor(
    /** Milliseconds between two turns that nobody asked for. */
    private readonly pause: number,
    private readonly work: () => Promise<unknown>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.stopped = false;
    this.wake();
  }

  /** Asks for a turn at once, or right after the one that is running. */
  wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.run();
  }

  /** Lets the turn that is running end, and starts no other. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    clearTimeout(this.timer);
    while (this.again && !this.stopped) {
      this.again = false;
      await this.turn();
    }
    this.running = null;
    if (!this.stopped) this.timer = setTimeout(() => this.wake(), this.pause);
  }

  private async turn(): Promise<void> {
    try {
      await this.work();
      this.failing = false;
    } catch (error) {
      // Said once for each outage: at twenty turns a second the log would hold nothing else.
      if (!this.failing) this.logger.error(describeError(error));
      this.failing = true;
    }
  }
}
