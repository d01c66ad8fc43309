import { describe, expect, it } from '@jest/globals';
import { MailKeeping } from '../../../src/complaints/mail/mail-keeping.service.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import { Attachments } from '../attachments/attachments.js';
import { errors, messages, timeline, unmet } from '../steps.js';
import { type InboundMail, InboundMails, REPLIES } from './mails.js';

const app = useTestApp({ mail: true, env: REPLIES });
const mails = new InboundMails(app);
const files = new Attachments(app);
const MANY = { 'Content-Type': 'message/rfc822' };
const PATH = '/v1/inbound-mail';

describe('the door', () => {
  it('opens to the key of inbound mail and to administrators, and the key opens nothing else', async () => {
    const mail = mails.written();
    const status = async (token: string) => (await app.withToken(token).post(PATH, mail, MANY)).status;
    expect(await status(`${mails.key}x`)).toBe(401);
    expect(await status('ami_')).toBe(401);
    expect((await app.anonymous.post(PATH, mail, MANY)).status).toBe(401);
    expect((await app.as('sam').post(PATH, mail, MANY)).status).toBe(403);
    expect((await app.as('ada').post(PATH, mail, MANY)).status).toBe(201);
    const holder = app.withToken(mails.key);
    expect((await holder.get(PATH)).status).toBe(403);
    for (const path of ['/v1/complaints', '/v1/me', '/v1/policy', `${PATH}/${mail.length}`])
      expect(`${path} ${(await holder.get(path)).status}`).toBe(`${path} 401`);
  });

  it('takes whole mails of 25 MB at most, and nothing that is none', async () => {
    const holder = app.withToken(mails.key);
    expect((await holder.post(PATH, { a: 1 })).status).toBe(415);
    expect((await holder.post(PATH, undefined, MANY)).status).toBe(400);
    expect((await mails.tried(Buffer.alloc(25 * 1024 * 1024 + 1, 0x61))).status).toBe(413);
    expect(errors(await mails.tried(mails.written(), '?mailbox=a%20b'))).toEqual(['mailbox pattern']);
  });
});

describe('the same mail', () => {
  it('is one mail however often it comes, and another one in another mailbox', async () => {
    const mail = mails.written({ From: 'twice@example.org' });
    const first = await mails.handIn(mail);
    expect(await race(6, () => mails.tried(mail))).toEqual({ 201: 6 });
    expect(await mails.handIn(mail)).toEqual(first);
    const elsewhere = expectStatus(201, await mails.tried(mail, '?mailbox=sales@example.org'));
    expect(elsewhere.id).not.toBe(first.id);
    const once = mails.written({ From: 'at-once@example.org', 'Message-ID': '' });
    expect(await race(6, () => mails.tried(once))).toEqual({ 201: 6 });
    const made = (await mails.list()).filter(({ from }) => from === 'at-once@example.org');
    expect(made.map(({ decision }) => decision)).toEqual(['new']);
    expect(await files.stored()).toHaveLength(new Set(await files.stored()).size);
  });

  it('with other words is kept beside the first, for a person to look at', async () => {
    const id = { From: 'same@example.org', 'Message-ID': '<same@client.example>' };
    await mails.sent(id, 'One.');
    const other = await mails.sent(id, 'Other.');
    expect(other).toMatchObject({ decision: 'duplicate', because: 'same_message_id', complaintId: null });
    const taken = expectStatus(200, await mails.act(other, 'take-as-new'));
    expect(taken).toMatchObject({ decision: 'new', because: 'by_hand', decidedBy: { name: 'Anna Agent' } });
  });
});

describe('a mail that cannot be read', () => {
  it('is kept whole and shown, and can be put to a complaint or become one', async () => {
    const bytes = Buffer.from([0, 1, 2, 3, 0x0a, 0x0a]);
    const refused = await mails.handIn(bytes);
    expect(refused).toMatchObject({ decision: 'refused', kind: null, from: null, kept: true });
    expect((await mails.list('&decision=refused')).map(({ id }) => id)).toEqual([refused.id]);
    const made = await app.make.complaint();
    expect(errors(await mails.act(refused, 'attach', { complaintId: refused.id }))).toEqual([
      '/complaintId not_found',
    ]);
    const stale = await mails.act(refused, 'attach', { complaintId: made.id }, { 'If-Match': '"7"' });
    expect(stale.status).toBe(412);
    const attached = expectStatus(200, await mails.act(refused, 'attach', { complaintId: made.id }));
    expect(attached).toMatchObject({ decision: 'attached', complaintId: made.id, files: 1, version: 2 });
    expect((await files.list(made)).map(({ name }) => name)).toEqual(['mail.eml']);
    expect(unmet(await mails.act(refused, 'take-as-new'))).toEqual(['mail_used']);
    expect((await mails.act({ id: made.id }, 'take-as-new')).status).toBe(404);
    const other = await mails.handIn(Buffer.from([0, 0, 0, 1, 2]));
    const taken = expectStatus(200, await mails.act(other, 'take-as-new'));
    expect((await mails.complaint(taken)).complaint).toMatchObject({ channel: 'email', answerVia: 'none' });
  });
});

