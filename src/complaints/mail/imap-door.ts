import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import {
  ImapMailbox,
  LoginRefused,
  type MailThere,
  MailWithheld,
} from '../../communications/mail-in/imap/imap-mailbox.js';
import { type ImapSettings, imapSettingsOf } from '../../communications/mail-in/imap/imap-settings.js';
import { MAIL_LIMITS } from '../../communications/mail-in/reading/mail.js';
import { Clock } from '../../kernel/clock.js';
import { after } from '../../kernel/duration.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { exclusively } from '../../platform/database/exclusively.js';
import { describeError } from '../../platform/logging/describe-error.js';
import { Worker } from '../../platform/worker.js';
import type { InboundMailbox } from './inbound-mail.entity.js';
import { MailIntakeService } from './taking/mail-intake.service.js';

/** Milliseconds until the mailbox is opened again after its connection ended, and until another process looks. */
const AGAIN = 10_000;
/** Until a password that was refused is tried again: mail servers lock out whoever guesses. */
const LOGIN_AGAIN = 'PT5M';
/** Milliseconds after which somebody looks, although the server told of nothing. */
const POLL = 60_000;
/** A mail on which the program or the mail server fails so often is set aside, or left where it is. */
const ATTEMPTS = 3;

/**
 * Looks into a mailbox: one process at a time, told by the server or by the clock. A mail is marked as seen when what
 * follows from it is committed; what a crash leaves in between comes again, and is known.
 */
@Injectable()
export class ImapDoor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ImapDoor.name);
  private readonly worker = new Worker(AGAIN, () => this.turn(), this.logger);
  private readonly settings: ImapSettings | null;
  private readonly leaving = new AbortController();
  private readonly failures = new Map<number, number>();
  /** What was said of the outage that lasts: each reason once, however often it is met. */
  private readonly told = new Set<string>();
  private loginAgainAt: Date | null = null;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly intake: MailIntakeService,
    private readonly clock: Clock,
  ) {
    this.settings = config.imapUrl === null ? null : imapSettingsOf(config.imapUrl);
  }

  onApplicationBootstrap(): void {
    if (this.settings && this.config.role !== 'api') this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.leaving.abort();
    await this.worker.stop();
  }

  /** The mailbox is opened without a pause, now or when its connection ends. */
  wake(): void {
    this.worker.wake();
  }

  private async turn(): Promise<void> {
    const { settings, loginAgainAt } = this;
    if (!settings || (loginAgainAt && this.clock.now() < loginAgainAt)) return;
    try {
      await exclusively(this.database, settings.name, (check) => this.session(settings, check));
    } catch (error) {
      if (this.isLeaving()) return;
      this.loginAgainAt = error instanceof LoginRefused ? after(this.clock.now(), LOGIN_AGAIN) : null;
      this.tell(error);
    }
  }

  /** As long as the connection holds. */
  private async session(settings: ImapSettings, check: () => Promise<void>): Promise<void> {
    const mailbox = await ImapMailbox.open(settings, this.leaving.signal);
    try {
      while (!this.isLeaving()) {
        await check();
        await this.takeNew(mailbox, settings.name);
        this.tellOver();
        if (!this.isLeaving()) await mailbox.wait(POLL);
      }
    } finally {
      mailbox.close();
    }
  }

  private isLeaving(): boolean {
    return this.leaving.signal.aborted;
  }

  private tell(error: unknown): void {
    const described = describeError(error);
    const reason = described.message ?? described.type;
    if (!this.told.has(reason))
      this.logger.error({ what: 'the mailbox cannot be read, and is tried again', error: described });
    this.told.add(reason);
  }

  private tellOver(): void {
    if (this.told.size > 0) this.logger.log('the mailbox is read again');
    this.told.clear();
  }

  /**
   * What the house has not taken yet. Where it knows nothing of this mailbox, what nobody has seen; what was seen
   * before is never taken, also where that is interrupted.
   */
  private async takeNew(mailbox: ImapMailbox, name: string): Promise<void> {
    const { uidValidity, lastUid } = mailbox;
    const [known] = await this.database.read<InboundMailbox>(KNOWN, [name, uidValidity]);
    for (const uid of await mailbox.uidsAfter(known ? Number(known.lastUid) : null)) {
      if (this.isLeaving()) return;
      await this.takeOne(mailbox, name, uid);
      if (known) await this.database.read(READ_SO_FAR, [name, uidValidity, uid]);
    }
    if (!known) await this.database.read(READ_SO_FAR, [name, uidValidity, lastUid]);
  }

  private async takeOne(mailbox: ImapMailbox, name: string, uid: number): Promise<void> {
    const mail = await this.fetch(mailbox, uid);
    if (!mail) return;
    await this.take(mail, name, uid);
    // Of one that is too large only the beginning was fetched: somebody has to look at it there.
    if (mail.raw.length <= MAIL_LIMITS.bytes) await mailbox.markSeen(uid);
  }

  /** One that the mail server fails to hand over stays there unseen, and stops nobody behind it. */
  private async fetch(mailbox: ImapMailbox, uid: number): Promise<MailThere | null> {
    try {
      return await mailbox.fetch(uid);
    } catch (error) {
      if (!(error instanceof MailWithheld) || !this.isLastFailure(uid)) throw error;
      this.logger.error({ what: 'a mail is left where it is', uid, error: describeError(error) });
      return null;
    }
  }

  /** @throws whatever stops it; the third time the mail is set aside instead, where that can be done */
  private async take({ raw, receivedAt }: MailThere, name: string, uid: number): Promise<void> {
    try {
      await this.intake.takeMail(raw, name, receivedAt);
    } catch (error) {
      if (!this.isLastFailure(uid)) throw error;
      await this.intake.setAside(raw, name, receivedAt);
      const what = 'a mail could not be taken and is set aside';
      this.logger.error({ what, uid, error: describeError(error) });
    }
    this.failures.delete(uid);
  }

  private isLastFailure(uid: number): boolean {
    const failures = (this.failures.get(uid) ?? 0) + 1;
    this.failures.set(uid, failures);
    return failures >= ATTEMPTS;
  }
}

const KNOWN = 'SELECT b.* FROM inbound_mailboxes b WHERE b.name = $1 AND b.uid_validity = $2';

/** Beside the log: it says how far was read, and nothing about a mail. */
const READ_SO_FAR = `
  INSERT INTO inbound_mailboxes AS b (name, uid_validity, last_uid) VALUES ($1, $2, $3)
  ON CONFLICT (name) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid`;
