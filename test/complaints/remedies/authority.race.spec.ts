import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import { Remedies, type RemedyShown } from './remedies.js';

const app = useTestApp();
const its = new Remedies(app);
const WIDE = { perRemedy: '100', perComplaint: '99999', perPeriod: '500' };

/** How often each state was answered. */
function tally(remedies: RemedyShown[]): Record<string, number> {
  const states: Record<string, number> = {};
  for (const { state } of remedies) states[state] = (states[state] ?? 0) + 1;
  return states;
}

/** Deleting the lock of the user (`grantingSubject` in granting.ts, as a subject of the write) breaks the first one. */
describe('of a hundred remedies of 10 at once against 500 in the period fifty are granted', () => {
  it('over different complaints', async () => {
    await its.authority({ of: 'anna' }, 'EUR', WIDE);
    const made: Made[] = [];
    for (let index = 0; index < 20; index++) made.push(await app.make.complaint());
    const at = (index: number) => made[index % made.length] ?? { id: '' };
    const all = Array.from({ length: 100 }, (_, index) => its.refund(at(index) as Made, '10.00', 'EUR'));
    expect(tally(await Promise.all(all))).toEqual({ approved: 50, pending_approval: 50 });
    expect(await its.mine('anna', 'EUR')).toMatchObject({ amount: '0.00' });
  });

  it('on one', async () => {
    await its.authority({ of: 'anna' }, 'USD', WIDE);
    const made = await app.make.complaint();
    const all = Array.from({ length: 100 }, () => its.refund(made, '10.00', 'USD'));
    expect(tally(await Promise.all(all))).toEqual({ approved: 50, pending_approval: 50 });
  });

  it('and approvals of what others proposed count with what one grants oneself', async () => {
    await its.authority({ of: 'sam' }, 'GBP', WIDE);
    const made: Made[] = [];
    for (let index = 0; index < 10; index++) made.push(await app.make.complaint());
    const waiting: [Made, RemedyShown][] = [];
    for (let index = 0; index < 60; index++) {
      const one = made[index % 10];
      if (one) waiting.push([one, await its.refund(one, '10.00', 'GBP')]);
    }
    const approved = await Promise.all(
      waiting.map(async ([one, remedy], index) => {
        if (index % 6 === 0) return (await its.refund(one, '10.00', 'GBP', 'sam')).state === 'approved';
        return (await its.tell(one, remedy, 'approve', {}, 'sam')).status === 200;
      }),
    );
    expect(approved.filter(Boolean)).toHaveLength(50);
  });
});

/** Counting only what the one who grants granted before (`SUMS` in granting.ts) breaks this. */
it('two who grant at once on one complaint do not get beyond its limit together', async () => {
  await its.authority({ role: 'agent' }, 'DKK', { ...WIDE, perComplaint: '100' });
  const made = await app.make.complaint();
  const by = (index: number) => (index % 2 ? 'anna' : 'ben');
  const all = Array.from({ length: 40 }, (_, index) => its.refund(made, '10.00', 'DKK', by(index)));
  expect(tally(await Promise.all(all))).toEqual({ approved: 10, pending_approval: 30 });
  const left = [await its.mine('anna', 'DKK', made), await its.mine('ben', 'DKK', made)];
  expect(left.map((room) => room?.amount)).toEqual(['0.00', '0.00']);
  expect(await its.mine('ben', 'DKK', await app.make.complaint())).toMatchObject({ amount: '100.00' });
});

it('of many approvals of one remedy at once one is taken', async () => {
  await its.authority({ role: 'supervisor' }, 'SEK', WIDE);
  const made = await app.make.complaint();
  const remedy = await its.refund(made, '10', 'SEK');
  const by = (index: number) => (index % 2 ? 'sam' : 'sue');
  const all = Array.from({ length: 20 }, (_, index) => its.tell(made, remedy, 'approve', {}, by(index)));
  const statuses = (await Promise.all(all)).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
  const rooms = [await its.mine('sam', 'SEK'), await its.mine('sue', 'SEK')];
  expect(rooms.map((room) => room?.amount)).toEqual(['100.00', '100.00']);
});
