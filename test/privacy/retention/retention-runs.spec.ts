import { beforeAll, describe, expect, it } from '@jest/globals';
import { RetentionRunJob } from '../../../src/privacy/retention/retention-run.job.js';
import { merge } from '../../complaints/merging/merges.js';
import { errors, unmet } from '../../complaints/steps.js';
import { type Customer, house, NOWHERE } from '../../customers/house.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { List, Problem } from '../../support/resources.js';

const app = useTestApp();
const its = house(app);
const DUE = '/v1/retention/due';
const RUNS = '/v1/retention/runs';
const THREE_YEARS = { days: 1100 };

interface Due {
  id: string;
  withCustomerId: string | null;
  hindrances: { code: string; ids: string[] }[];
}

interface Run {
  id: string;
  state: string;
  planned: number;
  done: number;
  refused: number;
  refusedFor: { code: string; count: number }[];
  version: number;
}

interface Item {
  complaintId: string;
  state: string;
  refusedFor: { code: string }[];
  erasureId: string | null;
}

const due = async (query = '', by: CastName = 'sam'): Promise<List<Due>> =>
  expectStatus(200, await app.as(by).get<List<Due>>(`${DUE}?limit=100${query}`));
const hindrancesOf = async ({ id }: Made, by: CastName = 'sam'): Promise<string[] | undefined> =>
  (await due('', by)).items.find((one) => one.id === id)?.hindrances.map(({ code }) => code);
const plan = (body?: object, by: CastName = 'sam', headers = {}) =>
  app.as(by).post<Run & Problem>(RUNS, body, headers);
const act = ({ id }: { id: string }, verb: 'approve' | 'cancel', by: CastName, headers = {}) =>
  app.as(by).post<Run & Problem>(`${RUNS}/${id}/actions/${verb}`, undefined, headers);
const read = async ({ id }: { id: string }): Promise<Run> =>
  expectStatus(200, await app.as('otto').get<Run>(`${RUNS}/${id}`));
const itemsOf = async ({ id }: { id: string }, query = ''): Promise<Item[]> =>
  expectStatus(200, await app.as('otto').get<List<Item>>(`${RUNS}/${id}/complaints?limit=100${query}`)).items;
const classed = async ({ id }: Made, retentionClass: string) =>
  expectStatus(
    200,
    await app.as('sam').post(`/v1/complaints/${id}/retention`, { retentionClass, reason: 'MiFID.' }),
  );
const held = async (body: object): Promise<{ id: string }> =>
  expectStatus(
    201,
    await app.as('sam').post<{ id: string }>('/v1/legal-holds', { reason: 'Court.', ...body }),
  );
const erasedAt = async ({ id }: { id: string }, of = 'complaints'): Promise<string | null> =>
  expectStatus(200, await app.as('otto').get<{ erasedAt: string | null }>(`/v1/${of}/${id}`)).erasedAt;

const ended = (said: object = {}) => app.make.complaint('withdrawn', said);

