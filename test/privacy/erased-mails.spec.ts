import { describe, expect, it, jest } from '@jest/globals';
import { MailEffects } from '../../src/complaints/mail/taking/mail-effects.js';
import { arrivalOf } from '../../src/complaints/mail/taking/arrival.js';
import { verdictOf } from '../../src/complaints/mail/taking/mail-rules.js';
import { MailKeeping } from '../../src/complaints/mail/mail-keeping.service.js';
import { MailedWordsReads } from '../../src/complaints/messages/mailing/mailed-words.js';
import { SendMailJob } from '../../src/complaints/messages/mailing/send-mail.job.js';
import { systemCall } from '../../src/kernel/call.js';
import { Attachments } from '../complaints/attachments/attachments.js';
import { bounceOf, type InboundMail, InboundMails, REPLIES } from '../complaints/mail/mails.js';
import { messages } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Made } from '../support/make.js';
import { everythingStored, foundIn } from './everything-stored.js';
import { erasures } from './erasures.js';

const app = useTestApp({ mail: true, env: REPLIES });
const mails = new InboundMails(app);
const files = new Attachments(app);
const { customer, erase, withdraw } = erasures(app);

const GONE = { from: null, subject: null, kept: false };

async function storageKeys(all: InboundMail[]): Promise<string[]> {
  const sql = 'SELECT i.storage_key FROM inbound_mails i WHERE i.id = ANY ($1::uuid[])';
  const rows = await app.database.read<{ storageKey: string }>(sql, [all.map(({ id }) => id)]);
  return rows.map(({ storageKey }) => storageKey);
}

/** What every file in the storage holds of some keys. */
async function stored(keys: string[]): Promise<string[]> {
  const all = await files.stored();
  return keys.filter((key) => all.some((name) => name.includes(key)));
}

/** A complaint of a customer that began by a mail. */
async function begun(customerId: string, from: string): Promise<{ made: Made; first: InboundMail }> {
  const first = await mails.sent({ From: `${from}@example.org`, Subject: `Begun${from}` }, `Words${from}.`);
  const made = await mails.complaint(first);
  const path = `/v1/complaints/${made.id}`;
  expectStatus(200, await app.as('anna').patch(path, made.complaint.version, { customerId }));
  await app.settle();
  return { made, first };
}

