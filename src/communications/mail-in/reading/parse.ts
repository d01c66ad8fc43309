import { Readable } from 'node:stream';
import {
  type AttachmentStream,
  type HeaderLines,
  type Headers,
  MailParser,
  type MessageText,
} from 'mailparser';
import { MAIL_LIMITS, MailRefusal, type MailRefusalCode } from './mail.js';

/** A part that is no text of the mail, with its bytes. */
export interface ParsedPart {
  part: AttachmentStream;
  content: Buffer;
}

export interface ParsedMail {
  headers: Headers | null;
  headerLines: HeaderLines;
  parts: ParsedPart[];
  text: string | null;
  html: string | null;
}

const CHUNK = 64 * 1024;

/**
 * Parts of reports and embedded messages stay parts, and nothing is made of the HTML: what is made of it is ours to
 * bound.
 */
const OPTIONS = {
  keepDeliveryStatus: true,
  ignoreEmbedded: true,
  skipHtmlToText: true,
  skipTextToHtml: true,
  checksumAlgo: false as const,
  maxHeadSize: MAIL_LIMITS.headerBytes,
  maxChildNodes: MAIL_LIMITS.parts,
};

/**
 * Parses under the deadline. The parser works in small steps between which the timer has its turn; no step is longer
 * than the limits allow.
 *
 * @throws MailRefusal
 */
export function parse(bytes: Buffer, milliseconds: number): Promise<ParsedMail> {
  const parser = new MailParser(OPTIONS);
  const source = Readable.from(chunks(bytes));
  const mail: ParsedMail = { headers: null, headerLines: [], parts: [], text: null, html: null };
  return new Promise<ParsedMail>((resolve, reject) => {
    const stop = (code: MailRefusalCode, cause?: unknown) => {
      clearTimeout(timer);
      source.destroy();
      parser.destroy();
      reject(new MailRefusal(code, { cause }));
    };
    const timer = setTimeout(() => stop('too_slow'), milliseconds);
    parser.on('headers', (headers) => {
      mail.headers = headers;
      mail.headerLines = parser.headerLines || [];
    });
    parser.on('data', (data) => take(data, mail, (error) => stop('unreadable', error)));
    parser.on('error', (error: unknown) => stop(isTooMuch(error) ? 'too_many_parts' : 'unreadable', error));
    parser.on('end', () => {
      clearTimeout(timer);
      resolve(mail);
    });
    source.pipe(parser);
  });
}

function take(data: AttachmentStream | MessageText, mail: ParsedMail, fail: (error: unknown) => void): void {
  if (data.type === 'text') {
    mail.text = data.text ?? null;
    mail.html = data.html ?? null;
    return;
  }
  const read: Buffer[] = [];
  data.content.on('data', (chunk: Buffer) => read.push(chunk));
  data.content.on('error', fail);
  data.content.on('end', () => {
    mail.parts.push({ part: data, content: Buffer.concat(read) });
    data.release?.();
  });
}

function isTooMuch(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EMAXLEN';
}

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}
