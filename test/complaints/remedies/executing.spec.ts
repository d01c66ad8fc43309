import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { attempt, entryTypes, promises, unmet } from '../steps.js';
import { Remedies } from './remedies.js';

const app = useTestApp();
const its = new Remedies(app);
const PAID = { externalReference: 'PAY-1', note: 'By bank.' };

describe('carrying out', () => {
  it('keeps the promise, and the same once more changes nothing', async () => {
    const made = await app.make.complaint();
    const remedy = expectStatus(201, await its.ask(made, { type: 'repair' }));
    const done = expectStatus(200, await its.tell(made, remedy, 'execute', PAID, 'ben'));
    expect(done).toMatchObject({ state: 'executed', externalReference: 'PAY-1', note: 'By bank.' });
    const promise = (await promises(app, made)).find(({ id }) => id === remedy.promiseId);
    expect(promise).toMatchObject({ state: 'kept', keptAt: done.executedAt });
    const { version } = await app.make.read(made);
    expect(expectStatus(200, await its.tell(made, remedy, 'execute', PAID, 'sam'))).toEqual(done);
    expect((await app.make.read(made)).version).toBe(version);
    const other = { externalReference: 'PAY-2' };
    expect(unmet(await its.tell(made, remedy, 'execute', other, 'sam'))).toEqual(['executed_otherwise']);
    expect((await entryTypes(app, made)).filter((type) => type === 'remedy.executed')).toHaveLength(1);
  });

  it('is possible after the decision, and needs an approved one', async () => {
    const made = await app.make.complaint('in_progress');
    const pending = await its.refund(made, '1', 'EUR');
    expect(unmet(await its.tell(made, pending, 'execute', PAID, 'sam'))).toEqual(['state_not_allowed']);
    expectStatus(200, await its.tell(made, pending, 'refuse', { reason: 'No.' }, 'sam'));
    const remedy = expectStatus(201, await its.ask(made, { type: 'replacement' }));
    expectStatus(200, await attempt(app, made, 'resolve'));
    expect(expectStatus(200, await its.tell(made, remedy, 'execute', PAID, 'sam')).state).toBe('executed');
  });

  it('is the only way to keep its promise, also where that got another date', async () => {
    const made = await app.make.complaint();
    const remedy = expectStatus(201, await its.ask(made, { type: 'repair' }));
    const at = (id: string | null, action: string) =>
      `/v1/complaints/${made.id}/promises/${id ?? ''}/actions/${action}`;
    expect(unmet(await app.as('anna').post(at(remedy.promiseId, 'keep'), {}))).toEqual([
      'kept_by_action_only',
    ]);
    const later = { dueAt: app.inDays(20), reason: 'Parts are missing.', message: 'It takes until then.' };
    expectStatus(200, await app.as('anna').post(at(remedy.promiseId, 'move'), later));
    const moved = await its.one(made, remedy);
    expect(moved.promiseId).not.toBe(remedy.promiseId);
    expect(moved.version).toBe(remedy.version + 1);
    expectStatus(200, await its.tell(made, remedy, 'execute', PAID, 'anna'));
    const promise = (await promises(app, made)).find(({ id }) => id === moved.promiseId);
    expect(promise?.state).toBe('kept');
  });

  it('keeps the promise late where it is late', async () => {
    const made = await app.make.complaint();
    const remedy = expectStatus(201, await its.ask(made, { type: 'repair', dueAt: app.inDays(1) }));
    await app.passTime({ days: 2 });
    expectStatus(200, await its.tell(made, remedy, 'execute', PAID, 'anna'));
    const promise = (await promises(app, made)).find(({ id }) => id === remedy.promiseId);
    expect(promise?.state).toBe('kept_late');
  });

  it('follows its promise when the complaint comes back', async () => {
    const made = await app.make.complaint();
    const remedy = expectStatus(201, await its.ask(made, { type: 'repair' }));
    expectStatus(200, await attempt(app, made, 'withdraw'));
    expect(unmet(await its.tell(made, remedy, 'execute', PAID, 'sam'))).toEqual(['state_not_allowed']);
    expectStatus(200, await attempt(app, made, 'reopen', 'sam'));
    const { promiseId } = await its.one(made, remedy);
    expect(promiseId).not.toBe(remedy.promiseId);
    expectStatus(200, await its.tell(made, remedy, 'execute', PAID, 'sam'));
    expect((await promises(app, made)).find(({ id }) => id === promiseId)?.state).toBe('kept');
  });
});

describe('taking back', () => {
  it('is a supervisor’s, and releases the promise', async () => {
    const made = await app.make.complaint();
    const remedy = expectStatus(201, await its.ask(made, { type: 'repair' }));
    const reason = { reason: 'It was our neighbour’s.' };
    expect((await its.tell(made, remedy, 'reverse', reason, 'anna')).status).toBe(403);
    expect(expectStatus(200, await its.tell(made, remedy, 'reverse', reason, 'sam'))).toMatchObject({
      state: 'reversed',
      decisionReason: reason.reason,
      decidedBy: { name: 'Sam Supervisor' },
    });
    const promise = (await promises(app, made)).find(({ id }) => id === remedy.promiseId);
    expect(promise?.state).toBe('released');
    expect(unmet(await its.tell(made, remedy, 'reverse', reason, 'sam'))).toEqual(['state_not_allowed']);
  });

  it('is possible after it was carried out: what was kept stays kept', async () => {
    const made = await app.make.complaint();
    const remedy = expectStatus(201, await its.ask(made, { type: 'repair' }));
    expectStatus(200, await its.tell(made, remedy, 'execute', PAID, 'anna'));
    const back = expectStatus(200, await its.tell(made, remedy, 'reverse', { reason: 'Twice.' }, 'sam'));
    expect(back).toMatchObject({ state: 'reversed', externalReference: 'PAY-1' });
    const promise = (await promises(app, made)).find(({ id }) => id === remedy.promiseId);
    expect(promise?.state).toBe('kept');
  });
});

it('is not there in another complaint, and not changed by one who saw another version', async () => {
  const [made, other] = [await app.make.complaint(), await app.make.complaint()];
  const remedy = expectStatus(201, await its.ask(made, { type: 'repair' }));
  expect((await its.tell(other, remedy, 'execute', PAID, 'anna')).status).toBe(404);
  const path = `/v1/complaints/${made.id}/remedies/${remedy.id}/actions/execute`;
  expect((await app.as('anna').post(path, PAID, { 'If-Match': '"7"' })).status).toBe(412);
});
