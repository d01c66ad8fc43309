import { describe, expect, it } from '@jest/globals';
import { MULTIPART, multipart } from '../../communications/mail-in/mails.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import { attempt, messages, timeline } from '../steps.js';
import { Attachments, PNG } from '../attachments/attachments.js';
import { bounceOf, InboundMails, REPLIES } from './mails.js';

const app = useTestApp({ mail: true, env: REPLIES });
const mails = new InboundMails(app);
const files = new Attachments(app);
let people = 0;

/** A complaint of somebody who is answered by mail, and the mail that they got last. */
async function answered(state: 'acknowledged' | 'awaiting_customer' = 'acknowledged') {
  people += 1;
  const email = `person-${people}@example.org`;
  const made = await app.make.complaint(state, { complainant: { name: 'Marta', email }, answerVia: 'email' });
  await app.settle();
  return { email, made, mail: app.mailbox.to(email).at(-1) };
}

const incoming = async (made: Made) =>
  (await messages(app, made)).filter(({ direction }) => direction === 'in');

describe('a complaint by mail', () => {
  it('is received, answered, replied to, told of when a mail comes back, and closed', async () => {
    const from = { From: 'Ilona Nagy <ilona@example.org>', 'Return-Path': '<ilona@example.org>' };
    const first = await mails.sent(
      { ...from, Subject: 'The chair' },
      'The chair broke and I am not happy with that.\n',
    );
    expect(first).toMatchObject({
      decision: 'new',
      because: 'nothing_else',
      kind: 'person',
      from: 'ilona@example.org',
    });
    const made = await mails.complaint(first);
    expect(made.complaint).toMatchObject({
      ...{ channel: 'email', subject: 'The chair', answerVia: 'email', state: 'received' },
      description: 'The chair broke and I am not happy with that.',
      complainant: { name: 'Ilona Nagy', email: 'ilona@example.org' },
    });
    await app.settle();
    const inbox = () => app.mailbox.to('ilona@example.org');
    expect(inbox().map(({ subject }) => subject)).toEqual([
      `We have your complaint ${made.complaint.reference}`,
    ]);
    await app.make.act(made, 'acknowledge', { message: 'We are sorry about your chair.' });
    await app.settle();
    const quoted =
      '\n\nOn Fri, 20 Nov 2026 at 10:00, Example Ltd <help@example.org> wrote:\n> We are sorry\n';
    const reply = await mails.sent(mails.answering(inbox().at(-1)), `It was the left leg.${quoted}`);
    expect(reply).toMatchObject({ decision: 'reply', because: 'reply_address', complaintId: made.id });
    const [words] = await incoming(made);
    expect(words).toMatchObject({ id: reply.messageId, body: 'It was the left leg.' });
    const received = (await timeline(app, made)).find(({ type }) => type === 'message.received');
    expect(received?.data).toMatchObject({ saidHow: 'email', number: 'ilona@example.org' });
    const update = await app.make.message(made, { body: 'A new leg is on its way.' });
    await app.settle();
    const bounce = await mails.sent(...bounceOf(inbox().at(-1), 'ilona@example.org'));
    expect(bounce).toMatchObject({ decision: 'bounce', complaintId: made.id, messageId: update.id });
    const returned = (await messages(app, made)).find(({ id }) => id === update.id);
    expect(returned?.delivery?.state).toBe('bounced');
    expectStatus(200, await attempt(app, made, 'resolve-on-the-spot'));
    await app.settle();
    for (let week = 0; week < 4; week += 1) {
      await app.passTime({ days: 7 });
      await app.settle();
    }
    expect((await app.make.read(made)).state).toBe('closed');
  });

  it('brings its files, pictures within the text too, and the whole of it can be fetched', async () => {
    const mail = mails.written(
      { ...MULTIPART, From: 'Files <files@example.org>' },
      multipart(
        ['Content-Type: text/plain', 'See the pictures.'],
        [
          'Content-Type: image/png; name="leg.png"\nContent-Transfer-Encoding: base64\nContent-Disposition: inline',
          PNG.toString('base64'),
        ],
        ['Content-Type: text/csv; name="../list.csv"\nContent-Disposition: attachment', 'a,b'],
      ),
    );
    const taken = await mails.handIn(mail);
    expect(taken).toMatchObject({ decision: 'new', files: 2, filesLeft: 0, kept: true });
    const attached = await files.list(await mails.complaint(taken));
    expect(attached.map(({ name, type, from, messageId }) => [name, type, from, messageId])).toEqual([
      ['leg.png', 'image/png', 'customer', null],
      ['list.csv', 'application/octet-stream', 'customer', null],
    ]);
    const whole = await app.as('otto').get(`/v1/inbound-mail/${taken.id}/content`);
    expect(whole.body).toBe(mail.toString());
  });
});

describe('an answer', () => {
  it('is known by the Message-ID where the address is the ordinary one, and ends the waiting', async () => {
    const { made, mail } = await answered('awaiting_customer');
    const told = { ...mails.answering(mail), To: 'help@example.org' };
    const reply = await mails.sent(told, 'Tuesday suits me.');
    expect(reply).toMatchObject({ decision: 'reply', because: 'own_message_id', complaintId: made.id });
    expect((await app.make.read(made)).state).toBe('in_progress');
  });

  it('of a program ends nothing and is answered by nothing, and staff see it', async () => {
    const { made, mail, email } = await answered('awaiting_customer');
    const before = await app.make.read(made);
    const away = { ...mails.answering(mail), 'Auto-Submitted': 'auto-replied', Subject: 'I am away' };
    const taken = await mails.sent(away, 'Back on Monday.');
    expect(taken).toMatchObject({ decision: 'automatic', complaintId: made.id });
    expect(await app.make.read(made)).toEqual(before);
    await app.settle();
    expect(app.mailbox.to(email).at(-1)?.messageId).toBe(mail?.messageId);
    expect((await mails.list(`&complaintId=${made.id}`)).map(({ id }) => id)).toEqual([taken.id]);
  });

  it('is taken where no files are taken any more: they stay in the whole mail', async () => {
    const { made, mail } = await answered();
    expectStatus(200, await attempt(app, made, 'decline', 'sam'));
    await app.settle();
    const body = multipart(
      ['Content-Type: text/plain', 'But look.'],
      ['Content-Type: text/csv; name="list.csv"\nContent-Disposition: attachment', 'a,b'],
    );
    const taken = await mails.sent({ ...mails.answering(mail), ...MULTIPART }, body);
    expect(taken).toMatchObject({ decision: 'reply', files: 0, filesLeft: 1 });
  });

  it('goes to the complaint that goes on for a merged one', async () => {
    const { made, mail, email } = await answered();
    const said = { complainant: { name: 'Marta', email }, answerVia: 'email' as const };
    const into = await app.make.complaint('acknowledged', said);
    expectStatus(200, await attempt(app, made, 'merge', 'anna', { intoId: into.id }));
    await app.settle();
    const taken = await mails.sent(mails.answering(mail), 'It is still broken.');
    expect(taken).toMatchObject({ decision: 'reply', complaintId: into.id });
    expect((await incoming(into)).map(({ id }) => id)).toEqual([taken.messageId]);
  });
});
