import { expect, it } from '@jest/globals';
import { courseOf, type PromiseEntry } from '../../../../src/complaints/promises/explanation/explain.js';

/** As entries were written before rules were on record. */
const MADE = {
  type: 'promise.made',
  at: '2026-11-20T09:00:00.000Z',
  data: { kind: 'resolve', legal: false, dueAt: '2026-12-18T09:00:00.000Z', pausedSince: null },
} as unknown as PromiseEntry;

const RESUMED = {
  type: 'promise.recomputed',
  at: '2026-11-25T09:00:00.000Z',
  data: { kind: 'resolve', dueAt: '2026-12-20T09:00:00.000Z', cause: 'resumed' },
} as unknown as PromiseEntry;

it('entries from before rules were on record are explained as far as they go', () => {
  const course = courseOf([MADE, RESUMED]);
  expect(course).toMatchObject({ rule: null, pauses: [], from: new Date(MADE.at) });
  expect(course.dueAt).toEqual(new Date('2026-12-20T09:00:00.000Z'));
});
