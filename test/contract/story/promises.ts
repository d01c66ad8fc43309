import type { Step } from './step.js';

const BED = { id: '{bed.id}' };

/** What Anna promises to Marta by hand. */
export const PROMISES_STORY: Step[] = [
  {
    operation: 'makePromise',
    says: 'Anna promises a call.',
    as: 'anna',
    params: BED,
    body: { kind: 'callback', what: 'Call about the new leg', dueAt: '2026-11-24T10:00:00.000Z' },
    keep: 'call',
  },
  {
    operation: 'getPromise',
    says: 'Otto reads the promise.',
    as: 'otto',
    params: { ...BED, promiseId: '{call.id}' },
  },
  {
    operation: 'movePromise',
    says: 'Anna gives it another date and tells Marta.',
    as: 'anna',
    params: { ...BED, promiseId: '{call.id}' },
    body: {
      dueAt: '2026-11-25T10:00:00.000Z',
      reason: 'The workshop answers a day later.',
      message: 'The workshop needs one more day, so I call you then.',
    },
    keep: 'moved',
  },
  {
    operation: 'keepPromise',
    says: 'Anna has called.',
    as: 'anna',
    params: { ...BED, promiseId: '{moved.movedToId}' },
    body: { note: 'Called; the leg leaves the workshop today.' },
  },
  {
    operation: 'makePromise',
    name: 'followUp',
    says: 'Anna promises to ask again.',
    as: 'anna',
    params: BED,
    body: { kind: 'follow_up', what: 'Ask whether the bed stands', dueAt: '2026-12-18T10:00:00.000Z' },
    keep: 'followUp',
  },
  {
    operation: 'releasePromise',
    says: 'Marta does not need it.',
    as: 'anna',
    params: { ...BED, promiseId: '{followUp.id}' },
    body: { said: { how: 'phone', saidAt: '2026-11-20T09:30:00.000Z' } },
  },
  {
    operation: 'listPromises',
    says: 'Otto lists all promises.',
    as: 'otto',
    params: BED,
    query: { limit: 3 },
  },
];
