import MailComposer from 'nodemailer/lib/mail-composer';
import { messageIdOf } from '../mail-in/matching/message-id.js';
import { pageOf } from './html-page.js';
import { oneLine } from './one-line.js';
import type { Mailbox, OutgoingMail } from './outgoing-mail.js';

/** A mail as bytes, and to whom the server is asked to bring it. */
export interface ComposedMail {
  envelope: { from: string; to: string[] };
  bytes: Buffer;
}

/** RFC 5322 has no limit for a subject; nobody reads more. */
const SUBJECT_MAX = 200;
const NAME_MAX = 100;
/** References that are named beside the first, the newest ones. */
const THREAD_MAX = 10;

/**
 * Text and HTML from one source, with nothing that a program would have to fetch. Addresses are objects: in a string
 * a name could bring in another recipient.
 * @param domain what stands behind the @ of our Message-IDs
 */
export async function compose(
  mail: OutgoingMail,
  from: Mailbox,
  domain: string,
  date: Date,
): Promise<ComposedMail> {
  const subject = oneLine(mail.subject, SUBJECT_MAX);
  const thread = mail.before.map((id) => messageIdOf(id, domain));
  const node = new MailComposer({
    from: { name: oneLine(from.name, NAME_MAX), address: from.address },
    to: [{ name: oneLine(mail.to.name, NAME_MAX), address: mail.to.address }],
    ...(mail.replyTo !== null && { replyTo: { name: '', address: mail.replyTo } }),
    subject,
    date,
    messageId: messageIdOf(mail.id, domain),
    ...(thread.length > 0 && {
      inReplyTo: thread.at(-1),
      references: [...thread.slice(0, 1), ...thread.slice(1).slice(-THREAD_MAX)],
    }),
    text: mail.text,
    html: pageOf(mail.text, subject, mail.language),
    headers: { 'Content-Language': mail.language, ...(mail.automatic && AUTOMATIC) },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from: sender, to } = node.getEnvelope();
  return { envelope: { from: sender || from.address, to }, bytes: await node.build() };
}

/**
 * What no person wrote says so (RFC 3834), also in the words that Exchange reads, and is answered by no program. Only
 * this: mail about one's own complaint is no list that one could leave, so the headers of RFC 2369 and RFC 8058
 * (List-Unsubscribe) would promise what the house must not do; they belong to invitations to surveys.
 */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