describe('what somebody of the house says', () => {
  it('puts a suggestion to its complaint, once, also where it is asked for twice', async () => {
    const made = await app.make.complaint('acknowledged');
    const subject = `About ${made.complaint.reference}`;
    const mail = await mails.sent({ From: 'work@example.org', Subject: subject }, 'I write from work.');
    const key = { 'Idempotency-Key': `attach-${mail.id}` };
    const body = { complaintId: made.id };
    const attached = expectStatus(200, await mails.act(mail, 'attach', body, key));
    expect(attached).toMatchObject({ complaintId: made.id, suggestedComplaintId: mail.complaintId });
    const again = await mails.act(mail, 'attach', body, key);
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([attached, 'true']);
    expect(unmet(await mails.act(mail, 'attach', body))).toEqual(['mail_used']);
    const words = (await messages(app, made)).filter(({ direction }) => direction === 'in');
    expect(words.map(({ body: said }) => said)).toEqual(['I write from work.']);
    const entry = (await timeline(app, made)).find(({ type }) => type === 'mail.decided');
    expect(entry).toMatchObject({ actor: { name: 'Anna Agent' }, data: { formerDecision: 'suggestion' } });
    await app.settle();
  });
});

describe('too many mails', () => {
  it('of one sender become five complaints in an hour with one receipt, and the rest is kept', async () => {
    const made: InboundMail[] = [];
    for (let nth = 0; nth < 7; nth += 1) made.push(await mails.sent({ From: `bomb+${nth}@example.org` }));
    expect(made.map(({ decision }) => decision)).toEqual([
      ...Array<string>(5).fill('new'),
      'capped',
      'capped',
    ]);
    await app.settle();
    const receipts = app.mailbox.inbox.filter(({ recipients }) => recipients[0]?.startsWith('bomb'));
    expect(receipts).toHaveLength(1);
  });

  it('at once are counted one after the other', async () => {
    const rush = Array.from({ length: 12 }, (_, nth) => mails.sent({ From: `rush+${nth}@example.org` }));
    const decisions = (await Promise.all(rush)).map(({ decision }) => decision);
    expect(decisions.sort()).toEqual([...Array<string>(7).fill('capped'), ...Array<string>(5).fill('new')]);
    await app.settle();
    const receipts = app.mailbox.inbox.filter(({ recipients }) => recipients[0]?.startsWith('rush'));
    expect(receipts).toHaveLength(1);
  });

  it('never come of two programs that answer each other', async () => {
    await mails.sent({ From: 'robot@example.org' }, 'This mailbox is not read.');
    for (let round = 0; round < 3; round += 1) {
      await app.settle();
      const last = app.mailbox.to('robot@example.org').at(round);
      if (!last) break;
      const known = { 'In-Reply-To': '', References: '', To: 'help@example.org' };
      await mails.sent({ ...mails.answering(last), ...known }, 'This mailbox is not read.');
    }
    expect(app.mailbox.to('robot@example.org')).toHaveLength(1);
    const own = await mails.sent({ From: 'help@example.org' });
    expect(own).toMatchObject({ decision: 'ignored', because: 'own_message' });
  });
});

describe('a mail that came to nothing', () => {
  it('is forgotten after 90 days', async () => {
    const mail = await mails.sent({ From: 'list@example.org', 'List-Id': '<news.example.org>' });
    expect(mail.decision).toBe('ignored');
    const keeping = app.get(MailKeeping);
    await keeping.sweep();
    expect((await mails.read(mail)).kept).toBe(true);
    app.advance({ days: 91 });
    await keeping.sweep();
    expect(await mails.read(mail)).toMatchObject({ from: null, subject: null, kept: false });
    expect((await app.as('anna').get(`${PATH}/${mail.id}/content`)).status).toBe(404);
    expect((await mails.act(mail, 'take-as-new')).status).toBe(404);
    expect(await keeping.sweep()).toBe(0);
  });
});
