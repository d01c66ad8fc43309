import type { Step } from './step.js';

const MARTA = '{receipt.trackingToken}';
const BED = { id: '{bed.id}' };

/** The weeks of work on Marta's bed. */
export const BED_WORK: Step[] = [
  {
    operation: 'askCustomer',
    says: 'Anna asks which leg it is.',
    as: 'anna',
    at: '2026-11-23T09:00:00.000Z',
    params: BED,
    body: { question: 'Does the leg have one hole or two?', replyBy: '2026-11-27T12:00:00.000Z' },
  },
  {
    operation: 'resumeComplaint',
    says: 'Anna finds the answer in a photo and goes on.',
    as: 'anna',
    params: BED,
    body: { note: 'A photo answers it: two holes.' },
  },
  {
    operation: 'writeFromTracking',
    says: 'Marta writes from her tracking page.',
    as: MARTA,
    at: '2026-11-24T18:00:00.000Z',
    body: { body: 'When does the leg come?' },
  },
  {
    operation: 'recordFact',
    name: 'staff',
    says: 'The driver says otherwise.',
    as: 'anna',
    params: BED,
    body: { statement: 'The leg was whole at the door.', source: 'staff' },
    keep: 'other',
  },
  {
    operation: 'resolveComplaint',
    says: 'Marta waits for an answer, and a fact is not settled.',
    as: 'anna',
    params: BED,
    body: {
      outcome: 'upheld',
      explanation: 'The leg broke on our way to you.',
      rootCause: { text: 'Packed without corner guards.' },
    },
    refused: 'action_refused',
  },
  {
    operation: 'settleFact',
    name: 'refuted',
    says: 'The photo refutes it.',
    as: 'anna',
    params: { ...BED, factId: '{other.id}' },
    headers: { 'If-Match': '"{other.version}"' },
    body: { standing: 'refuted', reason: 'The photo taken at the door shows the break.' },
  },
  {
    operation: 'writeMessage',
    name: 'toCustomer',
    says: 'Anna answers.',
    as: 'anna',
    params: BED,
    body: { audience: 'customer', body: 'The new leg was sent today.' },
    keep: 'letter',
  },
  {
    operation: 'writeMessage',
    name: 'internal',
    says: 'Anna notes something for the house.',
    as: 'anna',
    params: BED,
    body: { audience: 'internal', body: 'The carrier was told to use corner guards.' },
  },
  {
    operation: 'writeMessage',
    name: 'fromCustomer',
    says: 'Anna notes what Marta says on the telephone.',
    as: 'anna',
    params: BED,
    body: {
      audience: 'customer',
      direction: 'in',
      body: 'Thank you, the leg is here.',
      said: { how: 'phone', saidAt: '2026-11-24T18:00:00.000Z' },
    },
    keep: 'thanks',
  },
  {
    operation: 'hearMessage',
    says: 'It needs no answer.',
    as: 'anna',
    params: { ...BED, messageId: '{thanks.id}' },
    body: { note: 'Thanks need no answer.' },
  },
  {
    operation: 'getMessage',
    says: 'Otto reads what Marta was told.',
    as: 'otto',
    params: { ...BED, messageId: '{letter.id}' },
  },
  {
    operation: 'listMessages',
    says: 'Otto reads the words exchanged.',
    as: 'otto',
    params: BED,
    query: { limit: 3 },
  },
  {
    operation: 'escalateComplaint',
    says: 'Anna raises it.',
    as: 'anna',
    params: BED,
    body: { reason: 'The third broken leg this month.' },
  },
  {
    operation: 'escalateOwnComplaint',
    says: 'Marta raises it.',
    as: MARTA,
    body: { reason: 'I want somebody to answer for the telephone.' },
  },
];
