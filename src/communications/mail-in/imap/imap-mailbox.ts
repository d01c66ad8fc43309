import { ImapFlow } from 'imapflow';
import { MAIL_LIMITS } from '../reading/mail.js';
import type { ImapSettings } from './imap-settings.js';

/** A mail in the mailbox. */
export interface MailThere {
  raw: Buffer;
  /** When its server took it. */
  receivedAt: Date | null;
}

/** The mail server does not let us in: who asks again at once is soon locked out. */
export class LoginRefused extends Error {
  constructor(options: ErrorOptions) {
    super('the mail server refuses the user or the password', options);
  }
}

/** The mail server says that it does not hand over one mail. */
export class MailWithheld extends Error {
  constructor(options: ErrorOptions) {
    super('the mail server does not hand over a mail', options);
  }
}

/** Milliseconds without other work, after which the server is asked to tell by itself what comes (RFC 2177). */
const IDLE_AFTER = 500;

/** One folder of a mailbox over one connection. When the connection ends, everything here throws. */
export class ImapMailbox {
  /** Something came since somebody looked. */
  private isNew = false;
  private news: (() => void) | null = null;

  private constructor(
    private readonly client: ImapFlow,
    /** With another one all numbers are new (RFC 9051, section 2.3.1.1). */
    readonly uidValidity: string,
    /** The highest number that a mail had when the folder was opened; 0 where none ever had one. */
    readonly lastUid: number,
  ) {
    client.on('exists', () => this.wake());
    client.on('close', () => this.wake());
  }

  /** @param leaving ends the connection, and with it whatever waits for the server */
  static async open(settings: ImapSettings, leaving: AbortSignal): Promise<ImapMailbox> {
    const { host, port, secure, requireTls, user, password: pass, folder } = settings;
    const client = new ImapFlow({
      ...{ host, port, secure, auth: { user, pass }, logger: false, autoIdleDelay: IDLE_AFTER },
      ...(requireTls && { doSTARTTLS: true }),
    });
    const close = () => client.close();
    leaving.addEventListener('abort', close);
    // Each step tells its own error; this one comes between two steps, and ends the connection, which is noticed then.
    client.on('error', () => undefined);
    client.on('close', () => leaving.removeEventListener('abort', close));
    try {
      leaving.throwIfAborted();
      await client.connect();
      const { uidValidity, uidNext } = await client.mailboxOpen(folder);
      return new ImapMailbox(client, String(uidValidity), uidNext - 1);
    } catch (error) {
      client.close();
      throw isLoginRefused(error) ? new LoginRefused({ cause: error }) : error;
    }
  }

  /** The numbers of mails after one, lowest first; null: of those that nobody has seen. */
  async uidsAfter(last: number | null): Promise<number[]> {
    this.isNew = false;
    const query = last === null ? { seen: false } : { uid: `${last + 1}:*` };
    const found = await this.client.search(query, { uid: true });
    this.checkOpen();
    if (!found) throw new Error('the mail server refuses to search the folder');
    // A range whose end is below its beginning names the last mail all the same.
    return found.filter((uid) => uid > (last ?? 0)).sort((a, b) => a - b);
  }

  /**
   * Null where it is gone. Of one that is too large for us only so much comes that this can be told.
   * @throws MailWithheld
   */
  async fetch(uid: number): Promise<MailThere | null> {
    const source = { start: 0, maxLength: MAIL_LIMITS.bytes + 1 };
    const query = { source, internalDate: true };
    const mail = await this.client.fetchOne(String(uid), query, { uid: true }).catch((error: unknown) => {
      throw isRefusal(error) ? new MailWithheld({ cause: error }) : error;
    });
    if (!mail) return null;
    const { internalDate, source: raw = Buffer.alloc(0) } = mail;
    return { raw, receivedAt: internalDate === undefined ? null : new Date(internalDate) };
  }

  /** Does nothing in a folder that lets itself be read only. */
  async markSeen(uid: number): Promise<void> {
    await this.client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    this.checkOpen();
  }

  /** Returns when something came since somebody looked, and after so many milliseconds in any case. */
  async wait(milliseconds: number): Promise<void> {
    this.checkOpen();
    if (!this.isNew)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.news = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.news = null;
    this.checkOpen();
  }

  close(): void {
    this.client.close();
  }

  private wake(): void {
    this.isNew = true;
    this.news?.();
  }

  private checkOpen(): void {
    if (!this.client.usable) throw new Error('the connection to the mailbox ended');
  }
}

function isLoginRefused(error: unknown): boolean {
  return error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'responseStatus' in error && error.responseStatus === 'NO';
}
