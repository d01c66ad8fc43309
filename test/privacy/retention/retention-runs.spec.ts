import { beforeAll, describe, expect, it } from '@jest/globals';
import { RetentionRunJob } from '../../../src/privacy/retention/retention-run.job.js';
import { errors, unmet } from '../../complaints/steps.js';
import { type Customer, house, NOWHERE } from '../../customers/house.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { List } from '../../support/resources.js';
import { retaining, type Run, RUNS, THREE_YEARS } from './retaining.js';

const app = useTestApp();
const its = house(app);
const { due, plan, act, read, itemsOf, classed, held, erasedAt, ended, mergedPair } = retaining(app);

describe('a run', () => {
  let run: Run;
  let made: Record<'plain' | 'held' | 'longer' | 'last' | 'used' | 'figure' | 'other' | 'ofSue', Made>;
  let last: Customer;
  let used: Customer;
  let figure: Customer;
  let twice: Customer;
  let family: Made;
  let pair: [Made, Made];
  beforeAll(async () => {
    [last, used, figure] = [await its.customer(), await its.customer(), await its.customer()];
    const { id: accountId } = await its.account();
    const contact = { name: 'Figure', customerId: figure.id };
    expectStatus(201, await app.as('anna').post(`/v1/accounts/${accountId}/contacts`, contact));
    made = {
      plain: await ended(),
      held: await ended(),
      longer: await ended(),
      last: await ended({ customerId: last.id }),
      used: await ended({ customerId: used.id }),
      figure: await ended({ customerId: figure.id }),
      other: await ended(),
      ofSue: await ended({ complainedAboutUserIds: [await app.idOf('sue')] }),
    };
    [family] = await mergedPair();
    pair = await mergedPair();
    twice = await its.customer();
    for (const one of [1, 2]) await ended({ customerId: twice.id, subject: `Bed ${String(one)}` });
    await app.passTime(THREE_YEARS);
    expectStatus(200, await its.patch(used, 1, { language: 'hu' }));
  });

  it('is planned by a supervisor, for what nothing hinders; nothing is erased yet', async () => {
    const ready = (await due()).items.filter(({ hindrances }) => hindrances.length === 0);
    expect(ready.find(({ id }) => id === made.last.id)?.withCustomerId).toBe(last.id);
    expect(ready.find(({ id }) => id === made.used.id)?.withCustomerId).toBeNull();
    expect(ready.find(({ id }) => id === made.figure.id)?.withCustomerId).toBeNull();
    const key = { 'Idempotency-Key': 'a-key-for-one-run-only' };
    const answer = await plan(undefined, 'sam', key);
    run = expectStatus(201, answer);
    expect(answer.headers.get('location')).toBe(`${RUNS}/${run.id}`);
    // Two that were merged are erased together, and stand for one.
    expect(run).toMatchObject({
      state: 'planned',
      planned: ready.length - 2,
      done: 0,
      refused: 0,
      version: 1,
    });
    expect(expectStatus(201, await plan(undefined, 'sam', key)).id).toBe(run.id);
    expect(await erasedAt(made.plain)).toBeNull();
    expect(unmet(await plan())).toEqual(['nothing_due']);
    expect(errors(await plan({ asOf: app.inDays(1) }))).toEqual(['/asOf max']);
    for (const who of ['anna', 'otto'] as const) {
      expectStatus(403, await plan(undefined, who));
      expectStatus(403, await act(run, 'approve', who));
      expectStatus(403, await act(run, 'cancel', who));
    }
    expectStatus(403, await app.as('anna').get(`${RUNS}/${run.id}`));
  });

  it('is approved by somebody else, in the version that they have seen', async () => {
    expect(unmet(await act(run, 'approve', 'sam'))).toEqual(['own_plan']);
    expectStatus(412, await act(run, 'approve', 'sue', { 'If-Match': '"7"' }));
    expectStatus(404, await act({ id: NOWHERE }, 'approve', 'sue'));
    expectStatus(404, await app.as('sue').get(`${RUNS}/${NOWHERE}`));
    expectStatus(404, await app.as('sue').get(`${RUNS}/${NOWHERE}/complaints`));
  });

  it('erases each complaint once, also where the job is begun again, and refuses what was hindered since', async () => {
    await held({ complaintId: made.held.id });
    await classed(made.longer, 'extended');
    for (const one of [made.other, pair[1]]) {
      await app.make.byCustomer(one, 'messages', { body: 'I am still here.' }, 201);
    }
    expectStatus(200, await act(run, 'approve', 'sue', { 'If-Match': '"1"' }));
    const job = app.get(RetentionRunJob);
    await Promise.all([1, 2, 3, 4].map(() => job.carryOutRun({ runId: run.id })));
    await app.settle();
    const over = await read(run);
    expect(over).toMatchObject({ state: 'done', planned: 0, done: run.planned - 5, refused: 5 });
    expect(over).toMatchObject({
      plannedBy: { name: 'Sam Supervisor' },
      decidedBy: { name: 'Sue Supervisor' },
    });
    // Sue, who approves, is complained about in one of them.
    expect(over.refusedFor).toEqual([
      { code: 'conflicted', count: 1 },
      { code: 'legal_hold', count: 1 },
      { code: 'not_due', count: 1 },
      { code: 'plan_outdated', count: 3 },
    ]);
    const refused = await itemsOf(run, '&state=refused');
    expect(refused.map(({ complaintId }) => complaintId)).toEqual(
      expect.arrayContaining([made.held, made.longer, made.other].map(({ id }) => id)),
    );
    for (const one of [made.held, made.longer, made.other, ...pair]) expect(await erasedAt(one)).toBeNull();
    for (const one of [made.plain, made.last, made.used, made.figure, family]) {
      expect(await erasedAt(one)).not.toBeNull();
    }
    const logged = async (type: string) => {
      const path = `/v1/audit/entries?type=${type}&limit=100`;
      return expectStatus(200, await app.as('ada').get<List<object>>(path)).items;
    };
    const done = await logged('erasure.done');
    expect(done).toHaveLength(over.done);
    expect(done[0]).toMatchObject({ actor: { kind: 'user', name: 'Sue Supervisor' } });
    expect(await logged('erasure.planned')).toMatchObject(
      done.map(() => ({ actor: { name: 'Sam Supervisor' } })),
    );
    expect(await logged('retention_run.planned')).toHaveLength(1);
    expect(await logged('retention_run.done')).toMatchObject([{ data: { done: over.done, refused: 5 } }]);
  });

  it('leaves a certificate for each', async () => {
    const item = (await itemsOf(run)).find(({ complaintId }) => complaintId === made.last.id);
    const path = `/v1/erasures/${item?.erasureId ?? ''}/certificate`;
    expect(expectStatus(200, await app.as('otto').get(path))).toMatchObject({
      ...{ basis: 'retention', customerIds: [last.id], complaintIds: [made.last.id] },
      ...{ plannedBy: { name: 'Sam Supervisor' }, approvedBy: { name: 'Sue Supervisor' } },
    });
  });

  it('takes the record of a customer with the last complaint, where the house has no other use for it', async () => {
    expect(await erasedAt(last, 'customers')).not.toBeNull();
    expect(await erasedAt(twice, 'customers')).not.toBeNull();
    expect(await erasedAt(used, 'customers')).toBeNull();
    expect(await erasedAt(figure, 'customers')).toBeNull();
  });

  it('that is over is neither approved nor cancelled; one that is cancelled erases nothing', async () => {
    for (const verb of ['approve', 'cancel'] as const) {
      expect(unmet(await act(run, verb, 'sue'))).toEqual(['state_not_allowed']);
    }
    const next = expectStatus(201, await plan());
    expect(expectStatus(200, await act(next, 'cancel', 'sam'))).toMatchObject({
      state: 'cancelled',
      version: 2,
    });
    expect(unmet(await act(next, 'approve', 'sue'))).toEqual(['state_not_allowed']);
    expect(await erasedAt(made.other)).toBeNull();
    const runs = expectStatus(200, await app.as('otto').get<List<Run>>(`${RUNS}?limit=1`));
    expect(runs.items.map(({ id }) => id)).toEqual([run.id]);
    expect(runs.nextCursor).not.toBeNull();
  });
});
