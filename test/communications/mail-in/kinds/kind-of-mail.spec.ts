import { describe, expect, it } from '@jest/globals';
import { kindOfMail } from '../../../../src/communications/mail-in/kinds/kind-of-mail.js';
import { kindOf, MULTIPART, multipart, type Part, read } from '../mails.js';

describe('an automatic mail', () => {
  it.each<[Record<string, string>, string]>([
    [{ 'Auto-Submitted': 'auto-replied' }, 'auto_submitted'],
    [{ 'Auto-Submitted': 'auto-generated; owner=x' }, 'auto_submitted'],
    [{ 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' }, 'auto_response_suppress'],
    [{ 'X-Autoreply': 'yes' }, 'autoreply'],
    [{ 'X-Autorespond': 'Away' }, 'autorespond'],
    [{ 'X-Apple-Action': 'VACATION' }, 'vacation'],
    [{ Precedence: 'auto_reply' }, 'precedence'],
    [{ Precedence: 'bulk' }, 'precedence'],
    [{ Precedence: 'junk' }, 'precedence'],
    [{ 'Return-Path': '<>' }, 'null_return_path'],
    [{ Subject: 'Out of Office: leg' }, 'subject'],
    [{ Subject: 'Automatische Antwort: Bein' }, 'subject'],
    [{ Subject: 'Abwesenheitsnotiz' }, 'subject'],
    [{ Subject: 'Automatikus válasz: láb' }, 'subject'],
    [{ Subject: 'Автоматичен отговор: крак' }, 'subject'],
    [{ Subject: 'Réponse automatique : pied' }, 'subject'],
    [{ Subject: 'AUTO: Marta Kis is out of the office (returning 30.11.2026)' }, 'subject'],
    [{ Subject: 'Afwezig: poot' }, 'subject'],
  ])('with %j is one because of %s', async (headers, because) => {
    expect(await kindOf(headers)).toEqual({ kind: 'automatic', because });
  });

  it('tells that a message was read', async () => {
    const receipt: Part = ['Content-Type: message/disposition-notification', 'Disposition: displayed'];
    expect(await kindOf(MULTIPART, multipart(receipt))).toEqual({ kind: 'automatic', because: 'receipt' });
  });

  it.each<Record<string, string>>([
    { 'Auto-Submitted': 'no' },
    { Subject: 'Re: Out of Office: leg' },
    { Subject: 'I was out of office when it broke' },
    { Subject: 'Auto: Bremse defekt' },
    { Subject: 'Afwezige monteur' },
    { Precedence: 'normal' },
    { 'X-Auto-Response-Suppress': 'None' },
    { 'X-Auto-Response-Suppress': 'DR, RN' },
  ])('is not one with %j', async (headers) => {
    expect(await kindOf(headers)).toEqual({ kind: 'person', because: 'nothing_else' });
  });
});

describe('a mail of a list', () => {
  it.each<[Record<string, string>, string]>([
    [{ 'List-Id': 'Cats <cats.example.net>' }, 'list_id'],
    [{ 'List-Unsubscribe': '<mailto:leave@example.net>', Precedence: 'bulk' }, 'list_unsubscribe'],
    [{ 'List-Post': '<mailto:cats@example.net>' }, 'list_post'],
    [{ Precedence: 'list' }, 'precedence_list'],
  ])('with %j is one because of %s', async (headers, because) => {
    expect(await kindOf(headers)).toEqual({ kind: 'list', because });
  });

  it("is a person's where the list is the house's own address", async () => {
    const mail = await read({
      'List-Id': 'Help <help.house.example>',
      Precedence: 'list',
      'List-Post': '<mailto:x>',
    });
    expect(kindOfMail(mail).kind).toBe('list');
    expect(kindOfMail(mail, ['Help.house.example']).kind).toBe('person');
  });
});

describe('a report of spam', () => {
  it('is one by its part, with the message that it is about', async () => {
    const returned: Part = ['Content-Type: message/rfc822', 'Message-ID: <ours@house.example>\n\nWords.'];
    const feedback: Part = ['Content-Type: message/feedback-report', 'Feedback-Type: abuse'];
    expect(await kindOf(MULTIPART, multipart(feedback, returned))).toEqual({
      kind: 'feedback_report',
      because: 'feedback_report',
      originalMessageId: '<ours@house.example>',
    });
  });

  it('of Hotmail is one by sender and subject together', async () => {
    const subject = { Subject: 'complaint about message from 192.0.2.1' };
    expect(await kindOf({ ...subject, From: 'staff@hotmail.com' })).toMatchObject({
      kind: 'feedback_report',
    });
    expect(await kindOf(subject)).toMatchObject({ kind: 'person' });
  });
});
