import type { Step } from './step.js';

const TABLE = { id: '{table.id}' };
const LAMP = { id: '{lamp.id}' };
const LENA = '{lamp.trackingToken}';
const BY_PHONE = { how: 'phone', saidAt: '2026-11-20T12:00:00.000Z' };

/** Ivo's table: everything is said on the telephone, and staff write it down. */
export const TABLE_STORY: Step[] = [
  {
    operation: 'receiveComplaint',
    name: 'staff',
    says: 'Ben notes what Ivo says on the telephone.',
    as: 'ben',
    at: '2026-11-20T12:05:00.000Z',
    body: {
      channel: 'phone',
      language: 'en',
      subject: 'Scratched table',
      description: 'The table has a scratch across the top.',
      complainant: { name: 'Ivo Novak', phone: '+385 1 234 567', address: 'Ilica 1, Zagreb' },
      answerVia: 'phone',
      receivedAt: '2026-11-20T11:50:00.000Z',
      tags: ['furniture'],
      severity: 'low',
      externalId: 'ERP-77120',
    },
    keep: 'table',
  },
  {
    operation: 'acknowledgeComplaint',
    says: 'Ben writes down what he will say.',
    as: 'ben',
    params: TABLE,
    body: { message: 'We are sorry about the scratch.' },
    quiet: true,
  },
  { operation: 'listMessages', says: 'What waits.', as: 'ben', params: TABLE, keep: 'waiting', quiet: true },
  {
    operation: 'handOverMessage',
    says: 'Ben has said it on the telephone.',
    as: 'ben',
    at: '2026-11-20T15:00:00.000Z',
    params: { ...TABLE, messageId: '{waiting.items.0.id}' },
    body: { said: { how: 'phone', saidAt: '2026-11-20T14:55:00.000Z' } },
    keep: 'said',
  },
  {
    operation: 'establishFacts',
    says: 'Nothing is on record yet that Ivo says.',
    as: 'ben',
    params: TABLE,
    body: {
      summary: 'The table is scratched.',
      assessment: { severity: 'low', safety: false, complexity: 'low', impact: 'It is ugly.' },
    },
    refused: 'action_refused',
  },
  {
    operation: 'recordFact',
    says: 'A photo shows it.',
    as: 'ben',
    params: TABLE,
    body: { statement: 'There is a scratch.', source: 'customer', standing: 'confirmed' },
    quiet: true,
  },
  {
    operation: 'establishFacts',
    says: 'Ben states what happened.',
    as: 'ben',
    params: TABLE,
    body: {
      summary: 'The table is scratched.',
      assessment: { severity: 'low', safety: false, complexity: 'low', impact: 'It is ugly.' },
    },
    quiet: true,
  },
  {
    operation: 'assignOwner',
    says: 'Ben takes it on.',
    as: 'ben',
    params: TABLE,
    body: {
      ownerId: '{ben.id}',
      agreedActions: [{ what: 'Send a new top', dueAt: '2026-12-11T16:00:00.000Z' }],
      said: BY_PHONE,
    },
    quiet: true,
  },
  {
    operation: 'resolveComplaint',
    says: 'Ben decides.',
    as: 'ben',
    params: TABLE,
    body: {
      outcome: 'upheld',
      explanation: 'We scratched it.',
      rootCause: { text: 'Carried without gloves.' },
      said: BY_PHONE,
    },
    quiet: true,
  },
  {
    operation: 'acceptForCustomer',
    says: 'Ivo is content, and says so on the telephone.',
    as: 'ben',
    at: '2026-11-21T09:00:00.000Z',
    params: TABLE,
    body: { how: 'phone', saidAt: '2026-11-21T08:50:00.000Z' },
  },
  {
    operation: 'disputeForCustomer',
    says: 'The new top is scratched too, says Ivo.',
    as: 'ben',
    at: '2026-11-22T09:00:00.000Z',
    params: TABLE,
    body: { how: 'phone', saidAt: '2026-11-22T08:50:00.000Z', reason: 'The new top is scratched too.' },
  },
  {
    operation: 'withdrawForCustomer',
    says: 'Ivo takes it back.',
    as: 'ben',
    params: TABLE,
    body: { how: 'phone', saidAt: '2026-11-22T09:00:00.000Z', reason: 'The scratch could be polished away.' },
  },
];

/** Lena's lamp: taken back, brought back, declined. */
export const LAMP_STORY: Step[] = [
  {
    operation: 'receiveComplaint',
    says: 'Lena hands in a complaint.',
    as: 'nobody',
    at: '2026-11-22T10:00:00.000Z',
    body: {
      channel: 'web',
      subject: 'Dark lamp',
      description: 'The lamp of the shop next door stays dark.',
      complainant: { name: 'Lena Roth', email: 'lena@example.org' },
      answerVia: 'tracking',
    },
    keep: 'lamp',
    quiet: true,
  },
  {
    operation: 'recordFact',
    says: 'Anna puts it on record.',
    as: 'anna',
    params: LAMP,
    body: { statement: 'The lamp is dark.', source: 'customer' },
    keep: 'dark',
    quiet: true,
  },
  {
    operation: 'withdrawOwnComplaint',
    says: 'Lena takes it back.',
    as: LENA,
    body: { reason: 'It was the bulb.' },
  },
  {
    operation: 'reopenOwnComplaint',
    says: 'Lena brings it back.',
    as: LENA,
    body: { reason: 'It was not the bulb.' },
  },
  {
    operation: 'declineComplaint',
    says: 'Sam declines it: the lamp is not ours.',
    as: 'sam',
    params: LAMP,
    body: { reason: 'out_of_scope', message: 'We did not make this lamp. The shop next door did.' },
  },
];

/** And brought back by the house. */
export const LAMP_AGAIN: Step[] = [
  {
    operation: 'reopenComplaint',
    says: 'The lamp is ours after all, so Sam brings it back.',
    as: 'sam',
    params: LAMP,
    body: { reason: 'The shop next door sells our lamps.' },
  },
];