describe('what is due', () => {
  it('is what has ended and was kept for its time, each with what hinders its erasure', async () => {
    const before = new Set((await due()).items.map(({ id }) => id));
    const complainedAboutUserIds = [await app.idOf('sue')];
    const [plain, onHold, longer, conflicted, open] = [
      await ended(),
      await ended(),
      await ended(),
      await ended({ complainedAboutUserIds }),
      await app.make.complaint('received'),
    ];
    const [source, target] = [
      await app.make.complaint('in_progress'),
      await app.make.complaint('in_progress'),
    ];
    await merge(app, source, target);
    const said = { how: 'phone', saidAt: app.now().toISOString(), reason: 'Found another bed.' };
    await app.make.act(target, 'withdraw', said as never);
    await classed(target, 'extended');
    await classed(longer, 'extended');
    const { id: holdId } = await held({ complaintId: onHold.id });
    const ahead = (await due(`&asOf=${app.inDays(1100)}`)).items.map(({ id }) => id);
    expect(ahead).toEqual(expect.arrayContaining([plain.id, onHold.id]));
    expect(new Set((await due()).items.map(({ id }) => id))).toEqual(before);
    await app.passTime(THREE_YEARS);

    const { items } = await due();
    const of = ({ id }: Made) => items.find((one) => one.id === id);
    expect(of(plain)).toMatchObject({ state: 'withdrawn', retentionClass: 'standard', hindrances: [] });
    expect(of(onHold)?.hindrances).toMatchObject([{ code: 'legal_hold', ids: [holdId] }]);
    expect(of(source)?.hindrances).toMatchObject([{ code: 'not_due', ids: [target.id] }]);
    expect([of(longer), of(target), of(open)]).toEqual([undefined, undefined, undefined]);
    expect(await hindrancesOf(conflicted)).toEqual([]);
    expect(await hindrancesOf(conflicted, 'sue')).toEqual(['conflicted']);
  });

  it('is read page by page, by supervisors and auditors', async () => {
    const { items } = await due('', 'otto');
    const first = expectStatus(200, await app.as('otto').get<List<Due>>(`${DUE}?limit=1`));
    const cursor = `&cursor=${encodeURIComponent(first.nextCursor ?? '')}`;
    const second = expectStatus(200, await app.as('otto').get<List<Due>>(`${DUE}?limit=1${cursor}`));
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(
      items.slice(0, 2).map(({ id }) => id),
    );
    expectStatus(403, await app.as('anna').get(DUE));
  });
});

describe('a run', () => {
  let run: Run;
  let made: Record<'plain' | 'held' | 'longer' | 'last' | 'used' | 'figure' | 'other', Made>;
  let last: Customer;
  let used: Customer;
  let figure: Customer;
  let family: Made;
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
    };
    family = await app.make.complaint('in_progress');
    const into = await app.make.complaint('in_progress');
    await merge(app, family, into);
    const said = { how: 'phone', saidAt: app.now().toISOString(), reason: 'Found another bed.' };
    await app.make.act(into, 'withdraw', said as never);
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
    // Of those of both tests that were merged, two are erased together and stand for one.
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
    await app.make.byCustomer(made.other, 'messages', { body: 'I am still here.' }, 201);
    expectStatus(200, await act(run, 'approve', 'sue', { 'If-Match': '"1"' }));
    const job = app.get(RetentionRunJob);
    await Promise.all([1, 2, 3, 4].map(() => job.carryOutRun({ runId: run.id })));
    await app.settle();
    const over = await read(run);
    expect(over).toMatchObject({ state: 'done', planned: 0, done: run.planned - 4, refused: 4 });
    expect(over).toMatchObject({
      plannedBy: { name: 'Sam Supervisor' },
      decidedBy: { name: 'Sue Supervisor' },
    });
    // The approver is complained about in one of the test before.
    expect(over.refusedFor).toEqual([
      { code: 'conflicted', count: 1 },
      { code: 'legal_hold', count: 1 },
      { code: 'not_due', count: 1 },
      { code: 'plan_outdated', count: 2 },
    ]);
    const refused = await itemsOf(run, '&state=refused');
    expect(refused.map(({ complaintId }) => complaintId)).toEqual(
      expect.arrayContaining([made.held, made.longer, made.other].map(({ id }) => id)),
    );
    for (const one of [made.held, made.longer, made.other]) expect(await erasedAt(one)).toBeNull();
    for (const one of [made.plain, made.last, made.used, made.figure, family]) {
      expect(await erasedAt(one)).not.toBeNull();
    }
    const path = '/v1/audit/entries?type=erasure.done&limit=100';
    const done = expectStatus(200, await app.as('ada').get<List<{ actor: object }>>(path)).items;
    expect(done).toHaveLength(over.done);
    expect(done[0]?.actor).toMatchObject({ kind: 'user', name: 'Sue Supervisor' });
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
