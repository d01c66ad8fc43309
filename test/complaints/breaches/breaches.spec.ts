import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Breached, Problem } from '../../support/resources.js';
import { ago, attempt, entryTypes, errors, offers, promise, promises, unmet } from '../steps.js';
import { Breaches } from './breaches.js';

const app = useTestApp();
const its = new Breaches(app);

describe('a broken promise', () => {
  it('becomes a breach that is unanswered, read by itself and in the list', async () => {
    const made = await its.broken();
    const one = await its.one(made, 'callback');
    const { id, brokenAt } = await promise(app, made, 'callback', 'broken');
    expect(one).toMatchObject({
      promiseId: id,
      state: 'unanswered',
      brokenAt,
      cause: null,
      answeredBy: null,
    });
    const read = await app.as('ben').get<Breached>(`/v1/complaints/${made.id}/breaches/${one.id}`);
    expect([read.body, read.headers.get('etag')]).toEqual([one, `"${String(one.version)}"`]);
  });

  it('is hidden from nobody of the house, and not there in another complaint', async () => {
    const made = await its.broken();
    const other = await app.make.complaint();
    const one = await its.one(made, 'callback');
    expect((await app.as('sam').get(`/v1/complaints/${other.id}/breaches/${one.id}`)).status).toBe(404);
    expect((await its.answer(other, one)).status).toBe(404);
  });

  it('stands in the way of a decision, by name', async () => {
    const made = await its.broken();
    const one = await its.one(made, 'callback');
    const refused = await attempt(app, made, 'resolve');
    expect(unmet(refused)).toEqual(['breach_unanswered']);
    expect(refused.body.unmet?.[0]?.ids).toEqual([one.id]);
    const offer = (await offers(app, made)).find(({ action }) => action === 'resolve');
    expect(offer?.unmet.map(({ code }) => code)).toEqual(['breach_unanswered']);
    expectStatus(200, await its.answer(made, one));
    expectStatus(200, await attempt(app, made, 'resolve'));
  });

  it('stands in the way of declining, but not where it is no complaint at all', async () => {
    const made = await its.broken();
    expect(unmet(await attempt(app, made, 'decline', 'sam'))).toEqual(['breach_unanswered']);
    expectStatus(200, await attempt(app, made, 'decline', 'sam', { reason: 'spam', message: null }));
  });
});

describe('a breach that needs no answer', () => {
  it('is waived by a supervisor, with a reason', async () => {
    const made = await its.broken();
    const one = await its.one(made, 'callback');
    expect((await its.tell(made, one, 'waive', { reason: 'Agreed.' })).status).toBe(403);
    const waived = expectStatus(200, await its.tell(made, one, 'waive', { reason: 'Agreed.' }, 'sam'));
    expect(waived).toMatchObject({ state: 'waived', reason: 'Agreed.', apologyMessageId: null });
    expectStatus(200, await attempt(app, made, 'resolve'));
    expect(unmet(await its.tell(made, one, 'waive', { reason: 'Again.' }, 'sam'))).toEqual([
      'state_not_allowed',
    ]);
  });

  it('is withdrawn by the proof that the promise was kept in time, and both stay on record', async () => {
    const made = await its.broken();
    const one = await its.one(made, 'callback');
    const late = { keptAt: ago(app, 0), reason: 'A list of calls.' };
    expect(errors(await its.tell(made, one, 'withdraw', late, 'sam'))).toEqual(['/keptAt max']);
    const proof = { ...late, keptAt: ago(app, 2) };
    expect(expectStatus(200, await its.tell(made, one, 'withdraw', proof, 'sam')).state).toBe('withdrawn');
    expect(await promise(app, made, 'callback', 'kept')).toMatchObject({
      keptAt: proof.keptAt,
      brokenAt: null,
    });
    const types = await entryTypes(app, made);
    expect(types).toEqual(expect.arrayContaining(['promise.broken', 'breach.withdrawn', 'promise.kept']));
  });

  it('is withdrawn by itself where words said in time are put on record late', async () => {
    const made = await app.make.complaint();
    const saidAt = ago(app, 0);
    await app.passTime({ days: 2 });
    expectStatus(200, await attempt(app, made, 'acknowledge', 'anna', { said: { how: 'phone', saidAt } }));
    expect((await its.one(made, 'acknowledge')).state).toBe('withdrawn');
    await promise(app, made, 'acknowledge', 'kept');
  });

  it('kept late stays owed, also after the proof of a call that came too late', async () => {
    const made = await its.broken();
    const { id } = await promise(app, made, 'callback', 'broken');
    expectStatus(200, await app.as('anna').post(`/v1/complaints/${made.id}/promises/${id}/actions/keep`, {}));
    await promise(app, made, 'callback', 'kept_late');
    expect(unmet(await attempt(app, made, 'resolve'))).toEqual(['breach_unanswered']);
    const proof = { keptAt: ago(app, 2), reason: 'A list of calls.' };
    expectStatus(200, await its.tell(made, await its.one(made, 'callback'), 'withdraw', proof, 'sam'));
    await promise(app, made, 'callback', 'kept');
  });
});

describe('a promise whose breach is answered', () => {
  it('may get another date, and what it was stays broken', async () => {
    const made = await its.broken();
    const { id } = await promise(app, made, 'callback', 'broken');
    const path = `/v1/complaints/${made.id}/promises/${id}/actions/move`;
    const move = { dueAt: app.inDays(2), reason: 'Nobody was there.', message: 'We call on Friday.' };
    expect(unmet(await app.as('anna').post<Problem>(path, move))).toEqual(['promise_due']);
    expectStatus(200, await its.answer(made, await its.one(made, 'callback')));
    const moved = expectStatus(200, await app.as('anna').post<{ brokenAt: string }>(path, move));
    expect(moved.brokenAt).not.toBeNull();
    expect((await promise(app, made, 'callback')).dueAt).toBe(move.dueAt);
  });

  it('may be released by the word of the customer', async () => {
    const made = await its.broken();
    const { id } = await promise(app, made, 'callback', 'broken');
    const path = `/v1/complaints/${made.id}/promises/${id}/actions/release`;
    const said = { said: { how: 'phone', saidAt: ago(app, 0) } };
    expect(unmet(await app.as('anna').post<Problem>(path, said))).toEqual(['not_releasable']);
    expectStatus(200, await its.answer(made, await its.one(made, 'callback')));
    expectStatus(200, await app.as('anna').post(path, said));
    expect((await promises(app, made)).find((one) => one.id === id)?.state).toBe('released');
  });
});
