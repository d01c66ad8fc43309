import { createHash } from 'node:crypto';
import { cleanFileName, cleanLine, cleanText } from './clean-text.js';
import { addressesOf, dateOf, headersOf, idsOf, lowered, type MailHeaders } from './headers.js';
import { wordsOfHtml } from './html-text.js';
import { MAIL_LIMITS, type MailAttachment, MailRefusal, type ReadMail } from './mail.js';
import { parse, type ParsedMail, type ParsedPart } from './parse.js';
import { boundHeaders, normalized } from './raw-mail.js';

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
  if (bytes.every((byte) => byte <= 0x20)) throw new MailRefusal('empty');
  boundHeaders(bytes);
  const parsed = await parse(bytes, milliseconds);
  const headers = headersOf(parsed.headerLines);
  return {
    sha256: createHash('sha256').update(raw).digest('hex'),
    size: raw.length,
    ...envelopeOf(headers),
    subject: subjectOf(headers, parsed),
    date: dateOf(headers),
    language: /^[a-z]{2,3}\b/.exec(lowered(headers, 'content-language'))?.[0] ?? null,
    text: textOf(parsed),
    hasHtml: parsed.html !== null,
    attachments: parsed.parts.map(attachmentOf),
    contentType: typeOf(parsed.headers?.get('content-type')) ?? 'text/plain',
    headers,
  };
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

/** The plain text, unless there is none or the HTML says much more: then the plain part is a footer or an excuse. */
function textOf(parsed: ParsedMail): string | null {
  const plain = cleanText(parsed.text ?? '');
  const fromHtml = parsed.html === null ? '' : cleanText(wordsOfHtml(parsed.html));
  const text = fromHtml.length > 2 * plain.trim().length + 200 ? fromHtml : plain;
  return text.trim() === '' ? (fromHtml === '' ? null : fromHtml) : text;
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
