import { expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { merge, tryMerge } from '../merging/merges.js';
import { attempt, timeline, unmet } from '../steps.js';
import { Representation } from './representing.js';

const app = useTestApp();
const parties = new Representation(app);

it('a representative goes with a merge, and is out of both when ended there', async () => {
  const [first, made, into] = [
    await app.make.complaint(),
    await app.make.complaint(),
    await app.make.complaint('in_progress'),
  ];
  const one = await parties.name(made);
  await merge(app, first, made);
  await merge(app, made, into);
  expect(await parties.list(made)).toEqual([]);
  expect(await parties.list(into)).toMatchObject([{ id: one.id, state: 'claimed', version: 2 }]);
  expect((await app.make.read(made)).representative).toBeNull();
  const absorbed = (await timeline(app, into)).find(({ type }) => type === 'complaint.absorbed');
  expect(absorbed?.data).toMatchObject({ representativeId: one.id });
  expect(unmet(await attempt(app, into, 'resolve'))).toEqual(['representative_unconfirmed']);
  await parties.done(into, one, 'confirm');
  for (const { trackingToken } of [first, made, into]) expect(await parties.opens(trackingToken)).toBe(200);
  const { trackingToken: next = '' } = await parties.done(into, one, 'end');
  for (const { trackingToken } of [first, made, into]) expect(await parties.opens(trackingToken)).toBe(401);
  expect(await parties.opens(next)).toBe(200);
  expectStatus(200, await attempt(app, into, 'resolve'));
});

it('two representatives are one too many', async () => {
  const [made, into] = [await app.make.complaint(), await app.make.complaint()];
  const [here, there] = [await parties.name(made), await parties.name(into)];
  const refusal = await tryMerge(app, made, into);
  expect(unmet(refusal)).toEqual(['two_representatives']);
  expect(refusal.body.unmet).toMatchObject([{ ids: [here.id, there.id] }]);
  await parties.done(made, here, 'refuse');
  await merge(app, made, into);
  expect(await parties.list(into)).toMatchObject([{ id: there.id, version: 1 }]);
});

it('in a complaint that rests nobody is named', async () => {
  const made = await app.make.complaint('merged');
  expect(unmet(await parties.ask(made))).toEqual(['state_not_allowed']);
});

it('a call that is asked again changes nothing more, and answers the token that opens', async () => {
  const made = await app.make.complaint();
  const one = await parties.name(made);
  const headers = { 'Idempotency-Key': '"refuse-him-exactly-once"' };
  const first = await parties.tell(made, one, 'refuse', undefined, 'anna', headers);
  const again = await parties.tell(made, one, 'refuse', undefined, 'anna', headers);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.body.trackingToken).toBe(first.body.trackingToken);
  expect(await parties.opens(first.body.trackingToken ?? '')).toBe(200);
});
