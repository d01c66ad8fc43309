import { expect, it } from '@jest/globals';
import { type MailedNotice, noticeMail } from '../../../src/automation/notices/mailing/notice-mail.js';

const TO = { name: 'Anna Agent', address: 'anna@house.example', zone: 'Europe/Budapest' };
const notice = (said: Partial<MailedNotice> = {}): MailedNotice => ({
  kind: 'reply',
  entryType: 'message.received',
  complaintId: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071',
  at: new Date('2026-11-20T23:05:00.000Z'),
  reference: 'V6B-JVB-H3N',
  standInForName: null,
  ...said,
});
const mail = (notices: MailedNotice[], page: string | null = null) => noticeMail('an id', TO, notices, page);

it('of one notice says in the subject what happened, and when by the clock of its reader', () => {
  const { subject, text, automatic } = mail([notice()]);
  expect(subject).toBe('V6B-JVB-H3N: There is word from the customer.');
  expect(text.split('\n\n')).toEqual([
    '2026-11-21 00:05, V6B-JVB-H3N: There is word from the customer.',
    'Times are those of Europe/Budapest. Which notices come by mail, and when, is yours to choose.',
  ]);
  expect(automatic).toBe(true);
});

it('of several tells once what happened several times, by the last time', () => {
  const later = new Date('2026-11-21T08:00:00.000Z');
  const { subject, text } = mail([
    notice(),
    notice({ kind: 'breach', entryType: 'promise.broken', standInForName: 'Ben Agent' }),
    notice({ at: later }),
  ]);
  expect(subject).toBe('V6B-JVB-H3N: 3 notices');
  expect(text.split('\n\n').slice(0, -1)).toEqual([
    '2026-11-21 09:00, V6B-JVB-H3N: There is word from the customer. (2 times)',
    '2026-11-21 00:05, V6B-JVB-H3N: A promise was broken: an apology and a cause are owed. You stand in for Ben Agent.',
  ]);
});

it('of very many tells fifty and counts the rest, with a link where there is a page', () => {
  const many = Array.from({ length: 53 }, (_, index) =>
    notice({ complaintId: `c${index}`, reference: `R-${index}` }),
  );
  const { subject, text } = mail(many, 'https://desk.example.org/complaints');
  expect(subject).toBe('53 notices about 53 complaints');
  expect(text).toContain('customer.\nhttps://desk.example.org/complaints/c49\n\n3 more stand in your inbox.');
  expect(text).not.toContain('R-50');
});
