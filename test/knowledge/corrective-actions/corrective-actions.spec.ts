import { beforeAll, describe, expect, it } from '@jest/globals';
import { hire } from '../../access/people.js';
import { errors, unmet } from '../../complaints/steps.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List } from '../../support/resources.js';
import { type Node, treeOf } from '../trees/nodes.js';
import { type Action, CHECK, correctiveActions, PATH } from './acting.js';

const app = useTestApp();
const NOWHERE = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

const { plan, planned, act, patch } = correctiveActions(app);

let annaId: string;
let cause: Node;
beforeAll(async () => {
  annaId = await app.idOf('anna');
  cause = await treeOf(app, 'causes').add('Packaging');
});

describe('a corrective action', () => {
  it('is planned against a cause, with an owner and the date of its check', async () => {
    const [dueAt, checkAt] = [app.inDays(10), app.inDays(40)];
    const answer = await plan({ causeId: cause.id, dueAt, checkAt });
    const action = expectStatus(201, answer);
    expect(action).toEqual({
      id: action.id,
      what: 'Corner guards on every bed',
      cause: { id: cause.id, name: 'Packaging' },
      owner: { id: annaId, name: 'Anna Agent' },
      dueAt,
      checkAt,
      state: 'planned',
      doneAt: null,
      checkedAt: null,
      finding: null,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(answer.headers.get('location')).toBe(`${PATH}/${action.id}`);
    expect(expectStatus(200, await app.as('otto').get(`${PATH}/${action.id}`))).toEqual(action);
  });

  it('is planned once when the request is sent again', async () => {
    const body = { what: 'Once', ownerId: annaId, dueAt: app.inDays(1), checkAt: app.inDays(2) };
    const key = { 'Idempotency-Key': 'a-key-for-one-plan-only' };
    const first = await app.as('sam').post<Action>(PATH, body, key);
    const again = await app.as('sam').post<Action>(PATH, body, key);
    expect(expectStatus(201, again)).toEqual(expectStatus(201, first));
  });

  it('names everything that is wrong with the plan', async () => {
    expect(errors(await plan({ causeId: NOWHERE, ownerId: NOWHERE }))).toEqual([
      '/causeId not_found',
      '/ownerId not_found',
    ]);
    const retired = await treeOf(app, 'causes').add('Retired');
    await treeOf(app, 'causes').change(retired, { retired: true });
    const gone = await hire(app);
    expectStatus(200, await app.as('ada').patch(`/v1/users/${gone.id}`, 1, { disabled: true }));
    for (const ownerId of [gone.id, await app.idOf('otto')]) {
      expect(errors(await plan({ causeId: retired.id, ownerId }))).toEqual([
        '/causeId not_applicable',
        '/ownerId not_applicable',
      ]);
    }
    expect(errors(await plan({ checkAt: app.inDays(10), dueAt: app.inDays(10) }))).toEqual(['/checkAt min']);
    expect(errors(await plan({ dueAt: app.inDays(-1) }))).toEqual(['/dueAt min']);
  });

  it('is read by everybody of the house, and planned by supervisors', async () => {
    const action = await planned();
    for (const reader of ['anna', 'otto'] as const) {
      expectStatus(200, await app.as(reader).get(`${PATH}/${action.id}`));
      expectStatus(403, await plan({}, reader));
      expectStatus(403, await patch(action, 1, { what: 'x' }, reader));
      expectStatus(403, await act(action, 'drop', { reason: 'x' }, reader));
      expectStatus(403, await act(action, 'check', CHECK, reader));
    }
    expectStatus(403, await act(action, 'complete', undefined, 'otto'));
    expectStatus(404, await app.as('anna').get(`${PATH}/${NOWHERE}`));
  });

  it('keeps the names that were told', async () => {
    const tree = treeOf(app, 'causes');
    const named = await tree.add('Told');
    const owner = await hire(app, { name: 'Tom Told' });
    const action = await planned({ causeId: named.id, ownerId: owner.id });
    await tree.change(named, { name: 'Renamed' });
    expectStatus(200, await app.as('ada').patch(`/v1/users/${owner.id}`, 1, { name: 'Tom New' }));
    expect(expectStatus(200, await app.as('sam').get(`${PATH}/${action.id}`))).toEqual(action);
  });
});

describe('the plan', () => {
  it('changes while it is planned or done, for whoever knows the version', async () => {
    const action = await planned();
    const benId = await app.idOf('ben');
    expectStatus(428, await patch(action, null, { what: 'x' }));
    const changed = expectStatus(200, await patch(action, 1, { what: 'Foam on every bed', ownerId: benId }));
    expect(changed).toMatchObject({
      what: 'Foam on every bed',
      owner: { id: benId, name: 'Ben Agent' },
      version: 2,
    });
    expectStatus(412, await patch(action, 1, { what: 'x' }));
    expect(expectStatus(200, await patch(action, 2, { what: 'Foam on every bed' })).version).toBe(2);
    expectStatus(200, await act(action, 'complete'));
    expect(expectStatus(200, await patch(action, 3, { checkAt: app.inDays(50) })).version).toBe(4);
    app.advance({ days: 51 });
    expectStatus(200, await act(action, 'check', CHECK));
    const over = await patch(action, 5, { what: 'x' });
    expect([over.status, unmet(over), over.body.state]).toEqual([409, ['state_not_allowed'], 'effective']);
  });

  it('has its check after the date it is due, whichever of the two is changed', async () => {
    const action = await planned();
    expect(errors(await patch(action, 1, { dueAt: app.inDays(41) }))).toEqual(['/dueAt max']);
    expect(errors(await patch(action, 1, { checkAt: app.inDays(9) }))).toEqual(['/checkAt min']);
    expect(errors(await patch(action, 1, { dueAt: app.inDays(50), checkAt: app.inDays(45) }))).toEqual([
      '/checkAt min',
    ]);
    expectStatus(200, await patch(action, 1, { dueAt: app.inDays(50), checkAt: app.inDays(60) }));
  });

  it('cannot lose anything to null', async () => {
    const nothing = { what: null, ownerId: null, dueAt: null, checkAt: null };
    expect(errors(await patch(await planned(), 1, nothing))).toEqual([
      '/checkAt required',
      '/dueAt required',
      '/ownerId required',
      '/what required',
    ]);
  });
});

it('the list shows what is asked for, page by page', async () => {
  const owner = await hire(app);
  const [mine, later] = [
    await planned({ ownerId: owner.id }),
    await planned({ ownerId: owner.id, causeId: cause.id }),
  ];
  expectStatus(200, await patch(later, 1, { dueAt: app.inDays(20), checkAt: app.inDays(60) }));
  expectStatus(200, await act(mine, 'complete'));
  const list = async (query: string) =>
    expectStatus(200, await app.as('otto').get<List<Action>>(`${PATH}?ownerId=${owner.id}&${query}`));
  const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
  expect(await ids('limit=10')).toEqual([mine.id, later.id]);
  expect(await ids('state=done,dropped')).toEqual([mine.id]);
  expect(await ids(`causeId=${cause.id}`)).toEqual([later.id]);
  expect(await ids(`checkBefore=${app.inDays(50)}`)).toEqual([mine.id]);
  expect(await ids(`dueBefore=${app.inDays(30)}`)).toEqual([mine.id, later.id]);
  const { nextCursor } = await list('limit=1');
  expect(await ids(`limit=1&cursor=${String(nextCursor)}`)).toEqual([later.id]);
});
