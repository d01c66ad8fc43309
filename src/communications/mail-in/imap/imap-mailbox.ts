import { ImapFlow } from 'imapflow';
import { MAIL_LIMITS } from '../reading/mail.js';
import type { ImapSettings } from './imap-settings.js';

/** A mail in the mailbox. */
export interface MailThere {
  raw: Buffer;
  /** When its server took it. */
  receivedAt: Date | null;
}

/** Milliseconds without other work, after which the server is asked to tell by itself what comes (RFC 2177). */
const IDLE_AFTER = 500;

/** One folder of a mailbox over one connection. When the connection ends, everything here throws. */
export class ImapMailbox {
  private news: (() => void) | null = null;

  private constructor(
    private readonly client: ImapFlow,
    /** With another one all numbers are new (RFC 9051, section 2.3.1.1). */
    readonly uidValidity: string,
  ) {
    client.on('exists', () => this.wake());
    client.on('close', () => this.wake());
  }

  static async open(settings: ImapSettings): Promise<ImapMailbox> {
    const { host, port, secure, requireTls, user, password: pass, folder } = settings;
    const client = new ImapFlow({
      ...{ host, port, secure, auth: { user, pass }, logger: false, autoIdleDelay: IDLE_AFTER },
      ...(requireTls && { doSTARTTLS: true }),
    });
    // Each step tells its own error; this one comes between two steps, and ends the connection, which is noticed then.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { uidValidity } = await client.mailboxOpen(folder);
      return new ImapMailbox(client, String(uidValidity));
    } catch (error) {
      client.close();
      throw error;
    }
  }

  /** The numbers of mails after one, lowest first; null: of those that nobody has seen. */
  async uidsAfter(last: number | null): Promise<number[]> {
    const query = last === null ? { seen: false } : { uid: `${last + 1}:*` };
    const found = (await this.client.search(query, { uid: true })) || [];
    // A range whose end is below its beginning names the last mail all the same.
    return found.filter((uid) => uid > (last ?? 0)).sort((a, b) => a - b);
  }

  /** Null where it is gone. Of one that is too large for us only so much comes that this can be told. */
  async fetch(uid: number): Promise<MailThere | null> {
    const source = { start: 0, maxLength: MAIL_LIMITS.bytes + 1 };
    const mail = await this.client.fetchOne(String(uid), { source, internalDate: true }, { uid: true });
    if (!mail || !mail.source) return null;
    const { internalDate } = mail;
    return { raw: mail.source, receivedAt: internalDate === undefined ? null : new Date(internalDate) };
  }

  async markSeen(uid: number): Promise<void> {
    await this.client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  }

  /** Returns when something may have come, and after so many milliseconds in any case. @throws where it is closed */
  async wait(milliseconds: number): Promise<void> {
    if (this.client.usable)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.news = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.news = null;
    if (!this.client.usable) throw new Error('the connection to the mailbox ended');
  }

  /** Ends a `wait`. */
  wake(): void {
    this.news?.();
  }

  close(): void {
    this.client.close();
  }
}
