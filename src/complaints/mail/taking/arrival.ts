import { createHash } from 'node:crypto';
import type { KindOfMail } from '../../../communications/mail-in/kinds/kind.js';
import { kindOfMail } from '../../../communications/mail-in/kinds/kind-of-mail.js';
import { MailRefusal, type ReadMail } from '../../../communications/mail-in/reading/mail.js';
import { readMail } from '../../../communications/mail-in/reading/read-mail.js';
import { countedAddress } from '../../../communications/mail-out/caps.js';

/** A mail as it came in, before anything is decided. */
export interface Arrival {
  raw: Buffer;
  mailbox: string;
  /** Null is now: the write knows when that is. */
  receivedAt: Date | null;
  /** Of the whole mail, in hexadecimal. */
  sha256: string;
  /** Mails with the same are one mail. */
  identity: string;
  /** Null where it cannot be read; then `refusal` says why. */
  read: { mail: ReadMail; kind: KindOfMail } | null;
  refusal: string | null;
}

export async function arrivalOf(raw: Buffer, mailbox: string, receivedAt: Date | null): Promise<Arrival> {
  const sha256 = createHash('sha256').update(raw).digest('hex');
  try {
    const mail = await readMail(raw);
    const { messageId } = mail;
    const identity = messageId === null ? sha256 : digestOf(messageId);
    const read = { mail, kind: kindOfMail(mail) };
    return { raw, mailbox, receivedAt, sha256, identity, read, refusal: null };
  } catch (error) {
    if (!(error instanceof MailRefusal)) throw error;
    return { raw, mailbox, receivedAt, sha256, identity: sha256, read: null, refusal: error.code };
  }
}

/** The one sender; null where there is none, or more than one: nobody is held to what several say. */
export function senderOf({ read }: Arrival): { address: string; name: string | null } | null {
  const [sender, ...others] = read?.mail.from ?? [];
  return sender === undefined || others.length > 0 ? null : sender;
}

/** How mails of the sender are counted; null where nobody is named. */
export function countedSender(arrival: Arrival): string | null {
  const sender = senderOf(arrival) ?? arrival.read?.mail.from[0];
  return sender ? countedAddress(sender.address) : null;
}

/** A Message-ID may name its writer. */
function digestOf(messageId: string): string {
  return createHash('sha256').update(`message-id\0${messageId}`).digest('hex');
}
