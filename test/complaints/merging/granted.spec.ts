import { expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { Remedies } from '../remedies/remedies.js';
import { promises, timeline } from '../steps.js';
import { merge } from './merges.js';

const app = useTestApp();
const its = new Remedies(app);

it('what was granted, or waits to be, goes on with the complaint that goes on', async () => {
  await its.authority({ of: 'anna' }, 'CHF');
  await its.authority({ of: 'sam' }, 'CHF', { perRemedy: '900', perComplaint: '900', perPeriod: '900' });
  const [made, into] = [await app.make.complaint('in_progress'), await app.make.complaint('in_progress')];
  const approved = await its.refund(made, '40', 'CHF');
  const waits = await its.refund(made, '300', 'CHF');
  const refused = await its.refund(made, '301', 'CHF');
  expectStatus(200, await its.tell(made, refused, 'refuse', { reason: 'Too much.' }, 'sam'));
  await merge(app, made, into);

  expect((await its.one(made, refused)).state).toBe('refused');
  const carried = await its.one(into, approved);
  expect(carried).toMatchObject({ state: 'approved', version: approved.version + 1 });
  expect(carried.promiseId).not.toBe(approved.promiseId);
  const absorbed = (await timeline(app, into)).find(({ type }) => type === 'complaint.absorbed');
  expect(new Set(absorbed?.data['remedyIds'] as string[])).toEqual(new Set([approved.id, waits.id]));

  const dueAt = app.inDays(5);
  expectStatus(200, await its.tell(into, waits, 'approve', { dueAt }, 'sam'));
  expectStatus(200, await its.tell(into, approved, 'execute', { externalReference: 'PAY-7' }, 'anna'));
  const kept = (await promises(app, into)).find(({ id }) => id === carried.promiseId);
  expect(kept).toMatchObject({ what: 'Refund: 40.00 CHF', state: 'kept' });
});

it('what was granted on a merged complaint counts for the limit of the one that goes on', async () => {
  await its.authority({ role: 'agent' }, 'HUF', { perRemedy: '100', perComplaint: '200', perPeriod: '9000' });
  const [first, made, into] = [
    await app.make.complaint(),
    await app.make.complaint(),
    await app.make.complaint(),
  ];
  const done = await its.refund(first, '70', 'HUF');
  expectStatus(200, await its.tell(first, done, 'execute', { externalReference: 'PAY-8' }, 'anna'));
  await its.refund(made, '60', 'HUF');
  await merge(app, first, made);
  expect(await its.mine('ben', 'HUF', made)).toMatchObject({ amount: '70.00' });
  await merge(app, made, into);
  expect(await its.mine('ben', 'HUF', into)).toMatchObject({ amount: '70.00' });
  expect((await its.refund(into, '71', 'HUF', 'ben')).state).toBe('pending_approval');
  expect((await its.refund(into, '70', 'HUF', 'ben')).state).toBe('approved');

  // Brought back, it has its own again; what went on with the other stays there.
  const reopen = `/v1/complaints/${made.id}/actions/reopen`;
  expectStatus(200, await app.as('sam').post(reopen, { reason: 'It was another bed.' }));
  expect(await its.mine('ben', 'HUF', made)).toMatchObject({ amount: '100.00' });
  expect(await its.mine('ben', 'HUF', into)).toMatchObject({ amount: '70.00' });
});
