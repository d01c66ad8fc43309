import { type KindOfMail } from '../../../src/communications/mail-in/kinds/kind.js';
import { kindOfMail } from '../../../src/communications/mail-in/kinds/kind-of-mail.js';
import { type ReadMail } from '../../../src/communications/mail-in/reading/mail.js';
import { readMail } from '../../../src/communications/mail-in/reading/read-mail.js';

/** The headers of an ordinary mail; those given replace them by name, an empty text leaves one out. */
const ORDINARY = {
  'Return-Path': '<marta@example.org>',
  From: 'Marta Kis <marta@example.org>',
  To: 'help@house.example',
  Subject: 'The leg broke',
  Date: 'Fri, 20 Nov 2026 10:00:00 +0100',
  'Message-ID': '<m1@example.org>',
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=utf-8',
};

/** Raw bytes of a mail, lines ending with CR LF. */
export function raw(headers: Record<string, string> = {}, body = 'It broke.\n'): Buffer {
  const lines = Object.entries({ ...ORDINARY, ...headers })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\n')}\n\n${body}`.replaceAll('\n', '\r\n'));
}

export function read(headers: Record<string, string> = {}, body?: string): Promise<ReadMail> {
  return readMail(raw(headers, body));
}

export async function kindOf(headers: Record<string, string> = {}, body?: string): Promise<KindOfMail> {
  return kindOfMail(await read(headers, body));
}

/** A part of a multipart body: its headers in one text, and its content. */
export type Part = [headers: string, content: string];

export function multipart(...parts: Part[]): string {
  return `${parts.map(([headers, content]) => `--cut\n${headers}\n\n${content}\n`).join('')}--cut--\n`;
}

export const MULTIPART = { 'Content-Type': 'multipart/mixed; boundary=cut' };
