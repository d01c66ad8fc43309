import { describe, expect, it } from '@jest/globals';
import { kindOf, multipart, type Part } from '../mails.js';

const MACHINE = { 'Return-Path': '<>', From: 'Mail Delivery System <MAILER-DAEMON@mx.example.net>' };
const REPORT = { ...MACHINE, 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=cut' };
const RETURNED: Part = [
  'Content-Type: message/rfc822',
  'From: help@house.example\nMessage-ID:\n <ours@house.example>\n\nWords.',
];

function report(recipients: string, returned: Part = RETURNED): string {
  return multipart(
    ['Content-Type: text/plain', 'Something happened.'],
    ['Content-Type: message/delivery-status', `Reporting-MTA: dns; mx.example.net\n\n${recipients}`],
    returned,
  );
}

describe('a delivery report', () => {
  it('of a failure is a bounce, with everything that it tells', async () => {
    const fields = 'Final-Recipient: rfc822; <marta@example.org>\nAction: failed\nStatus: 5.1.1\n';
    expect(await kindOf(REPORT, report(fields))).toEqual({
      kind: 'bounce',
      because: 'delivery_report',
      delivery: {
        permanent: true,
        recipient: 'marta@example.org',
        statusCode: '5.1.1',
        originalMessageId: '<ours@house.example>',
      },
    });
  });

  it('with a status of 4 is a bounce that may work another time', async () => {
    const fields = 'Final-Recipient: rfc822;marta@example.org\nAction: failed\nStatus: 4.4.7\n';
    expect(await kindOf(REPORT, report(fields))).toMatchObject({
      kind: 'bounce',
      delivery: { permanent: false },
    });
  });

  it('that leaves the status open takes it from the words of the server', async () => {
    const fields =
      'Original-Recipient: rfc822;marta@example.org\nAction: failed\nStatus: 5.0.0\n' +
      'Diagnostic-Code: smtp; 552 5.2.2\n Mailbox full at 192.5.5.241\n';
    expect(await kindOf(REPORT, report(fields))).toMatchObject({ delivery: { statusCode: '5.2.2' } });
  });

  it('of a delay is no bounce', async () => {
    const fields = 'Final-Recipient: rfc822;marta@example.org\nAction: delayed\nStatus: 4.4.1\n';
    expect(await kindOf(REPORT, report(fields))).toMatchObject({
      kind: 'delay',
      delivery: { permanent: false },
    });
  });

  it('of success is no bounce', async () => {
    const fields = 'Final-Recipient: rfc822;marta@example.org\nAction: relayed\nStatus: 2.0.0\n';
    expect(await kindOf(REPORT, report(fields))).toEqual({ kind: 'automatic', because: 'delivered_report' });
  });

  it('of several outcomes is a bounce when one is a failure', async () => {
    const fields =
      'Final-Recipient: rfc822;a@example.org\nAction: delayed\nStatus: 4.4.1\n\n' +
      'Final-Recipient: rfc822;b@example.org\nAction: failed\nStatus: 5.1.1\n';
    expect(await kindOf(REPORT, report(fields))).toMatchObject({
      kind: 'bounce',
      delivery: { recipient: 'b@example.org' },
    });
  });

  it('names the message by its headers alone, or by what it answers', async () => {
    const fields = 'Final-Recipient: rfc822;marta@example.org\nAction: failed\n';
    const headers: Part = ['Content-Type: text/rfc822-headers', 'Message-ID: <ours@house.example>'];
    const nothing: Part = ['Content-Type: text/plain', ''];
    const answering = { ...REPORT, 'In-Reply-To': '<other@house.example>' };
    expect(await kindOf(REPORT, report(fields, headers))).toMatchObject({
      delivery: { originalMessageId: '<ours@house.example>' },
    });
    expect(await kindOf(answering, report(fields, nothing))).toMatchObject({
      delivery: { originalMessageId: '<other@house.example>', permanent: true },
    });
  });
});

describe('a bounce that only people can read', () => {
  const COPY =
    '\n\nReceived: by mx.example.net\nMessage-ID: <ours@house.example>\n\nWords of 4.2.2 no meaning.';

  it.each([
    [
      'qmail',
      'failure notice',
      "Hi. This is the qmail-send program at mx.\nI'm afraid I wasn't able to deliver your message.\n\n" +
        '<marta@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy.',
    ],
    [
      'Exim',
      'Mail delivery failed: returning message to sender',
      'This message was created automatically by mail delivery software.\n\nThe following address failed:\n\n' +
        '  marta@example.org\n    550 5.1.1 unknown\n\n------ This is a copy of the message. ------',
    ],
    [
      'Sendmail',
      'Returned mail: User unknown',
      '   ----- Transcript of session follows -----\n550 5.1.1 <marta@example.org>... User unknown\n\n' +
        '   ----- Unsent message follows -----',
    ],
    [
      'Domino',
      'DELIVERY FAILURE: User not listed',
      'Your message\n\n  Subject: Words\n\nwas not delivered to:\n\n  marta@example.org\n\nbecause: 5.1.1',
    ],
    [
      'Yahoo',
      'Failure Notice',
      'Sorry, we were unable to deliver your message to the following address.\n\n<marta@example.org>:\n' +
        'Remote host said: 550 5.1.1 User Unknown [RCPT_TO]\n\n--- Below this line is a copy of the message.',
    ],
    [
      'Exchange in German',
      'Unzustellbar: Words',
      'Ihre Nachricht konnte nicht zugestellt werden.\n\nmarta@example.org\n#550 5.1.1 RESOLVER.ADR.RecipNotFound',
    ],
  ])('of %s is one', async (_, subject, text) => {
    expect(await kindOf({ ...MACHINE, Subject: subject }, text + COPY)).toEqual({
      kind: 'bounce',
      because: 'bounce_words',
      delivery: {
        permanent: true,
        recipient: 'marta@example.org',
        statusCode: '5.1.1',
        originalMessageId: '<ours@house.example>',
      },
    });
  });

  it('is known by the header of the failed recipients, whatever it says', async () => {
    const kind = await kindOf({ 'X-Failed-Recipients': 'marta@example.org', Subject: 'Hello' }, 'Nothing.');
    expect(kind).toMatchObject({
      because: 'failed_recipients',
      delivery: { recipient: 'marta@example.org' },
    });
  });

  it('may hold the fields of a report in its text', async () => {
    const text =
      'Technical report:\n\nFinal-Recipient: rfc822; marta@example.org\nAction: failed\nStatus: 5.1.1\n';
    expect(await kindOf({ ...MACHINE, Subject: 'Delivery failed' }, text)).toMatchObject({
      because: 'delivery_report_in_text',
      delivery: { recipient: 'marta@example.org', statusCode: '5.1.1' },
    });
  });

  it('is a delay where the server goes on trying', async () => {
    const text =
      'THIS IS A WARNING MESSAGE ONLY.\n\nYOU DO NOT NEED TO RESEND YOUR MESSAGE.\n\nmarta@example.org';
    const kind = await kindOf({ ...MACHINE, Subject: 'Delivery Status Notification (Delay)' }, text);
    expect(kind).toMatchObject({ kind: 'delay', because: 'delay_words', delivery: { permanent: false } });
  });

  it.each([
    [
      'quotes one',
      { Subject: 'Fwd: failure notice' },
      'What is this?\n\n> Hi. This is the qmail-send program\n> 550 5.1.1',
    ],
    [
      'has a parcel that failed',
      { Subject: 'Delivery failed' },
      'My parcel could not be delivered. 550 euros are gone.',
    ],
    ['wrote through a form', { From: 'no-reply@house.example' }, 'My parcel could not be delivered.'],
  ])('is not written by a person who %s', async (_, headers, text) => {
    expect(await kindOf(headers, text)).toEqual({ kind: 'person', because: 'nothing_else' });
  });
});
