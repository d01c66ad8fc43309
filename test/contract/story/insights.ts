import type { Step } from './step.js';

/** What Sam learns about the house from what happened. */
export const INSIGHTS: Step[] = [
  {
    operation: 'listPunctuality',
    says: 'Sam compares how well each kind of promise is kept.',
    as: 'sam',
    query: { by: 'kind', from: '2026-11-20', limit: 3 },
  },
  {
    operation: 'listPunctuality',
    name: 'byOwner',
    says: 'Sam looks at first answers and decisions, owner by owner.',
    as: 'sam',
    query: { by: 'owner', kind: ['acknowledge', 'resolve'], limit: 2 },
  },
];
