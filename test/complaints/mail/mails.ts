import type { InboundMailDto } from '../../../src/complaints/mail/inbound-mail.dto.js';
import { Keys } from '../../../src/platform/keys.js';
import { raw } from '../../communications/mail-in/mails.js';
import { type Answer, expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { Received } from '../../support/mailbox.js';
import type { Made } from '../../support/make.js';
import type { Complaint, List, Problem } from '../../support/resources.js';

export type InboundMail = InboundMailDto;

const PATH = '/v1/inbound-mail';
/** What a house that answers by mail is set up with, beside `mail: true`. */
export const REPLIES = { MAIL_REPLY_TO: 'help@example.org' };

/** What tests of mails that come in say again and again. */
export class InboundMails {
  private count = 0;

  constructor(private readonly app: TestApp) {}

  get key(): string {
    return `ami_${this.app.get(Keys).secret('inbound-mail').toString('base64url')}`;
  }

  /** Bytes of a mail from Marta to the house, with a Message-ID of its own. */
  written(headers: Record<string, string> = {}, body?: string): Buffer {
    this.count += 1;
    const own = { To: 'help@example.org', 'Message-ID': `<mail-${this.count}@client.example>` };
    return raw({ ...own, ...headers }, body);
  }

  /** The mail server hands it in. */
  tried(mail: Buffer, query = ''): Promise<Answer<InboundMail & Problem>> {
    const type = { 'Content-Type': 'message/rfc822' };
    return this.app.withToken(this.key).post(PATH + query, mail, type);
  }

  async handIn(mail: Buffer): Promise<InboundMail> {
    return expectStatus(201, await this.tried(mail));
  }

  /** Somebody writes. */
  async sent(headers: Record<string, string> = {}, body?: string): Promise<InboundMail> {
    return this.handIn(this.written(headers, body));
  }

  /** Headers of an answer to a mail that the house sent, as mail programs write them. */
  answering(to: Received | undefined, by = to?.recipients[0] ?? ''): Record<string, string> {
    if (!to) throw new Error('there is no mail to answer to');
    const reply = /<?([^<>\s]+@[^<>\s]+)>?\s*$/.exec(to.header('reply-to') ?? '')?.[1] ?? '';
    return {
      From: by,
      'Return-Path': `<${by}>`,
      To: reply,
      Subject: `Re: ${to.subject}`,
      'In-Reply-To': to.messageId,
      References: to.messageId,
    };
  }

  async read({ id }: { id: string }): Promise<InboundMail> {
    return expectStatus(200, await this.app.as('anna').get<InboundMail>(`${PATH}/${id}`));
  }

  async list(query = ''): Promise<InboundMail[]> {
    return expectStatus(200, await this.app.as('anna').get<List<InboundMail>>(`${PATH}?limit=100${query}`))
      .items;
  }

  act(
    { id }: { id: string },
    action: 'attach' | 'take-as-new',
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer<InboundMail & Problem>> {
    return this.app.as('anna').post(`${PATH}/${id}/actions/${action}`, body, headers);
  }

  /** The complaint that a mail became. */
  async complaint({ complaintId }: InboundMail): Promise<Made> {
    const path = `/v1/complaints/${complaintId ?? ''}`;
    const complaint = expectStatus(200, await this.app.as('anna').get<Complaint>(path));
    return { id: complaint.id, trackingToken: '', complaint };
  }
}

/** A report that a mail did not arrive (RFC 3464). */
export function bounceOf(mail: Received | undefined, recipient: string): [Record<string, string>, string] {
  const headers = {
    From: 'Mail Delivery System <mailer-daemon@mx.example.net>',
    'Return-Path': '<>',
    Subject: 'Undelivered Mail Returned to Sender',
    'Content-Type': 'multipart/report; report-type=delivery-status; boundary=cut',
  };
  const parts = [
    'Content-Type: text/plain\n\nI am sorry to have to inform you that your message could not be delivered.',
    `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n` +
      `Final-Recipient: rfc822; ${recipient}\nAction: failed\nStatus: 5.1.1\n` +
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    `Content-Type: text/rfc822-headers\n\nMessage-ID: ${mail?.messageId ?? ''}\nSubject: ${mail?.subject ?? ''}`,
  ];
  return [headers, `${parts.map((part) => `--cut\n${part}\n`).join('')}--cut--\n`];
}
