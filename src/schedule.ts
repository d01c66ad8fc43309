import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { AbsenceClock } from './access/availability/absence-clock.js';
import { AccessRecords } from './audit/access-records/access-records.service.js';
import { IdempotencyStore } from './audit/door/idempotency.store.js';
import { AttachmentsService } from './complaints/attachments/attachments.service.js';
import { NoticePost } from './automation/notices/mailing/notice-post.js';
import { MailKeeping } from './complaints/mail/mail-keeping.service.js';
import { WebhookDispatcher } from './automation/webhooks/delivering/dispatcher.service.js';
import { LogCheckJob } from './audit/verification/log-check.job.js';
import { ComparisonJob } from './complaints/replay/comparison.job.js';
import { Timekeeper } from './complaints/time/timekeeper.service.js';
import { Config } from './platform/config.js';
import { describeError } from './platform/logging/describe-error.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
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
    private readonly absences: AbsenceClock,
    private readonly attachments: AttachmentsService,
    private readonly notices: NoticePost,
    private readonly mails: MailKeeping,
    private readonly webhooks: WebhookDispatcher,
    private readonly logCheck: LogCheckJob,
    private readonly access: AccessRecords,
    private readonly comparison: ComparisonJob,
  ) {}

  onApplicationBootstrap(): void {
    this.every(5 * SECOND, 'put on record who read, and who was refused', () => this.access.flush());
    if (this.config.role === 'api') return;
    this.every(5 * SECOND, 'let absences begin and end', () => this.absences.turn());
    this.every(MINUTE, 'look for promises that nobody would wake', () => this.timekeeper.sweep());
    this.every(10 * SECOND, 'send notices by mail', () => this.notices.turn());
    this.every(HOUR, 'forget old notices', () => this.notices.forgetOld());
    this.every(HOUR, 'forget deliveries of webhooks that have been over for 30 days', () =>
      this.webhooks.forgetOld(),
    );
    this.every(HOUR, 'forget idempotency keys older than a day', () => this.idempotency.forgetOld());
    this.every(HOUR, 'remove files that belong to no attachment', () => this.attachments.sweep());
    this.every(HOUR, 'forget mails that came to nothing', () => this.mails.sweep());
    this.every(HOUR, 'check the whole log, once a day', () => this.logCheck.askIfDue());
    this.every(HOUR, 'compare the rows with the log, once a day', () => this.comparison.askIfDue());
  }

  beforeApplicationShutdown(): void {
    this.stop();
  }

  /** Nothing recurs any more. */
  stop(): void {
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
