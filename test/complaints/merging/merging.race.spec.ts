import { expect, it } from '@jest/globals';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import { race } from '../../support/race.js';
import { messages, promises } from '../steps.js';
import { seenBy, tryMerge } from './merges.js';

const app = useTestApp();

/** Deleting the lock of the second complaint (`subjects` in `workOnTwo`, cases.service.ts) breaks each of these. */

it('of two who merge crosswise one wins, and nothing is lost (Zammad 1216)', async () => {
  for (let round = 0; round < 8; round += 1) {
    const pair = [await app.make.complaint('in_progress'), await app.make.complaint('in_progress')] as const;
    for (const [index, one] of pair.entries()) {
      await app.make.callback(one, { what: `Call ${String(index)}` });
      await app.make.byCustomer(one, 'messages', { body: `Words ${String(index)}` }, 201);
    }
    const tally = await race(2, (index) =>
      tryMerge(app, pair[index] as Made, pair[1 - index] as Made, index === 0 ? 'anna' : 'ben'),
    );
    expect(tally).toEqual({ '200': 1, '409 action_refused': 1 });
    const now = [await app.make.read(pair[0]), await app.make.read(pair[1])];
    expect(now.map(({ state }) => state).sort()).toEqual(['in_progress', 'merged']);
    const last = pair[now[0]?.state === 'merged' ? 1 : 0];
    const owed = (await promises(app, last)).filter(({ state }) => state === 'open').map(({ what }) => what);
    expect(owed).toEqual(expect.arrayContaining(['Call 0', 'Call 1']));
    const unheard = (await messages(app, last)).filter(
      ({ direction, heardAt }) => direction === 'in' && !heardAt,
    );
    expect(unheard.map(({ body }) => body).sort()).toEqual(['Words 0', 'Words 1']);
    const views = [await seenBy(app, pair[0]), await seenBy(app, pair[1])];
    expect(new Set(views.map(({ reference }) => reference)).size).toBe(1);
  }
});

it('fifty are merged into one at once', async () => {
  const into = await app.make.complaint('in_progress');
  const { version } = await app.make.read(into);
  const all: Made[] = [];
  for (let index = 0; index < 50; index += 1) {
    const made = await app.make.complaint();
    await app.make.callback(made, { what: `Call ${String(index)}`, dueAt: app.inDays(2) });
    all.push(made);
  }
  expect(await race(50, (index) => tryMerge(app, all[index] as Made, into))).toEqual({ '200': 50 });
  const after = await app.make.read(into);
  expect(after.version).toBe(version + 50);
  expect(after.promises.filter(({ kind }) => kind === 'callback')).toHaveLength(50);
  expect(after.promises.filter(({ kind }) => kind === 'resolve')).toHaveLength(1);
});

it('what a customer writes while their complaint is merged arrives', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [made, into] = [await app.make.complaint(), await app.make.complaint()];
    const customer = app.withToken(made.trackingToken);
    const tally = await race(6, (index) =>
      index === 3
        ? tryMerge(app, made, into)
        : customer.post('/v1/tracking/messages', { body: `Word ${String(index)}` }),
    );
    expect(tally).toEqual({ '200': 1, '201': 5 });
    const unheard = (await messages(app, into)).filter(({ direction }) => direction === 'in');
    expect(unheard.map(({ body }) => body).sort()).toEqual(
      [0, 1, 2, 4, 5].map((index) => `Word ${String(index)}`),
    );
  }
});
