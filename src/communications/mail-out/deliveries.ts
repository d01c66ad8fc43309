import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/identifiers.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { countedAddress, isCapped, lockAddress } from './caps.js';
import type { MailDelivery } from './mail-delivery.entity.js';
import type { SendOutcome } from './send-outcome.js';
import { beginning, ending } from './trying.js';

/** A mail and the address that it is for. */
export interface Addressed {
  messageId: string;
  recipient: string;
  automatic: boolean;
}

/** Whether a mail is still to be sent, asked in the transaction that puts its address on record. */
export type IsWanted = (tx: Tx) => Promise<boolean>;

/**
 * What is on record about mails. Each step is committed by itself: what is known is never lost with something that
 * fails afterwards.
 */
@Injectable()
export class Deliveries {
  constructor(private readonly database: Database) {}

  /**
   * Puts an attempt on record before it is made. `begun` is false where none is to be made now.
   * @returns null where it is not wanted any more: nothing is on record then
   */
  begin(
    mail: Addressed,
    now: Date,
    isWanted: IsWanted = () => Promise.resolve(true),
  ): Promise<{ row: MailDelivery; begun: boolean } | null> {
    const countedAs = countedAddress(mail.recipient);
    return this.database.transaction(async (tx) => {
      if (!(await isWanted(tx))) return null;
      await lockAddress(tx, countedAs);
      const known = await tx.one<MailDelivery>(KNOWN, [mail.messageId, mail.recipient]);
      const row = known ?? newDelivery(mail, countedAs, now);
      const capped = row.firstTriedAt === null && (await isCapped(tx, { ...mail, countedAs }, now));
      const { begun, changes } = beginning(row, now, capped);
      const next = { ...row, ...changes };
      await tx.save('mail_deliveries', [next]);
      return { row: next, begun };
    });
  }

  /** Puts on record how an attempt ended, in one statement. */
  async ended(row: MailDelivery, outcome: SendOutcome, now: Date): Promise<MailDelivery> {
    const next = { ...row, ...ending(row, outcome, now) };
    const { id, state, acceptedAt, nextTryAt, responseCode, lastError } = next;
    await this.database.read(ENDED, [id, state, acceptedAt, nextTryAt, responseCode, lastError]);
    return next;
  }

  /** Whether one more mail to the address would be one too many, as things stand. */
  isFull(address: string, automatic: boolean, now: Date): Promise<boolean> {
    return this.database.transaction((tx) =>
      isCapped(tx, { countedAs: countedAddress(address), automatic }, now),
    );
  }
}

function newDelivery(mail: Addressed, countedAs: string, now: Date): MailDelivery {
  return {
    id: newId(),
    ...mail,
    countedAs,
    state: 'waiting',
    attempts: 0,
    uncertain: 0,
    firstTriedAt: null,
    lastTriedAt: null,
    nextTryAt: null,
    acceptedAt: null,
    responseCode: null,
    lastError: null,
    createdAt: now,
  };
}

const KNOWN = 'SELECT d.* FROM mail_deliveries d WHERE d.message_id = $1 AND d.recipient = $2 FOR UPDATE';

/** What was taken stays taken, whoever comes later. */
const ENDED = `
  UPDATE mail_deliveries d
  SET state = $2, accepted_at = $3, next_try_at = $4, response_code = $5, last_error = $6
  WHERE d.id = $1 AND d.state <> 'accepted'`;
