import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MailRefusal } from '../../../../src/communications/mail-in/reading/mail.js';
import { readMail } from '../../../../src/communications/mail-in/reading/read-mail.js';
import { MULTIPART, multipart, raw, read } from '../mails.js';

describe('an ordinary mail', () => {
  it('is read with everything that the rules look at', async () => {
    const bytes = raw({
      Cc: 'Ben <ben@example.org>, a group: c@example.org, d@example.org;',
      'In-Reply-To': '<ours@house.example>',
      References: '<first@house.example>\n <ours@house.example>',
      'Delivered-To': 'help+x@house.example',
      'Content-Language': 'hu-HU',
    });
    const mail = await readMail(bytes);
    expect(mail).toMatchObject({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      messageId: '<m1@example.org>',
      inReplyTo: ['<ours@house.example>'],
      references: ['<first@house.example>', '<ours@house.example>'],
      from: [{ address: 'marta@example.org', name: 'Marta Kis' }],
      cc: [{ address: 'ben@example.org' }, { address: 'c@example.org' }, { address: 'd@example.org' }],
      deliveredTo: [{ address: 'help+x@house.example' }],
      returnPath: 'marta@example.org',
      subject: 'The leg broke',
      date: new Date('2026-11-20T09:00:00Z'),
      language: 'hu',
      text: 'It broke.',
      textIsCut: false,
      hasHtml: false,
      attachments: [],
    });
  });

  it('is the same one with LF, with CR LF, with CR alone and after the line of an mbox', async () => {
    const text = raw().toString();
    const forms = [
      text,
      text.replaceAll('\r\n', '\n'),
      text.replaceAll('\r\n', '\r'),
      `From MAILER Sat Oct  4 08:00:09 2025\n${text}`,
    ];
    for (const form of forms) {
      const { subject, text: words, messageId } = await readMail(Buffer.from(form));
      expect({ subject, words, messageId }).toEqual({
        subject: 'The leg broke',
        words: 'It broke.',
        messageId: '<m1@example.org>',
      });
    }
  });

  it('says its subject in its own script, however that is written', async () => {
    const written = ['=?utf-8?B?0KHRh9GD0L/QtdC9?=', '=?windows-1251?Q?=D1=F7=F3=EF=E5=ED?=', 'Счупен'];
    for (const subject of written) expect((await read({ Subject: subject })).subject).toBe('Счупен');
    const old = Buffer.from(raw({ Subject: 'Gebrochen f\u00fcr immer' }).toString(), 'latin1');
    expect((await readMail(old)).subject).toBe('Gebrochen für immer');
  });
});

describe('what cannot be known', () => {
  it('is null or an empty list, never made up', async () => {
    const mail = await read({
      From: '',
      To: '',
      Date: 'yesterday',
      Subject: '',
      'Message-ID': '',
      'Return-Path': '',
    });
    expect(mail).toMatchObject({
      from: [],
      to: [],
      date: null,
      subject: null,
      messageId: null,
      returnPath: null,
    });
  });

  it('the null sender of the envelope is told from an unknown one', async () => {
    expect((await read({ 'Return-Path': '<>' })).returnPath).toBe('');
    expect((await read({ 'Return-Path': '' })).returnPath).toBeNull();
  });

  it('an unknown charset costs no words that are ASCII', async () => {
    const mail = await read({ 'Content-Type': 'text/plain; charset=x-nobody-knows' }, 'It broke.');
    expect(mail.text).toBe('It broke.');
  });

  it('words of a structure that is broken are read as they were sent', async () => {
    const mail = await read(
      { 'Content-Type': 'multipart/mixed' },
      '--cut\nContent-Type: text/plain\n\nIt broke.',
    );
    expect(mail.text).toContain('It broke.');
  });

  it('all senders are listed, also those of a second header', async () => {
    const bytes = raw({ From: 'a@example.org, b@example.org' })
      .toString()
      .replace('To:', 'From: c@example.org\r\nTo:');
    const { from } = await readMail(Buffer.from(bytes));
    expect(from.map(({ address }) => address)).toEqual(['a@example.org', 'b@example.org', 'c@example.org']);
  });
});

describe('the text', () => {
  it('comes from HTML where there is no plain text, without scripts, and quotes are marked', async () => {
    const html = `<style>p{}</style><script>alert(1)</script><p>It&nbsp;<b>broke</b> &amp; fell.</p>
      <blockquote>What happened?</blockquote><div>Marta</div>`;
    const mail = await read({ 'Content-Type': 'text/html; charset=utf-8' }, html);
    expect(mail.hasHtml).toBe(true);
    expect(mail.text).toBe('It broke & fell.\n\n> What happened?\n\nMarta');
  });

  it('is the plain one of two alternatives', async () => {
    const body = multipart(
      ['Content-Type: text/plain', 'It broke.'],
      ['Content-Type: text/html', '<p>It broke.</p>'],
    );
    const mail = await read({ 'Content-Type': 'multipart/alternative; boundary=cut' }, body);
    expect(mail).toMatchObject({ text: 'It broke.', hasHtml: true });
  });

  it('is the HTML one with the plain one below where the plain one is a footer', async () => {
    const words = 'It broke when I sat down on it. '.repeat(20).trim();
    const body = multipart(
      ['Content-Type: text/html', `<p>${words}</p>`],
      ['Content-Type: text/plain', 'Scanned for viruses.'],
    );
    expect((await read(MULTIPART, body)).text).toBe(`${words}\n\nScanned for viruses.`);
  });

  it('holds nothing that the database refuses', async () => {
    const mail = await read({ Subject: '=?utf-8?Q?a=00b?=' }, 'one\u0000two');
    expect([mail.subject, mail.text]).toEqual(['a b', 'onetwo']);
  });
});

describe('whatever the bytes are', () => {
  const answer = (bytes: Buffer) =>
    readMail(bytes).then(
      (mail) => mail.size,
      (error: unknown) => (error instanceof MailRefusal ? error.code : error),
    );

  it('a mail or a named refusal comes of them', async () => {
    const anything = fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async (bytes) => {
      const result = await answer(Buffer.from(bytes));
      expect(['empty', 'unreadable', bytes.length]).toContain(result);
    });
    await fc.assert(anything, { numRuns: 300 });
  });

  it('a mail with anything put into it stays one', async () => {
    const body = multipart(
      ['Content-Type: text/plain; format=flowed', 'One'],
      ['Content-Type: text/html', '<p>Two'],
    );
    const whole = raw(MULTIPART, body);
    const broken = fc.asyncProperty(
      fc.nat(whole.length),
      fc.uint8Array({ maxLength: 60 }),
      async (at, bytes) => {
        const changed = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)]);
        expect(await answer(changed)).toBe(changed.length);
      },
    );
    await fc.assert(broken, { numRuns: 300 });
  });
});
