import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ImapMailbox } from '../../communications/mail-in/imap/imap-mailbox.js';
import { type ImapSettings, imapSettingsOf } from '../../communications/mail-in/imap/imap-settings.js';
import { MAIL_LIMITS } from '../../communications/mail-in/reading/mail.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { exclusively } from '../../platform/database/exclusively.js';
import { describeError } from '../../platform/logging/describe-error.js';
import { Worker } from '../../platform/worker.js';
import type { InboundMailbox } from './inbound-mail.entity.js';
import { MailIntakeService } from './taking/mail-intake.service.js';

/** Milliseconds until the mailbox is opened again after its connection ended, and until another process looks. */
const AGAIN = 10_000;
/** Milliseconds after which somebody looks, although the server told of nothing. */
const POLL = 60_000;
/** A mail on which the program fails so often is set aside. */
const ATTEMPTS = 3;

/**
 * Looks into a mailbox: one process at a time, told by the server or by the clock. A mail is marked as seen when what
 * follows from it is committed; what a crash leaves in between comes again, and is known.
 */
@Injectable()
export class ImapDoor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ImapDoor.name);
  private readonly worker = new Worker(AGAIN, () => this.session(), this.logger);
  private readonly settings: ImapSettings | null;
  private readonly failures = new Map<number, number>();
  private open: ImapMailbox | null = null;
  private closing = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly intake: MailIntakeService,
  ) {
    this.settings = config.imapUrl === null ? null : imapSettingsOf(config.imapUrl);
  }

  onApplicationBootstrap(): void {
    if (this.settings && this.config.role !== 'api') this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    this.open?.wake();
    await this.worker.stop();
  }

  /** As long as the connection holds. */
  private async session(): Promise<void> {
    const { settings } = this;
    if (!settings) return;
    await exclusively(this.database, settings.name, async (check) => {
      const mailbox = (this.open = await ImapMailbox.open(settings));
      try {
        while (!this.isClosing()) {
          await check();
          await this.takeNew(mailbox, settings.name);
          if (!this.isClosing()) await mailbox.wait(POLL);
        }
      } finally {
        this.open = null;
        mailbox.close();
      }
    });
  }

  private isClosing(): boolean {
    return this.closing;
  }

  /** What the house has not taken yet; where it knows nothing of this mailbox, what nobody has seen. */
  private async takeNew(mailbox: ImapMailbox, name: string): Promise<void> {
    const { uidValidity } = mailbox;
    const [known] = await this.database.read<InboundMailbox>(KNOWN, [name, uidValidity]);
    for (const uid of await mailbox.uidsAfter(known ? Number(known.lastUid) : null)) {
      if (this.isClosing()) return;
      const mail = await mailbox.fetch(uid);
      if (mail) {
        await this.take(mail.raw, name, mail.receivedAt, uid);
        // Of one that is too large only the beginning was fetched: somebody has to look at it there.
        if (mail.raw.length <= MAIL_LIMITS.bytes) await mailbox.markSeen(uid);
      }
      await this.database.read(READ_SO_FAR, [name, uidValidity, uid]);
    }
  }

  /** @throws whatever stops it; the third time the mail is set aside instead, where that can be done */
  private async take(raw: Buffer, name: string, receivedAt: Date | null, uid: number): Promise<void> {
    try {
      await this.intake.takeMail(raw, name, receivedAt);
      this.failures.delete(uid);
    } catch (error) {
      const failures = (this.failures.get(uid) ?? 0) + 1;
      this.failures.set(uid, failures);
      if (failures < ATTEMPTS) throw error;
      await this.intake.setAside(raw, name, receivedAt);
      this.failures.delete(uid);
      this.logger.error({
        what: 'a mail could not be taken and is set aside',
        uid,
        error: describeError(error),
      });
    }
  }
}

const KNOWN = 'SELECT b.* FROM inbound_mailboxes b WHERE b.name = $1 AND b.uid_validity = $2';

/** Beside the log: it says how far was read, and nothing about a mail. */
const READ_SO_FAR = `
  INSERT INTO inbound_mailboxes AS b (name, uid_validity, last_uid) VALUES ($1, $2, $3)
  ON CONFLICT (name) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid`;
