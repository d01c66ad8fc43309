import type { Step } from './step.js';

const MAIL = [
  'Return-Path: <marta@example.org>',
  'From: Marta Kis <marta@example.org>',
  'To: help@example.org',
  'Subject: Your complaint {bed.reference}',
  'Message-ID: <story-1@client.example>',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'The leg on the left side, too.',
  '',
].join('\r\n');

/** Marta writes from her own mail program, and Anna puts it where it belongs. */
export const MAIL_IN_STORY: Step[] = [
  {
    operation: 'handInMail',
    says: 'Ada hands in a mail as the mail server of the house does.',
    as: 'ada',
    query: { mailbox: 'help@example.org' },
    headers: { 'Content-Type': 'message/rfc822' },
    body: MAIL,
    keep: 'mail',
  },
  {
    operation: 'listInboundMail',
    says: 'Anna looks at what waits for a person.',
    as: 'anna',
    query: { decision: ['suggestion', 'capped', 'duplicate', 'refused'] },
  },
  { operation: 'getInboundMail', says: 'She reads about it.', as: 'anna', params: { mailId: '{mail.id}' } },
  {
    operation: 'getInboundMailContent',
    says: 'And reads the whole of it.',
    as: 'anna',
    params: { mailId: '{mail.id}' },
  },
  {
    operation: 'attachInboundMail',
    says: 'It belongs to the complaint about the bed.',
    as: 'anna',
    params: { mailId: '{mail.id}' },
    body: { complaintId: '{bed.id}' },
  },
  {
    operation: 'attachInboundMail',
    name: 'again',
    says: 'Once is enough.',
    as: 'anna',
    params: { mailId: '{mail.id}' },
    body: { complaintId: '{bed.id}' },
    refused: 'action_refused',
  },
  {
    operation: 'handInMail',
    name: 'noMail',
    says: 'A mail server hands in something that nobody can read: it is kept.',
    as: 'ada',
    headers: { 'Content-Type': 'message/rfc822' },
    body: '\r\n\r\n',
    keep: 'unreadable',
  },
  {
    operation: 'takeInboundMailAsNew',
    says: 'Anna makes a complaint of it, so that somebody looks into it.',
    as: 'anna',
    params: { mailId: '{unreadable.id}' },
    body: {},
  },
  {
    operation: 'takeInboundMailAsNew',
    name: 'used',
    says: 'She does so again.',
    as: 'anna',
    params: { mailId: '{unreadable.id}' },
    body: {},
    refused: 'action_refused',
  },
];
