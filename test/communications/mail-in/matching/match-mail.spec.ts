import { describe, expect, it } from '@jest/globals';
import { kindOfMail } from '../../../../src/communications/mail-in/kinds/kind-of-mail.js';
import { matchMail, type MailLookups } from '../../../../src/communications/mail-in/matching/match-mail.js';
import { makeReplyAddress } from '../../../../src/communications/mail-in/matching/reply-address.js';
import { newReference } from '../../../../src/kernel/reference.js';
import { multipart, read } from '../mails.js';

const LEG = '0199aa3e-7b1c-7cc2-8f00-5c1d2e3f4a5b';
const TABLE = '0199aa3e-7b1c-7cc2-8f00-5c1d2e3f4a5c';
const KEY = { generation: 0, secret: Buffer.alloc(32, 7) };
const REFERENCE = newReference();
const TO_LEG = makeReplyAddress('help@house.example', LEG, KEY);
const TO_TABLE = makeReplyAddress('help@house.example', TABLE, KEY);

/** A house with two complaints of Marta; one message of it is `<ours@house.example>`, about the leg. */
const house: MailLookups = {
  base: 'help@house.example',
  ownAddresses: ['noreply@house.example'],
  keys: [KEY],
  complaintOfOwnMessageId: (id) => (id === '<ours@house.example>' ? LEG : null),
  takesPart: (_, address) => Promise.resolve(address.toLowerCase() === 'marta@example.org'),
  complaintOfReference: (reference) => Promise.resolve(reference === REFERENCE ? LEG : null),
};

async function matched(headers: Record<string, string>, body?: string) {
  const mail = await read(headers, body);
  return matchMail(mail, kindOfMail(mail), house);
}

describe('words for a complaint', () => {
  it('come with its reply address, wherever a server wrote it down', async () => {
    const reply = { decision: 'reply', complaintId: LEG, because: 'reply_address' };
    expect(await matched({ To: `Help <${TO_LEG}>` })).toEqual(reply);
    expect(await matched({ Cc: TO_LEG.toUpperCase() })).toEqual(reply);
    expect(await matched({ 'Delivered-To': TO_LEG })).toEqual(reply);
  });

  it('come as the answer to a message of the house', async () => {
    const reply = { decision: 'reply', complaintId: LEG, because: 'own_message_id' };
    expect(await matched({ 'In-Reply-To': '<ours@house.example>' })).toEqual(reply);
    expect(await matched({ References: '<ours@house.example> <x@example.org>' })).toEqual(reply);
  });

  it('go where the reply address says, also when they answer a message about another one', async () => {
    const headers = { To: TO_TABLE, 'In-Reply-To': '<ours@house.example>' };
    expect(await matched(headers)).toMatchObject({ decision: 'reply', complaintId: TABLE });
  });

  it('of somebody who takes part count also when they come through a list', async () => {
    const list = { 'List-Id': '<family.example.org>' };
    expect(await matched({ ...list, To: TO_LEG })).toMatchObject({ decision: 'reply', complaintId: LEG });
    expect(await matched({ ...list, To: TO_LEG, From: 'eve@example.org' })).toMatchObject({
      decision: 'ignored',
    });
  });
});

