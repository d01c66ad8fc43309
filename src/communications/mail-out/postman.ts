import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { compose } from './compose.js';
import { Deliveries, type IsWanted } from './deliveries.js';
import type { MailDelivery } from './mail-delivery.entity.js';
import { MailSettings } from './mail-settings.js';
import type { OutgoingMail } from './outgoing-mail.js';
import { SmtpTransport } from './smtp.transport.js';

/** Why a mail will not be sent any more. */
export const FAIL_REASONS = {
  refused: 'the mail server of the customer refuses it for ever',
  given_up: 'no mail server took it in two days',
  uncertain:
    'the connection ended twice before the answer: it may have arrived, and is not sent a third time',
  capped: 'too many automatic mails went to this address',
  no_address: 'there is no address on record',
  outdated: 'what it says is not so any more',
} as const;
export type FailReason = keyof typeof FAIL_REASONS;

/** What became of a mail so far. */
export type Posted =
  | { state: 'accepted'; at: Date }
  | { state: 'later'; at: Date }
  | { state: 'failed'; reason: FailReason; code: number | null };

/** Milliseconds until mail that waits for a mail server to be set is looked at again. */
const UNSET = 3_600_000;

/**
 * Sends mails: each at least once, and one that was taken never again. What became of it is on record before anything
 * else is done with that knowledge: so whoever asks again after a crash is told what is known, and nothing is sent anew
 * that needs not be.
 */
@Injectable()
export class Postman {
  constructor(
    private readonly settings: MailSettings,
    private readonly deliveries: Deliveries,
    private readonly transport: SmtpTransport,
    private readonly clock: Clock,
  ) {}

  async post(mail: OutgoingMail, isWanted?: IsWanted): Promise<Posted> {
    const { from, domain, configured } = this.settings;
    const now = this.clock.now();
    if (!from || !configured) return { state: 'later', at: new Date(now.getTime() + UNSET) };
    const composed = await compose(mail, from, domain, now);
    const addressed = { messageId: mail.id, recipient: mail.to.address, automatic: mail.automatic };
    const attempt = await this.deliveries.begin(addressed, now, isWanted);
    if (!attempt) return { state: 'failed', reason: 'no_address', code: null };
    const { row, begun } = attempt;
    if (!begun) return postedOf(row, now);
    const outcome = await this.transport.send(composed);
    const end = this.clock.now();
    return postedOf(await this.deliveries.ended(row, outcome, end), end);
  }

  /** Whether one more automatic mail to the address would not be sent. */
  isFull(address: string): Promise<boolean> {
    return this.deliveries.isFull(address, true, this.clock.now());
  }
}

function postedOf(row: MailDelivery, now: Date): Posted {
  const { state, acceptedAt, nextTryAt, responseCode } = row;
  if (state === 'accepted') return { state, at: acceptedAt ?? now };
  if (state === 'waiting' || state === 'sending') return { state: 'later', at: nextTryAt ?? now };
  return { state: 'failed', reason: state, code: responseCode };
}
