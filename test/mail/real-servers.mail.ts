import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import type { InboundMailDto } from '../../src/complaints/mail/inbound-mail.dto.js';
import { attempt, messages } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import { TestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import type { Made } from '../support/make.js';
import type { Complaint, List } from '../support/resources.js';
import { MailServers, PASSWORD } from './mail-servers.js';

/** The program between a real Postfix and a real Dovecot: `npm run test:mail`. */
const servers = new MailServers();
let app: TestApp;

beforeAll(async () => {
  await servers.start();
  app = new TestApp({ env: servers.env });
  await app.start();
}, 120_000);

afterAll(async () => {
  await app.close();
  await servers.stop();
}, 120_000);

/** Marta's mail program. */
async function writes(mail: {
  to: string;
  subject: string;
  text: string;
  inReplyTo?: string;
}): Promise<void> {
  const transport = createTransport({ ...servers.smtp, ignoreTLS: true });
  await transport.sendMail({ from: 'Marta Kis <marta@example.org>', ...mail });
  transport.close();
}

/** What Marta has got. */
async function inbox() {
  const client = new ImapFlow({ ...servers.imap, auth: { user: 'marta', pass: PASSWORD }, logger: false });
  await client.connect();
  await client.mailboxOpen('INBOX');
  const mails = [];
  for await (const { source } of client.fetch('1:*', { source: true }))
    if (source) mails.push(await simpleParser(source));
  await client.logout();
  return mails;
}

async function taken(decision: string): Promise<InboundMailDto[]> {
  const path = `/v1/inbound-mail?limit=100&decision=${decision}`;
  return expectStatus(200, await app.as('anna').get<List<InboundMailDto>>(path)).items;
}

/** Asks until there are so many. */
async function until<T>(count: number, ask: () => Promise<T[]>): Promise<T[]> {
  return eventually(async () => {
    const found = await ask();
    expect(found).toHaveLength(count);
    return found;
  }, 60_000);
}

let made: Made;

it('a complaint by mail comes in, and its receipt arrives', async () => {
  await writes({ to: 'help@example.org', subject: 'Broken bed', text: 'The bed broke.' });
  const [mail] = await until(1, () => taken('new'));
  const path = `/v1/complaints/${mail?.complaintId ?? ''}`;
  const complaint = expectStatus(200, await app.as('anna').get<Complaint>(path));
  expect(complaint).toMatchObject({ subject: 'Broken bed', description: 'The bed broke.', channel: 'email' });
  made = { id: complaint.id, trackingToken: '', complaint };
  const [receipt] = await until(1, inbox);
  expect(receipt?.subject).toBe(`We have your complaint ${complaint.reference}`);
}, 120_000);

it('it is answered, and the reply finds back to it', async () => {
  await app.make.act(made, 'acknowledge', { message: 'We are sorry about your bed.' });
  const answer = (await until(2, inbox)).at(-1);
  expect(answer?.text).toContain('We are sorry about your bed.');
  const to = answer?.replyTo?.value[0]?.address ?? '';
  expect(to).toMatch(/^help\+[a-z2-7]+\.[a-z2-7]+@example\.org$/);
  await writes({
    to,
    subject: `Re: ${answer?.subject ?? ''}`,
    text: 'The left leg.',
    inReplyTo: answer?.messageId,
  });
  const [reply] = await until(1, () => taken('reply'));
  expect(reply).toMatchObject({ complaintId: made.id, because: 'reply_address' });
}, 120_000);

it('words to an address that nobody has come back', async () => {
  const nobody = { name: 'Bela', email: 'nobody@example.org' };
  const lost = await app.make.receive({ complainant: nobody, answerVia: 'email' });
  const [bounce] = await until(1, () => taken('bounce'));
  expect(bounce).toMatchObject({ complaintId: lost.id, because: 'delivery_report' });
  const [receipt] = await messages(app, lost);
  expect(receipt).toMatchObject({ id: bounce?.messageId, delivery: { state: 'bounced' } });
}, 120_000);

it('what comes while the connection is away is taken afterwards, once', async () => {
  await servers.stopDovecot();
  await writes({ to: 'help@example.org', subject: 'Another bed', text: 'This one broke as well.' });
  await servers.startDovecot();
  const flushed = () => taken('new');
  const found = await until(2, flushed);
  expect(found[0]?.subject).toBe('Another bed');
}, 600_000);

it('it is decided and accepted, and what was taken is marked as seen', async () => {
  expectStatus(200, await attempt(app, made, 'resolve-on-the-spot'));
  const said = { how: 'phone', saidAt: app.now().toISOString() } as const;
  expect((await app.make.act(made, 'accept', said)).complaint.state).toBe('closed');
  await app.settle();
  const client = new ImapFlow({ ...servers.imap, auth: { user: 'help', pass: PASSWORD }, logger: false });
  await client.connect();
  await client.mailboxOpen('INBOX');
  expect(await client.search({ seen: false }, { uid: true })).toEqual([]);
  await client.logout();
}, 120_000);
