import { performance } from 'node:perf_hooks';
import { describe, expect, it } from '@jest/globals';
import { cutQuoted } from '../../../../src/communications/mail-in/cutting/cut-quoted.js';
import { kindOfMail } from '../../../../src/communications/mail-in/kinds/kind-of-mail.js';
import { MailRefusal } from '../../../../src/communications/mail-in/reading/mail.js';
import { readMail } from '../../../../src/communications/mail-in/reading/read-mail.js';

const MILLION = 1_000_000;
const HEAD = 'From: mailer-daemon@example.org\nTo: help@house.example\nSubject: Failure\n';
const html = (text: string) => `${HEAD}Content-Type: text/html\n\n${text}`;
const plain = (text: string) => `${HEAD}\n${text}`;

/** Multiparts, one within the other. */
function nested(depth: number): string {
  const levels = Array.from({ length: depth }, (_, level) => {
    return `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`;
  });
  return `${HEAD}${levels.join('')}Content-Type: text/plain\n\nwords\n`;
}

/** What becomes of it, from the bytes to the words, and how long that takes. */
async function takenIn(text: string): Promise<{ result: string; milliseconds: number }> {
  const bytes = Buffer.from(text);
  const from = performance.now();
  const result = await readMail(bytes).then(
    (mail) => {
      cutQuoted(mail.text ?? '', mail.subject);
      return kindOfMail(mail).kind;
    },
    (error: unknown) => (error instanceof MailRefusal ? error.code : String(error)),
  );
  return { result, milliseconds: performance.now() - from };
}

const READ = /^(person|bounce|automatic)$/;

describe('a mail that is made to hurt takes less than 2 s', () => {
  it.each([
    ['5,000 nested parts', nested(5000), 'too_many_parts'],
    ['140 nested parts and 100,000 lines that may end one', nested(140) + '--b\n'.repeat(100_000), READ],
    [
      '100 messages, one within the other',
      HEAD + 'Content-Type: message/rfc822\n\n'.repeat(100) + 'words',
      READ,
    ],
    [
      '10,000 receivers in 100 headers',
      HEAD + `Cc: ${'a@b.example, '.repeat(100)}\n`.repeat(90) + '\nwords',
      READ,
    ],
    ['words in UTF-7', `${HEAD}Content-Type: text/plain; charset=utf-7\n\n+ADw-script+AD4-`, READ],
    [
      '1,000 parts',
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(1000)}`,
      'too_many_parts',
    ],
    ['100,000 headers', HEAD + 'X: y\n'.repeat(100_000) + '\nwords', 'too_many_headers'],
    ['one header of 1 MB', `${HEAD}X: ${'y'.repeat(MILLION)}\n\nwords`, 'too_many_headers'],
    ['1 MB of blanks', plain(' '.repeat(MILLION)), READ],
    ['1 MB of <', plain('<'.repeat(MILLION)), READ],
    ['1 MB of >', plain('>'.repeat(MILLION)), READ],
    ['1 MB of quoted lines', plain('> x\n'.repeat(MILLION / 4)), READ],
    ['1 MB of empty lines', plain('\n'.repeat(MILLION)), READ],
    ['1 MB of lines that begin like a quoted message', plain('From: x\n'.repeat(MILLION / 8)), READ],
    ['1 MB of lines that end like one', plain('on 10:00 a wrote\n'.repeat(MILLION / 17)), READ],
    ['1 MB of Message-IDs that are none', plain('message-id: <\n'.repeat(MILLION / 14)), READ],
    ['1 MB of addresses', plain('a@b.c '.repeat(MILLION / 6)), READ],
    ['1 MB of status codes', plain('5.1.'.repeat(MILLION / 4)), READ],
    ['1 MB of < in HTML', html('<'.repeat(MILLION)), READ],
    ['1 MB of comments in HTML', html('<!--'.repeat(MILLION / 4)), READ],
    ['200,000 nested elements', html('<div>'.repeat(MILLION / 5)), READ],
    ['nested quotes in HTML', html('<blockquote>'.repeat(900) + 'x y '.repeat(MILLION / 4)), READ],
    ['1 MB of entities', html('&#x41;'.repeat(MILLION / 6)), READ],
    ['100 kB of brackets in an address', `From: ${'('.repeat(100_000)}\nSubject: x\n\nwords`, READ],
    ['100 kB of addresses', `${HEAD}Cc: ${'a@example.org, '.repeat(7_000)}\n\nwords`, READ],
    ['100 kB of references', `${HEAD}References: ${'<a@b> '.repeat(16_000)}\n\nwords`, READ],
    ['100 kB of encoded words', `${HEAD}X: ${'=?utf-8?B?eA==?= '.repeat(6_000)}\n\nwords`, READ],
    [
      '1 MB of a report',
      `${HEAD}Content-Type: message/delivery-status\n\n${'a: b\n\n'.repeat(MILLION / 6)}`,
      READ,
    ],
  ])('%s', async (_, text, expected) => {
    const { result, milliseconds } = await takenIn(text);
    expect(result).toMatch(expected);
    expect(milliseconds).toBeLessThan(2000);
  });
});

describe('a limit', () => {
  it('of 25 MB is kept', async () => {
    expect((await takenIn(plain('x'.repeat(25 * 1024 * 1024)))).result).toBe('too_large');
  });

  it('of time is kept, and says so', async () => {
    const slow = Buffer.from(plain('words\n'.repeat(2 * MILLION)));
    await expect(readMail(slow, 1)).rejects.toMatchObject({ code: 'too_slow' });
  });

  it('of words cuts, and says so', async () => {
    const mail = await readMail(Buffer.from(plain('word '.repeat(MILLION))));
    expect(mail).toMatchObject({ textIsCut: true, size: 5 * MILLION + HEAD.length + 1 });
    expect(mail.text).toHaveLength(500_000);
  });

  it('lets a mail with 20 MB of a picture through', async () => {
    const picture = `${'QUJD'.repeat(19)}\n`.repeat(270_000);
    const text = `${HEAD}Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n${picture}`;
    const mail = await readMail(Buffer.from(text));
    expect(mail.attachments.map(({ content }) => content.length)).toEqual([270_000 * 19 * 3]);
  });
});

it('nothing of it is empty that says a single word', async () => {
  await expect(readMail(Buffer.alloc(0))).rejects.toMatchObject({ code: 'empty' });
  await expect(readMail(Buffer.from(' \r\n\0 '))).rejects.toMatchObject({ code: 'empty' });
  await expect(readMail(Buffer.from('x'))).rejects.toMatchObject({ code: 'unreadable' });
  expect((await readMail(Buffer.from('Subject: x'))).subject).toBe('x');
});
