import { domainToASCII } from 'node:url';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { senderOf } from '../../platform/config-forms.js';
import { Keys } from '../../platform/keys.js';
import { StartError } from '../../platform/start-error.js';
import { makeReplyAddress, type ReplyKey } from '../mail-in/matching/reply-address.js';
import type { Mailbox } from './outgoing-mail.js';

/** The mail server that takes the mails of the house. */
export interface MailServer {
  host: string;
  port: number;
  /** TLS from the first byte on; else STARTTLS where the server offers it. */
  secure: boolean;
  /** No mail without TLS: where a password is sent over a network. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | null;
}

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;
/** The first key of reply addresses; the next one will be 1. */
const GENERATION = 0;
const ANY_ID = '00000000-0000-4000-8000-000000000000';

/** What the environment says about mail that goes out; `server` and `from` are null where none does. */
@Injectable()
export class MailSettings {
  readonly server: MailServer | null;
  readonly from: Mailbox | null;
  private readonly replyBase: string | null;
  private readonly replyKey: ReplyKey;

  /** @throws StartError naming MAIL_REPLY_TO */
  constructor({ smtpUrl, mailFrom, mailReplyTo }: Config, keys: Keys) {
    this.server = smtpUrl === null ? null : serverOf(new URL(smtpUrl));
    this.from = mailFrom === null ? null : senderOf(mailFrom);
    this.replyBase = mailReplyTo;
    this.replyKey = { generation: GENERATION, secret: keys.secret('reply') };
    this.refuseBadBase();
  }

  get configured(): boolean {
    return this.server !== null && this.from !== null;
  }

  /** What stands behind the @ of our Message-IDs. */
  get domain(): string {
    const { address = '' } = this.from ?? {};
    return domainToASCII(address.slice(address.lastIndexOf('@') + 1));
  }

  /** The address that leads an answer to its complaint; null where none was given for that. */
  replyAddress(complaintId: string): string | null {
    return this.replyBase === null ? null : makeReplyAddress(this.replyBase, complaintId, this.replyKey);
  }

  /** What answers come to: the address that reply addresses are made from, and the keys that make them. */
  get replies(): { base: string; keys: readonly ReplyKey[] } {
    return { base: this.replyBase ?? this.from?.address ?? '', keys: [this.replyKey] };
  }

  /** Addresses of the house: a mail from one of them is its own. */
  get ownAddresses(): string[] {
    return [this.replyBase, this.from?.address].filter((address) => typeof address === 'string');
  }

  private refuseBadBase(): void {
    try {
      this.replyAddress(ANY_ID);
    } catch (error) {
      if (error instanceof RangeError) throw new StartError(`MAIL_REPLY_TO is no base. ${error.message}`);
      throw error;
    }
  }
}

function serverOf({ protocol, hostname, port, username, password }: URL): MailServer {
  const kind = protocol === 'smtps:' ? 'smtps:' : 'smtp:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const auth =
    username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const near = /^(127\.|::1$|localhost$)/.test(host);
  return {
    host,
    port: Number(port) || PORTS[kind],
    secure: kind === 'smtps:',
    requireTLS: auth !== null && !near,
    auth,
  };
}
