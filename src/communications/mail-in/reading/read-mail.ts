import { createHash } from 'node:crypto';
import { cleanFileName, cleanLine, cleanText } from './clean-text.js';
import { addressesOf, headersOf, idsOf, lowered, type MailHeaders } from './headers.js';
import { wordsOfHtml } from './html-text.js';
import { MAIL_LIMITS, type MailAttachment, MailRefusal, type ReadMail } from './mail.js';
import { mailDate } from './mail-date.js';
import { parse, type ParsedMail, type ParsedPart } from './parse.js';
import { boundHeaders, isBlank, normalized } from './raw-mail.js';

/** Where servers write down whom they took a mail for. */
const DELIVERED_TO = [
  'delivered-to',
  'x-original-to',
  'x-delivered-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
];

/**
 * Reads a mail from its raw bytes. A broken one is read as far as it goes.
 *
 * @throws MailRefusal where it is beyond a limit or no mail at all; nothing else.
 */
export async function readMail(
  raw: Buffer,
  milliseconds: number = MAIL_LIMITS.milliseconds,
): Promise<ReadMail> {
  if (raw.length > MAIL_LIMITS.bytes) throw new MailRefusal('too_large');
  const bytes = normalized(raw);
  if (isBlank(bytes)) throw new MailRefusal('empty');
  boundHeaders(bytes);
  const parsed = await parse(bytes, milliseconds);
  try {
    return mailOf(raw, bytes, parsed);
  } catch (cause) {
    // A mail that broke the reading once does so each time it is fetched: it is refused by name, and kept aside.
    throw cause instanceof MailRefusal ? cause : new MailRefusal('unreadable', { cause });
  }
}

function mailOf(raw: Buffer, bytes: Buffer, parsed: ParsedMail): ReadMail {
  const headers = headersOf(parsed.headerLines);
  const mail: ReadMail = {
    sha256: createHash('sha256').update(raw).digest('hex'),
    size: raw.length,
    ...envelopeOf(headers),
    subject: subjectOf(headers, parsed),
    date: mailDate(headers.get('date')?.[0]),
    language: /^[a-z]{2,3}\b/.exec(lowered(headers, 'content-language'))?.[0] ?? null,
    ...textOf(parsed, bytes),
    hasHtml: parsed.html !== null,
    attachments: parsed.parts.map(attachmentOf),
    contentType: typeOf(parsed.headers?.get('content-type')) ?? 'text/plain',
    headers,
  };
  if (saysNothing(mail)) throw new MailRefusal('unreadable');
  return mail;
}

/** Neither words nor files, nor who wrote or about what: that is no mail, or one that is not understood. */
function saysNothing(mail: ReadMail): boolean {
  const { text, attachments, subject, from, to, messageId, date } = mail;
  const known = text ?? subject ?? messageId ?? date;
  return known === null && attachments.length + from.length + to.length === 0;
}

function envelopeOf(headers: MailHeaders) {
  const returnPath = headers.get('return-path')?.[0];
  return {
    messageId: idsOf(headers, 'message-id')[0] ?? null,
    inReplyTo: idsOf(headers, 'in-reply-to'),
    references: idsOf(headers, 'references'),
    from: addressesOf(headers, 'from'),
    sender: addressesOf(headers, 'sender')[0] ?? null,
    replyTo: addressesOf(headers, 'reply-to'),
    to: addressesOf(headers, 'to'),
    cc: addressesOf(headers, 'cc'),
    deliveredTo: addressesOf(headers, ...DELIVERED_TO),
    returnPath: returnPath === undefined ? null : (addressesOf(headers, 'return-path')[0]?.address ?? ''),
  };
}

/** Decoded by the parser, but for old mails that write signs of their own charset without saying which. */
function subjectOf(headers: MailHeaders, parsed: ParsedMail): string | null {
  const written = headers.get('subject')?.[0] ?? '';
  const decoded = parsed.headers?.get('subject');
  const subject = typeof decoded === 'string' && written.includes('=?') ? cleanLine(decoded) : written;
  return subject === '' ? null : subject;
}

/**
 * The plain text, unless there is none or the HTML says much more: then the plain part is an excuse, or a footer that
 * a server put below. Where a broken structure left nothing at all, what stands below the headers.
 */
function textOf({ text, html, parts }: ParsedMail, bytes: Buffer): Pick<ReadMail, 'text' | 'textIsCut'> {
  if (text === null && html === null && parts.length === 0) return cut(bareBody(bytes));
  const plain = cleanText((text ?? '').slice(0, MAIL_LIMITS.text + 1)).trimEnd();
  const fromHtml = cleanText(wordsOfHtml((html ?? '').slice(0, MAIL_LIMITS.html)));
  const excuse = fromHtml.length > 2 * plain.trim().length + 200 || plain.trim() === '';
  const footer = excuse && !fromHtml.includes(plain.trim()) ? `\n\n${plain.trim()}` : '';
  const read = cut(excuse ? fromHtml + footer : plain);
  return { ...read, textIsCut: read.textIsCut || (html ?? '').length > MAIL_LIMITS.html };
}

function cut(text: string): Pick<ReadMail, 'text' | 'textIsCut'> {
  const kept = text.slice(0, MAIL_LIMITS.text).toWellFormed();
  return { text: kept.trim() === '' ? null : kept, textIsCut: text.length > MAIL_LIMITS.text };
}

function bareBody(bytes: Buffer): string {
  const text = bytes.toString('utf8', 0, MAIL_LIMITS.text + MAIL_LIMITS.headerBytes).replaceAll('\r\n', '\n');
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  return end < 0 ? '' : cleanText(text.slice(end)).trim();
}

function attachmentOf({ part, content }: ParsedPart): MailAttachment {
  const contentId = cleanLine(part.cid ?? '');
  return {
    fileName: cleanFileName(part.filename),
    declaredType: typeOf(part.headers.get('content-type')) ?? 'application/octet-stream',
    content,
    contentId: contentId === '' ? null : contentId,
    inline: part.contentDisposition === 'inline' || part.related === true,
  };
}

/** As the sender wrote it: the parser puts what the file's name suggests in place of `application/octet-stream`. */
function typeOf(header: unknown): string | null {
  const value = typeof header === 'object' && header !== null && 'value' in header ? header.value : null;
  const type = typeof value === 'string' ? cleanLine(value).toLowerCase().slice(0, 127) : '';
  return /^[^\s/]+\/[^\s/]+$/.test(type) ? type : null;
}
