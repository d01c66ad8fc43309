import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { Breaches } from '../breaches/breaches.js';
import { isStillOwed } from '../../../src/complaints/merging/strictest.js';
import type { ComplaintState } from '../../../src/complaints/complaint.states.js';
import type { PromiseKind } from '../../../src/complaints/complaint.words.js';
import { attempt, entryTypes, promise, standing, timeline, unmet } from '../steps.js';
import { merge } from './merges.js';

const app = useTestApp();
const its = new Breaches(app);

interface Explained {
  dueAt: string;
  from: string;
  entries: { type: string }[];
}

const explained = async (complaintId: string, promiseId: string) =>
  expectStatus(
    200,
    await app.as('otto').get<Explained>(`/v1/complaints/${complaintId}/promises/${promiseId}/explanation`),
  );

describe('of two promises of the house for the same', () => {
  it('the stricter one holds, whichever complaint has it', async () => {
    const early = await app.make.complaint('acknowledged');
    const first = await promise(app, early, 'resolve');
    await app.passTime({ days: 3 });
    const late = await app.make.complaint('acknowledged');
    const resolve = await promise(app, late, 'resolve');
    await merge(app, early, late);
    expect(await promise(app, late, 'resolve')).toMatchObject({ id: resolve.id, dueAt: first.dueAt });
    const recomputed = (await timeline(app, late)).filter(({ type }) => type === 'promise.recomputed');
    expect(recomputed.find(({ subject }) => subject.id === resolve.id)?.data).toMatchObject({
      cause: 'merged',
      formerDueAt: resolve.dueAt,
      dueAt: first.dueAt,
    });
    expect(await explained(late.id, resolve.id)).toMatchObject({ dueAt: first.dueAt });
    expect(await standing(app, early)).toContain('resolve released');
    expect((await app.make.read(late)).nextDueAt).not.toBeNull();

    const third = await app.make.complaint('acknowledged');
    await merge(app, third, late);
    expect((await promise(app, late, 'resolve')).dueAt).toBe(first.dueAt);
    expect((await entryTypes(app, third)).filter((type) => type === 'promise.recomputed')).toEqual([]);
  });

  it('the customer waits for it as before, where the house waits for the customer', async () => {
    const early = await app.make.complaint('in_progress');
    const first = await promise(app, early, 'resolve');
    await app.passTime({ days: 2 });
    const waits = await app.make.complaint('awaiting_customer');
    await merge(app, early, waits);
    const resolve = await promise(app, waits, 'resolve');
    expect(resolve.dueAt).toBe(first.dueAt);
    expect(resolve.pausedSince).not.toBeNull();
    await app.passTime({ days: 1 });
    await app.make.act(waits, 'resume');
    const later = (await promise(app, waits, 'resolve')).dueAt;
    expect(Date.parse(later) - Date.parse(first.dueAt)).toBeGreaterThan(0.9 * 86_400_000);
    expect(await explained(waits.id, resolve.id)).toMatchObject({ dueAt: later });
  });

  it('what the other one has kept already is not promised again', async () => {
    const [made, into] = [await app.make.complaint(), await app.make.complaint('in_progress')];
    await merge(app, made, into);
    expect(await standing(app, made)).toEqual(['acknowledge released', 'resolve released']);
    expect((await standing(app, into)).filter((one) => one.endsWith('open'))).toEqual([
      'action open',
      'resolve open',
      'update open',
    ]);
  });

  it('what only one of them promised is promised on, until the other has come further than that', () => {
    const owed = (kind: PromiseKind, state: ComplaintState, askedIn: ComplaintState | null = null) =>
      isStillOwed({ state, askedIn }, kind);
    expect([owed('acknowledge', 'received'), owed('acknowledge', 'acknowledged')]).toEqual([true, false]);
    expect([owed('name_owner', 'facts_established'), owed('name_owner', 'in_progress')]).toEqual([
      true,
      false,
    ]);
    const waits = 'awaiting_customer';
    expect([owed('establish_facts', waits, 'acknowledged'), owed('establish_facts', waits)]).toEqual([
      true,
      false,
    ]);
    expect([owed('resolve', 'in_progress'), owed('update', waits)]).toEqual([true, true]);
  });
});

describe('what was broken', () => {
  it('goes with its breach as it is, and stands in the way of a decision there', async () => {
    const made = await app.make.complaint('in_progress');
    const call = await app.make.callback(made);
    await app.passTime({ days: 3 });
    const breach = await its.one(made, 'callback');
    const into = await app.make.complaint('in_progress');
    await merge(app, made, into);
    expect(await its.of(made)).toEqual([]);
    expect(await its.one(into, 'callback')).toMatchObject({
      id: breach.id,
      promiseId: call.id,
      state: 'unanswered',
    });
    expect(unmet(await attempt(app, into, 'resolve'))).toEqual(['breach_unanswered']);
    expect((await explained(into.id, call.id)).entries.map(({ type }) => type)).toContain('promise.broken');
    expectStatus(200, await its.answer(into, breach));
    expectStatus(
      200,
      await app.as('anna').post(`/v1/complaints/${into.id}/promises/${call.id}/actions/keep`, {}),
    );
    expect((await promise(app, into, 'callback', 'kept_late')).id).toBe(call.id);
    expectStatus(200, await attempt(app, into, 'resolve'));
    const ids = (await timeline(app, into)).find(({ type }) => type === 'complaint.absorbed')?.data;
    expect(ids).toMatchObject({ brokenPromiseIds: [call.id], breachIds: [breach.id] });
  });

  it('is broken at the moment of the merge by whoever sees it first, and then goes', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.callback(made);
    app.advance({ days: 3 });
    const into = await app.make.complaint('in_progress');
    await merge(app, made, into);
    expect((await its.one(into, 'callback')).state).toBe('unanswered');
    expect(await entryTypes(app, made)).toContain('promise.broken');
  });

  it('and is answered already goes only where it is still to be done', async () => {
    const made = await app.make.complaint('in_progress');
    const call = await app.make.callback(made);
    await app.passTime({ days: 3 });
    expectStatus(200, await its.answer(made, await its.one(made, 'callback')));
    const kept = `/v1/complaints/${made.id}/promises/${call.id}/actions/keep`;
    expectStatus(200, await app.as('anna').post(kept, {}));
    const into = await app.make.complaint('in_progress');
    await merge(app, made, into);
    expect((await its.one(made, 'callback')).state).toBe('answered');
    expect(await its.of(into)).toEqual([]);
  });

  it('and whose apology waits to be said is to be apologised for there', async () => {
    const made = await app.make.complaint('in_progress', { answerVia: 'phone', complainant: PHONE });
    await app.make.callback(made);
    await app.passTime({ days: 3 });
    const breach = await its.one(made, 'callback');
    expectStatus(200, await its.answer(made, breach));
    const into = await app.make.complaint('in_progress', { complainant: PHONE });
    await merge(app, made, into);
    expect(await its.one(into, 'callback')).toMatchObject({ state: 'unanswered', apologyMessageId: null });
    expectStatus(200, await its.answer(into, breach));
    expect((await its.one(into, 'callback')).state).toBe('answered');
  });
});

const PHONE = { name: 'Marta Kis', phone: '+36 1 234 5678' };