describe('a stranger gets no further than a suggestion', () => {
  it.each([
    ['with the reply address', { To: TO_LEG }, 'reply_address_of_a_stranger'],
    [
      'with a Message-ID of the house',
      { 'In-Reply-To': '<ours@house.example>' },
      'own_message_id_of_a_stranger',
    ],
    ['with Marta in CC', { To: TO_LEG, Cc: 'marta@example.org' }, 'reply_address_of_a_stranger'],
    ['with Marta as sender', { To: TO_LEG, Sender: 'marta@example.org' }, 'reply_address_of_a_stranger'],
    [
      'who is answered at Marta',
      { To: TO_LEG, 'Reply-To': 'marta@example.org' },
      'reply_address_of_a_stranger',
    ],
    ['with the reference in the subject', { Subject: `Re: [${REFERENCE}]` }, 'reference_in_subject'],
  ])('%s', async (_, headers, because) => {
    expect(await matched({ From: 'eve@example.org', ...headers })).toEqual({
      decision: 'suggestion',
      complaintId: LEG,
      because,
    });
  });

  it('beside Marta as a second sender', async () => {
    const From = 'marta@example.org, eve@example.org';
    expect(await matched({ From, To: TO_LEG })).toMatchObject({
      decision: 'suggestion',
      because: 'reply_address_with_several_senders',
    });
  });

  it.each([
    '"marta@example.org" <eve@evil.example>',
    'marta@example.org <eve@evil.example>',
    '"marta@example.org x"@evil.example',
    '<marta@example.org>@evil.example',
    'marta@example.org\0@evil.example',
    '(marta@example.org) eve@evil.example',
    'eve@evil.example (marta@example.org)',
    '=?utf-8?q?marta=40example.org=2C?= <eve@evil.example>',
    '=?utf-8?q?=3Cmarta=40example.org=3E?= <eve@evil.example>',
    'Family: marta@example.org, eve@evil.example;',
    'marta@example.org;, eve@evil.example',
    'marta@\u0435xample.org',
    'marta+x@example.org',
    'marta@example.org.evil.example',
    'undisclosed:;',
  ])('whose address only looks like hers: %j', async (From) => {
    expect(await matched({ From, To: TO_LEG })).toMatchObject({ decision: 'suggestion' });
  });

  it.each([
    'marta@example.org <marta@example.org>',
    '"eve@evil.example" <Marta@example.org>',
    'Marta <marta@example.org> (at work, eve@evil.example)',
  ])('and she is herself as %j', async (From) => {
    expect(await matched({ From, To: TO_LEG })).toMatchObject({ decision: 'reply' });
  });

  it('without any sender', async () => {
    expect(await matched({ From: '', To: TO_LEG })).toMatchObject({
      because: 'reply_address_without_sender',
    });
  });

  it('nor does Marta, with two reply addresses or with a reference alone', async () => {
    expect(await matched({ To: TO_LEG, Cc: TO_TABLE })).toMatchObject({
      decision: 'suggestion',
      because: 'several_reply_addresses',
    });
    expect(
      await matched({ Subject: `Leg ${REFERENCE.replaceAll('-', ' ').toLowerCase()} again` }),
    ).toMatchObject({
      decision: 'suggestion',
      complaintId: LEG,
    });
  });

  it('and no further than a new complaint with a forged address or a reference that is none', async () => {
    const forged = TO_LEG.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'));
    const fresh = { decision: 'new', complaintId: null, because: 'nothing_else' };
    expect(await matched({ To: forged })).toEqual(fresh);
    expect(await matched({ Subject: `Order ${newReference()}` })).toEqual(fresh);
    expect(await matched({ 'In-Reply-To': `<${LEG}@house.example>` })).toEqual(fresh);
    expect(await matched({})).toEqual(fresh);
  });
});

describe('what no person wrote', () => {
  const MACHINE = { From: 'MAILER-DAEMON@mx.example.net', 'Return-Path': '<>' };
  const REPORT = { ...MACHINE, 'Content-Type': 'multipart/report; boundary=cut' };
  const report = (action: string) =>
    multipart(
      [
        'Content-Type: message/delivery-status',
        `A: b\n\nFinal-Recipient: rfc822;marta@example.org\nAction: ${action}\nStatus: 4.0.0`,
      ],
      ['Content-Type: message/rfc822', 'Message-ID: <ours@house.example>\n\nWords.'],
    );

  it('finds the complaint by the message that it reports on', async () => {
    expect(await matched(REPORT, report('failed'))).toMatchObject({ decision: 'bounce', complaintId: LEG });
    expect(await matched(REPORT, report('delayed'))).toMatchObject({ decision: 'ignored', complaintId: LEG });
  });

  it('finds it by the address that it came to where it reports on nothing', async () => {
    const bounce = await matched({ ...MACHINE, To: TO_TABLE, Subject: 'failure notice' }, 'User unknown');
    expect(bounce).toEqual({ decision: 'bounce', complaintId: TABLE, because: 'bounce_words' });
  });

  it('is on record without being an answer', async () => {
    const away = { 'Auto-Submitted': 'auto-replied', 'In-Reply-To': '<ours@house.example>' };
    expect(await matched(away)).toEqual({
      decision: 'automatic',
      complaintId: LEG,
      because: 'auto_submitted',
    });
    expect(await matched({ 'Auto-Submitted': 'auto-replied' })).toMatchObject({ complaintId: null });
  });

  it('is ignored from a list', async () => {
    expect(await matched({ 'List-Id': '<cats.example.net>' })).toEqual({
      decision: 'ignored',
      complaintId: null,
      because: 'list_id',
    });
  });

  it.each<Record<string, string>>([
    { From: 'help@house.example' },
    { From: 'NoReply@House.example' },
    { From: TO_LEG, To: 'help@house.example' },
    { 'Message-ID': '<ours@house.example>' },
  ])('is ignored where the house wrote it: %j', async (headers) => {
    expect(await matched(headers)).toMatchObject({ decision: 'ignored', because: 'own_message' });
  });
});
