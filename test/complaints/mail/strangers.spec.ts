import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../support/app.js';
import { bounceOf, InboundMails, REPLIES } from './mails.js';

const app = useTestApp({ mail: true, env: REPLIES });
const mails = new InboundMails(app);
let people = 0;

/** A complaint of somebody who is answered by mail, and the mail that they got last. */
async function answered() {
  people += 1;
  const email = `person-${people}@example.org`;
  const made = await app.make.complaint('acknowledged', {
    complainant: { name: 'Marta', email },
    answerVia: 'email',
  });
  await app.settle();
  return { email, made, mail: app.mailbox.to(email).at(-1) };
}

describe('nobody gets into a complaint', () => {
  const stranger = { From: 'Eve <eve@example.net>', 'Return-Path': '<eve@example.net>' };
  const ways: [string, string, (it: Awaited<ReturnType<typeof answered>>) => Record<string, string>][] = [
    [
      'by its reference in the subject',
      'reference_in_subject',
      ({ made }) => ({
        ...stranger,
        Subject: `Your complaint ${made.complaint.reference}`,
      }),
    ],
    [
      'by its reply address, passed on',
      'reply_address_of_a_stranger',
      ({ mail }) => ({
        ...mails.answering(mail),
        ...stranger,
      }),
    ],
    [
      'by a Message-ID of the house',
      'own_message_id_of_a_stranger',
      ({ mail }) => ({
        ...mails.answering(mail),
        ...stranger,
        To: 'help@example.org',
      }),
    ],
    [
      'beside somebody who takes part',
      'reply_address_with_several_senders',
      ({ mail, email }) => ({
        ...mails.answering(mail),
        From: `${email}, eve@example.net`,
      }),
    ],
  ];

  it.each(ways)('%s', async (_, because, headersFor) => {
    const it = await answered();
    const before = await app.make.read(it.made);
    const taken = await mails.sent(headersFor(it), 'What is going on with the bed?');
    expect(taken).toMatchObject({ decision: 'suggestion', because, suggestedComplaintId: it.made.id });
    expect(taken.complaintId).not.toBe(it.made.id);
    expect(await app.make.read(it.made)).toEqual(before);
    const found = await app
      .as('anna')
      .get<{ items: { id: string; reasons: string[] }[] }>(
        `/v1/complaints/${taken.complaintId ?? ''}/duplicates`,
      );
    const named = found.body.items.find(({ id }) => id === it.made.id);
    expect(named?.reasons).toContain('named_in_mail');
    await app.settle();
    for (const { text, subject } of app.mailbox.to('eve@example.net')) {
      expect(subject + text).not.toContain(it.made.complaint.reference);
      expect(subject + text).not.toMatch(/bed|leg/i);
    }
  });

  it('by a changed code, a name in From, or a place in CC', async () => {
    const it = await answered();
    const before = await app.make.read(it.made);
    const answer = mails.answering(it.mail);
    const changed = (answer.To ?? '').replace(/.(?=@)/, (sign) => (sign === 'a' ? 'b' : 'a'));
    const tampered = await mails.sent({ From: it.email, To: changed, Subject: 'Hello' });
    const spoofed = await mails.sent({ From: it.email, Subject: 'My complaint' });
    const copied = await mails.sent({ ...stranger, Cc: `${it.email}, ${answer.To ?? ''}`, Subject: 'Hi' });
    expect([tampered, spoofed, copied].map(({ decision }) => decision)).toEqual(['new', 'new', 'suggestion']);
    expect(await app.make.read(it.made)).toEqual(before);
    await app.settle();
  });

  it('and a report of a mail to somebody else changes nothing', async () => {
    const { made, mail } = await answered();
    const before = await app.make.read(made);
    const taken = await mails.sent(...bounceOf(mail, 'eve@example.net'));
    expect(taken).toMatchObject({ decision: 'bounce', messageId: null });
    expect(await app.make.read(made)).toEqual(before);
  });
});