describe('erasing a customer', () => {
  it('deletes every mail of their complaints, and what may belong to them and came to nothing', async () => {
    const customerId = await customer();
    const { made, first } = await begun(customerId, 'Qvartza');
    const receipt = app.mailbox.to('Qvartza@example.org').at(0);
    const from = 'Qvartza@example.org';
    const reply = await mails.sent(mails.answering(receipt), 'Wordsreplyqv.');
    const away = await mails.sent(
      { ...mails.answering(receipt), 'Auto-Submitted': 'auto-replied' },
      'Awayqv.',
    );
    const bounce = await mails.sent(...bounceOf(receipt, from));
    const many: InboundMail[] = [];
    const stranger = { From: 'eve@example.net', Subject: `About ${made.complaint.reference}` };
    for (let nth = 0; nth < 6; nth += 1) many.push(await mails.sent(stranger, `Not me ${nth}.`));
    const [strange, capped] = [many.slice(0, 5), many.slice(5)];
    const other = await mails.sent({ From: 'bela@example.org' }, 'Something else.');
    expect([reply, away, bounce, strange[0], ...capped].map((mail) => mail?.decision)).toEqual([
      ...['reply', 'automatic', 'bounce', 'suggestion', 'capped'],
    ]);
    const theirs = [first, reply, away, bounce, ...capped];
    const [gone, stay] = [await storageKeys(theirs), await storageKeys([...strange, other])];
    expect([await stored(gone), await stored(stay)]).toEqual([gone, stay]);

    await withdraw(made);
    await erase({ customerId });
    await app.settle();

    for (const mail of theirs) expect(await mails.read(mail)).toMatchObject(GONE);
    expect((await app.as('anna').get(`/v1/inbound-mail/${first.id}/content`)).status).toBe(404);
    expect([await stored(gone), await stored(stay)]).toEqual([[], stay]);
    expect(await storageKeys(theirs)).toEqual(theirs.map(() => null));
    const words = ['Qvartza', 'BegunQvartza', 'WordsQvartza', 'Wordsreplyqv', 'Awayqv'];
    expect(foundIn(await everythingStored(app.database), words)).toEqual([]);
    for (const mail of [...strange, other]) expect((await mails.read(mail)).kept).toBe(true);
  });

  it('lets a mail that comes again afterwards be known, and one that answers begin anew', async () => {
    const { made, first } = await begun(await customer(), 'zwolle');
    const receipt = app.mailbox.to('zwolle@example.org').at(0);
    const mail = mails.written(mails.answering(receipt), 'Once more.');
    const reply = await mails.handIn(mail);
    await withdraw(made);
    await erase({ complaintId: made.id });
    await app.settle();
    expect((await mails.handIn(mail)).id).toBe(reply.id);
    expect(await mails.read(first)).toMatchObject(GONE);
    const late = await mails.sent(mails.answering(receipt), 'And now?');
    expect(late).toMatchObject({ decision: 'suggestion', suggestedComplaintId: null });
    expect(late.complaintId).not.toBe(made.id);
    const bounce = await mails.sent(...bounceOf(receipt, 'zwolle@example.org'));
    expect(bounce).toMatchObject({ decision: 'bounce', complaintId: null });
  });

  it('is not overtaken by a mail that was judged before', async () => {
    const { made } = await begun(await customer(), 'late');
    await withdraw(made);
    await erase({ complaintId: made.id });
    const arrival = await arrivalOf(mails.written({ From: 'late@example.org' }), 'http', null);
    const about = { ...verdictOf('automatic', 'auto_submitted'), complaintId: made.id };
    const kept = { ...arrival, storageKey: 'nowhere' };
    const nothing = app.get(MailEffects).nothing(systemCall('mail'), kept, about);
    await expect(nothing).rejects.toThrow('was erased');
    const suggested = { ...verdictOf('capped', 'too_many_replies'), suggestedId: made.id };
    await expect(app.get(MailEffects).nothing(systemCall('mail'), kept, suggested)).rejects.toThrow(
      'was erased',
    );
    await app.settle();
  });
});

describe('a mail that is on its way out', () => {
  it('is not sent, and leaves no address behind, once its complaint is erased', async () => {
    app.mailbox.failNext(450);
    const complainant = { name: 'Zsuzsa', email: 'xylophonq@example.org' };
    const made = await app.make.complaint('received', { complainant, answerVia: 'email' });
    await app.settle();
    const [message] = await messages(app, made);
    const messageId = message?.id ?? '';
    const words = await app.get(MailedWordsReads).waiting(messageId);
    expect(words?.mail).toMatchObject({ to: { address: complainant.email } });
    await withdraw(made);
    await erase({ complaintId: made.id });
    jest.spyOn(app.get(MailedWordsReads), 'waiting').mockResolvedValueOnce(words);
    await app.get(SendMailJob).send({ messageId });
    await app.settle();
    expect(app.mailbox.to(complainant.email)).toEqual([]);
    expect(foundIn(await everythingStored(app.database), ['xylophonq'])).toEqual([]);
  });
});

describe('a mail that came to nothing', () => {
  it('is gone after its 90 days with its bytes, and one of a complaint is not', async () => {
    const ignored = await mails.sent({ From: 'list@example.org', 'List-Id': '<news.example.org>' });
    const unreadable = await mails.handIn(Buffer.from([0, 1, 2, 3]));
    const lost = await mails.sent(...bounceOf(undefined, 'nobody@example.org'));
    const alone = [ignored, unreadable, lost];
    const used = await mails.sent({ From: 'used@example.org' });
    const [keys, kept] = [await storageKeys(alone), await storageKeys([used])];
    app.advance({ days: 89 });
    await app.get(MailKeeping).sweep();
    expect(await stored(keys)).toEqual(keys);
    app.advance({ days: 2 });
    await app.get(MailKeeping).sweep();
    for (const mail of alone) expect(await mails.read(mail)).toMatchObject(GONE);
    expect([await stored(keys), await stored(kept)]).toEqual([[], kept]);
    expect((await mails.read(used)).kept).toBe(true);
  });
});
