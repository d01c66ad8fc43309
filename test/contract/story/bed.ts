import type { Step } from './step.js';

const MARTA = '{receipt.trackingToken}';
const BED = { id: '{bed.id}' };

/** Marta's bed: handed in on the web, looked into, decided, disputed and settled. */
export const BED_STORY: Step[] = [
  {
    operation: 'receiveComplaint',
    name: 'public',
    says: 'Marta hands in her complaint on the web.',
    as: 'nobody',
    at: '2026-11-20T09:30:00.000Z',
    body: {
      channel: 'web',
      language: 'en',
      subject: 'Broken bed',
      description: 'The bed arrived with a broken leg, and nobody answers the phone.',
      desiredOutcome: 'A new leg this week',
      complainant: { name: 'Marta Kis', email: 'marta@example.org', phone: '+36 1 234 5678' },
      answerVia: 'tracking',
      product: 'Bed Aurora',
      orderReference: 'A-1001',
      occurredAt: '2026-11-18T15:00:00.000Z',
    },
    keep: 'receipt',
  },
  {
    operation: 'getComplaint',
    says: 'Anna reads it.',
    as: 'anna',
    params: { id: '{receipt.id}' },
    keep: 'bed',
  },
  {
    operation: 'acknowledgeComplaint',
    says: 'Anna says sorry, and what happens next.',
    as: 'anna',
    params: BED,
    headers: { 'Idempotency-Key': '"3f0c8a52-93b1-4f0e-8d0b-2a7a2f6f0d51"' },
    body: { message: 'We are sorry that you sleep on the floor. We look into it today.' },
    keep: 'bed',
  },
  { operation: 'getTracking', says: 'Marta sees what comes next.', as: MARTA },
  {
    operation: 'updateComplaint',
    says: 'Sam adds tags, and who is complained about.',
    as: 'sam',
    params: BED,
    headers: { 'If-Match': '"{bed.version}"' },
    body: { tags: ['delivery', 'furniture'], severity: 'medium', complainedAboutUserIds: ['{ben.id}'] },
    keep: 'bed',
  },
  { operation: 'listActions', says: 'Anna sees what she can do now.', as: 'anna', params: BED },
  {
    operation: 'recordFact',
    says: 'Anna puts on record what Marta says.',
    as: 'anna',
    params: BED,
    body: {
      statement: 'The left front leg was broken on arrival.',
      source: 'customer',
      occurredAt: '2026-11-18T15:00:00.000Z',
    },
    keep: 'fact',
  },
  {
    operation: 'settleFact',
    says: 'A photo shows it.',
    as: 'anna',
    params: { ...BED, factId: '{fact.id}' },
    headers: { 'If-Match': '"{fact.version}"' },
    body: { standing: 'confirmed', reason: 'A photo taken at the door shows it.' },
  },
  { operation: 'getFact', says: 'Otto reads the fact.', as: 'otto', params: { ...BED, factId: '{fact.id}' } },
  { operation: 'listFacts', says: 'Otto lists the facts.', as: 'otto', params: BED },
  {
    operation: 'establishFacts',
    says: 'Anna states what happened.',
    as: 'anna',
    params: BED,
    body: {
      summary: 'The bed was delivered with a broken leg; the phone was not answered for two days.',
      assessment: {
        severity: 'medium',
        safety: false,
        complexity: 'low',
        impact: 'Sleeps on the floor.',
        immediateAction: 'A mattress was sent.',
      },
    },
  },
  {
    operation: 'assignOwner',
    says: 'Anna can give it to nobody else, not to Ben, and not without saying what will be done.',
    as: 'anna',
    params: BED,
    body: { ownerId: '{ben.id}' },
    refused: 'action_refused',
  },
  {
    operation: 'assignOwner',
    says: 'Anna takes it on, and says what will be done.',
    as: 'anna',
    params: BED,
    body: {
      ownerId: '{anna.id}',
      agreedActions: [{ what: 'Send a new left front leg', dueAt: '2026-12-11T16:00:00.000Z' }],
      message: 'I take care of it myself.',
    },
  },
];
