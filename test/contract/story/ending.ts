import type { Step } from './step.js';

const MARTA = '{receipt.trackingToken}';
const BED = { id: '{bed.id}' };

/** How Marta's complaint ends, and what stays on record. */
export const ENDING: Step[] = [
  {
    operation: 'writeMessage',
    says: 'Anna answers what Marta asked.',
    as: 'anna',
    at: '2026-12-01T09:00:00.000Z',
    params: BED,
    body: { audience: 'customer', body: 'Sam Supervisor looks into the telephone.' },
    quiet: true,
  },
  {
    operation: 'resolveComplaint',
    says: 'Anna decides, with reasons.',
    as: 'anna',
    params: BED,
    body: {
      outcome: 'upheld',
      explanation:
        'The leg broke on our way to you, and we did not answer the telephone. Both are our fault.',
      rootCause: { text: 'Packed without corner guards.' },
    },
  },
  {
    operation: 'disputeDecision',
    says: 'Marta is not content.',
    as: MARTA,
    at: '2026-12-02T20:00:00.000Z',
    body: { reason: 'Nobody says what changes about the telephone.' },
  },
  {
    operation: 'writeMessage',
    says: 'Anna answers.',
    as: 'anna',
    params: BED,
    body: { audience: 'customer', body: 'From Monday two people answer it.' },
    quiet: true,
  },
  {
    operation: 'resolveComplaint',
    name: 'again',
    says: 'Anna decides again.',
    as: 'anna',
    params: BED,
    body: {
      outcome: 'upheld',
      explanation: 'The leg broke on our way to you. From Monday two people answer the telephone.',
      rootCause: { text: 'Packed without corner guards; one person at the telephone.' },
    },
  },
  { operation: 'acceptDecision', says: 'Marta is content.', as: MARTA, body: {} },
  {
    operation: 'getTimeline',
    says: 'Otto reads what happened, from the beginning.',
    as: 'otto',
    params: BED,
    query: { limit: 3 },
  },
  {
    operation: 'listEntries',
    says: 'Otto reads the log of one complaint.',
    as: 'otto',
    query: { complaintId: '{bed.id}', type: 'complaint.closed', from: '2026-11-20T09:00:00.000Z' },
  },
  {
    operation: 'listComplaints',
    says: 'Sam looks at what is due next.',
    as: 'sam',
    query: { state: ['open', 'closed'], sort: 'due', limit: 1, count: true },
  },
];
