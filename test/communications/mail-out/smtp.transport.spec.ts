import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { compose } from '../../../src/communications/mail-out/compose.js';
import { MailSettings } from '../../../src/communications/mail-out/mail-settings.js';
import { failureOf } from '../../../src/communications/mail-out/send-outcome.js';
import { SmtpTransport } from '../../../src/communications/mail-out/smtp.transport.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { readConfig } from '../../../src/platform/config.js';
import type { Keys } from '../../../src/platform/keys.js';
import { freePort } from '../../support/free-port.js';
import { Mailbox } from '../../support/mailbox.js';

const mailbox = new Mailbox();
beforeAll(() => mailbox.start());
afterAll(() => mailbox.stop());

const KEYS = { secret: () => Buffer.alloc(32) } as unknown as Keys;
const settingsOf = (env: Record<string, string>) =>
  new MailSettings(readConfig({ MAIL_FROM: 'Example Ltd <help@example.org>', ...env }), KEYS);

async function send(settings: MailSettings, to: object = {}) {
  const mail = {
    id: newId(),
    to: { name: 'Marta', address: 'marta@example.org', ...to },
    subject: 'Bed',
    text: 'Hello',
    language: 'en',
    replyTo: null,
    before: [],
    automatic: false,
  };
  const from = { name: 'Example Ltd', address: 'help@example.org' };
  return new SmtpTransport(settings).send(await compose(mail, from, 'example.org', new Date(0)));
}

it('a mail that is taken is accepted', async () => {
  expect(await send(settingsOf(mailbox.env))).toEqual({ kind: 'accepted', code: 250 });
});

it.each([
  [450, 'recipient', 'later'],
  [550, 'recipient', 'refused'],
  [451, 'data', 'later'],
  [554, 'data', 'refused'],
] as const)('%i at the %s means %s', async (reply, at, kind) => {
  mailbox.failNext(reply, at);
  expect(await send(settingsOf(mailbox.env))).toMatchObject({ kind, code: reply });
});

it('a connection that ends before the answer leaves open whether it was taken', async () => {
  mailbox.dropNext();
  expect(await send(settingsOf(mailbox.env))).toMatchObject({ kind: 'unknown', code: null });
});

it('a server that cannot be reached has taken nothing', async () => {
  const SMTP_URL = `smtp://127.0.0.1:${await freePort()}`;
  expect(await send(settingsOf({ SMTP_URL }))).toMatchObject({ kind: 'later', code: null });
});

it('a server that ends before its greeting has taken nothing', async () => {
  const rude = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(rude, 'listening');
  const { port } = rude.address() as { port: number };
  expect(await send(settingsOf({ SMTP_URL: `smtp://127.0.0.1:${port}` }))).toMatchObject({ kind: 'later' });
  rude.close();
});

it('a password that is refused is mended by the house: nothing is lost by it', async () => {
  const { port } = new URL(mailbox.env.SMTP_URL ?? '');
  expect(await send(settingsOf({ SMTP_URL: `smtp://u:p@127.0.0.1:${port}` }))).toMatchObject({
    kind: 'later',
  });
  const rejected = { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' };
  expect(failureOf(rejected, false)).toEqual({ kind: 'later', code: 535, error: 'EAUTH 535 5.7.8' });
});

it('an address that cannot be one is refused, and nothing is sent', async () => {
  const before = mailbox.inbox.length;
  const address = 'marta@example.org>\r\nRCPT TO:<evil@example.net';
  expect(await send(settingsOf(mailbox.env), { address })).toMatchObject({ kind: 'refused' });
  expect(mailbox.inbox).toHaveLength(before);
});

it('what the server said is kept in codes: its words may quote an address', () => {
  const told = {
    code: 'EENVELOPE',
    command: 'RCPT TO',
    responseCode: 550,
    response: '550 5.1.1 <m@x.io> no',
  };
  expect(failureOf(told, true)).toEqual({ kind: 'refused', code: 550, error: 'EENVELOPE 550 5.1.1' });
});

it('a password goes over a network with TLS only', () => {
  expect(settingsOf({ SMTP_URL: 'smtp://u:p%40ss@mail.example.org' }).server).toEqual({
    host: 'mail.example.org',
    port: 587,
    secure: false,
    requireTLS: true,
    auth: { user: 'u', pass: 'p@ss' },
  });
  expect(settingsOf({ SMTP_URL: 'smtps://[::1]:1465' }).server).toMatchObject({
    host: '::1',
    port: 1465,
    secure: true,
  });
});

it('MAIL_REPLY_TO has room for the complaint before its @', () => {
  const MAIL_REPLY_TO = 'a-name-of-twenty-sig@example.org';
  expect(() => settingsOf({ SMTP_URL: 'smtp://x', MAIL_REPLY_TO })).toThrow(/^MAIL_REPLY_TO .+\.$/);
});
