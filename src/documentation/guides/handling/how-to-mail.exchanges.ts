import type { Exchange, Json } from '../exchange.js';
import { get, post } from './calls-of-staff.js';

/** Mails as a mail server hands them in, and what becomes of them: what `how-to-mail` walks through. */

const INBOUND = '/v1/inbound-mail';

const handIn = (lines: readonly string[], answer: Json): Exchange => ({
  method: 'POST',
  path: `${INBOUND}?mailbox=help@example.org`,
  token: 'MAIL_KEY',
  headers: { 'Content-Type': 'message/rfc822' },
  lines,
  answer: { status: 201, body: answer },
});

const FIRST = [
  'Return-Path: <marta@example.org>',
  'From: Marta Kis <marta@example.org>',
  'To: help@example.org',
  'Subject: Broken bed',
  'Message-ID: <one@mail.example.org>',
  '',
  'The bed arrived with a broken leg.',
];

export const first = handIn(FIRST, {
  id: '$MAIL',
  from: 'marta@example.org',
  kind: 'person',
  decision: 'new',
  because: 'nothing_else',
  complaintId: '$COMPLAINT',
  kept: true,
});

export const again = handIn(FIRST, { id: '$MAIL', decision: 'new', complaintId: '$COMPLAINT' });

export const became = get('/v1/complaints/$COMPLAINT', {
  id: '$COMPLAINT',
  reference: '$REFERENCE',
  channel: 'email',
  subject: 'Broken bed',
  description: 'The bed arrived with a broken leg.',
});

export const named = handIn(
  [
    'From: Marta Kis <marta.kis@work.example>',
    'To: help@example.org',
    'Subject: About $REFERENCE',
    'Message-ID: <two@work.example>',
    '',
    'It is the left leg.',
  ],
  {
    id: '$SECOND',
    decision: 'suggestion',
    because: 'reference_in_subject',
    complaintId: '$OTHER',
    suggestedComplaintId: '$COMPLAINT',
  },
);

export const away = handIn(
  [
    'From: Marta Kis <marta@example.org>',
    'To: help@example.org',
    'Subject: I am away',
    'Auto-Submitted: auto-replied',
    'Message-ID: <three@mail.example.org>',
    '',
    'I am back on Monday.',
  ],
  { kind: 'automatic', decision: 'automatic', because: 'auto_submitted', complaintId: null },
);

export const waiting = get(`${INBOUND}?decision=suggestion,capped,duplicate,refused&limit=1`, {
  items: [{ id: '$SECOND', decision: 'suggestion', suggestedComplaintId: '$COMPLAINT' }],
});

export const attached = post(
  `${INBOUND}/$SECOND/actions/attach`,
  { complaintId: '$COMPLAINT' },
  { decision: 'attached', because: 'by_hand', complaintId: '$COMPLAINT', messageId: '$MESSAGE' },
);

export const said = get('/v1/complaints/$COMPLAINT/messages', {
  items: ['…', { id: '$MESSAGE', direction: 'in', body: 'It is the left leg.' }],
});

export const used = post(
  `${INBOUND}/$SECOND/actions/take-as-new`,
  {},
  { code: 'action_refused', unmet: [{ code: 'mail_used' }] },
  409,
);
