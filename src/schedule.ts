import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { IdempotencyStore } from './audit/door/idempotency.store.js';
import { LogCheckJob } from './audit/verification/log-check.job.js';
import { Timekeeper } from './complaints/time/timekeeper.service.js';
import { Config } from './platform/config.js';
import { describeError } from './platform/logging/describe-error.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The one list of recurring work, in words. Each piece may run in several processes at once. */
@Injectable()
export class Schedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Schedule.name);
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly config: Config,
    private readonly idempotency: IdempotencyStore,
    private readonly timekeeper: Timekeeper,
    private readonly logCheck: LogCheckJob,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.role === 'api') return;
    this.every(MINUTE, 'look for promises that nobody would wake', () => this.timekeeper.sweep());
    this.every(HOUR, 'forget idempotency keys older than a day', () => this.idempotency.forgetOld());
    this.every(HOUR, 'check the whole log, once a day', () => this.logCheck.askIfDue());
  }

  beforeApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private every(milliseconds: number, what: string, work: () => Promise<unknown>): void {
    const run = () => {
      work().catch((error: unknown) => {
        this.logger.error({ what, error: describeError(error) });
      });
    };
    this.timers.push(setInterval(run, milliseconds).unref());
  }
}
