import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { List, Promised } from '../../support/resources.js';
import { board, type Group } from './board.js';

const app = useTestApp();

const NOBODY = { kept: 0, keptLate: 0, broken: 0, moved: 0, total: 0 };

/** What changes about the callbacks of the house while something is done. */
async function changeBy(work: () => Promise<unknown>): Promise<Partial<Group>> {
  const callbacks = async () => (await board(app, 'by=kind&kind=callback')).items[0] ?? { ...NOBODY };
  const before = await callbacks();
  await work();
  const after = await callbacks();
  const names = Object.keys(NOBODY) as (keyof typeof NOBODY)[];
  return Object.fromEntries(
    names.map((name) => [name, after[name] - before[name]] as const).filter(([, change]) => change !== 0),
  );
}

let made: Made;

beforeAll(async () => {
  made = await app.make.complaint('in_progress');
});

/** As the owner, but for what only a supervisor may. */
async function act({ id }: Promised, action: string, body: object): Promise<void> {
  expectStatus(
    200,
    await app.as('anna').post(`/v1/complaints/${made.id}/promises/${id}/actions/${action}`, body),
  );
}

async function onBreach({ id }: Promised, action: string, body: object): Promise<void> {
  const path = `/v1/complaints/${made.id}/breaches`;
  const { items } = expectStatus(
    200,
    await app.as('sam').get<List<{ id: string; promiseId: string }>>(`${path}?limit=100`),
  );
  const breach = items.find(({ promiseId }) => promiseId === id);
  expectStatus(200, await app.as('sam').post(`${path}/${breach?.id ?? ''}/actions/${action}`, body));
}

const callback = () => app.make.callback(made, { dueAt: app.inDays(1) });
const brokenCallback = async () => {
  const promise = await callback();
  await app.passTime({ days: 2 });
  return promise;
};
const answer = { apology: 'We forgot to call. We are sorry.', cause: { text: 'Nobody was there.' } };
const move = () => ({ dueAt: app.inDays(300), reason: 'The leg is late.', message: 'The leg comes later.' });
const released = () => ({ said: { how: 'phone', saidAt: app.now().toISOString() } });

describe('a promise counts', () => {
  it('as kept when it is kept in time', async () => {
    expect(await changeBy(async () => act(await callback(), 'keep', {}))).toEqual({ kept: 1, total: 1 });
  });

  it('as broken when its time is over, and as kept late after that', async () => {
    let promise: Promised | undefined;
    expect(await changeBy(async () => (promise = await brokenCallback()))).toEqual({ broken: 1, total: 1 });
    const late = promise;
    if (!late) throw new Error('there is no promise');
    expect(await changeBy(() => act(late, 'keep', {}))).toEqual({ keptLate: 1, broken: -1 });
  });

  it('as kept when it is shown that it was kept in time after all', async () => {
    const change = await changeBy(async () => {
      const promise = await brokenCallback();
      await onBreach(promise, 'withdraw', {
        keptAt: promise.createdAt,
        reason: 'The list of calls shows it.',
      });
    });
    expect(change).toEqual({ kept: 1, total: 1 });
  });

  it('apart when it is moved in time', async () => {
    expect(await changeBy(async () => act(await callback(), 'move', move()))).toEqual({ moved: 1 });
  });

  it('as broken when it is moved after that', async () => {
    const change = await changeBy(async () => {
      const promise = await brokenCallback();
      await onBreach(promise, 'answer', answer);
      await act(promise, 'move', move());
    });
    expect(change).toEqual({ broken: 1, total: 1 });
  });

  it('not at all when it is released in time, and as broken when it is released after that', async () => {
    expect(await changeBy(async () => act(await callback(), 'release', released()))).toEqual({});
    const change = await changeBy(async () => {
      const promise = await brokenCallback();
      await onBreach(promise, 'answer', answer);
      await act(promise, 'release', released());
    });
    expect(change).toEqual({ broken: 1, total: 1 });
  });
});
