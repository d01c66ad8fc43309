import { beforeEach, describe, expect, it } from '@jest/globals';
import { errors, unmet } from '../../complaints/steps.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Absence, List, Problem } from '../../support/resources.js';
import { hire, type Person, signIn } from '../people.js';
import { announce, away, back, change, entriesOf, later, pathOf } from './absences.js';

const app = useTestApp();
const NOWHERE = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

let tom: Person;
let una: Person;
beforeEach(async () => {
  [tom, una] = [await hire(app), await hire(app)];
});

const read = async (absence: Absence) =>
  expectStatus(200, await app.as('anna').get<Absence>(pathOf(absence)));
const list = async (query: string, path = '/v1/absences') =>
  expectStatus(200, await app.as('anna').get<List<Absence>>(`${path}?${query}`)).items.map(({ id }) => id);
describe('an absence', () => {
  it('is announced by oneself, begins and ends by the clock, and is listed while it runs', async () => {
    const self = app.withToken((await signIn(app, tom.email)).accessToken);
    const [from, to] = [app.inDays(1), app.inDays(3)];
    const body = { from, to, standInId: una.id, note: 'Fishing.' };
    const absence = expectStatus(201, await self.post<Absence>(`/v1/users/${tom.id}/absences`, body));
    expect(absence).toMatchObject({
      user: { id: tom.id, name: tom.name },
      standIn: { id: una.id, name: una.name },
      ...{ from, to, state: 'planned', note: 'Fishing.', endedAt: null, version: 1 },
    });
    expect(await read(absence)).toEqual(absence);
    await later(app, { hours: 23 });
    expect((await read(absence)).state).toBe('planned');
    await later(app, { hours: 2 });
    expect(await read(absence)).toMatchObject({ state: 'running', version: 2 });
    expect(await list('state=running&limit=100')).toContain(absence.id);
    await later(app, { days: 2 });
    expect(await read(absence)).toMatchObject({ state: 'over', version: 3 });
    expect(await list('state=running,planned&limit=100')).not.toContain(absence.id);
    expect(await list('', `/v1/users/${tom.id}/absences`)).toEqual([absence.id]);
    expect((await entriesOf(app, absence)).map(({ type, actor, data }) => [type, actor.kind, data])).toEqual([
      ['absence.announced', 'user', { userId: tom.id, standInId: una.id, from, to, note: 'Fishing.' }],
      ['absence.began', 'system', { userId: tom.id, standInId: una.id }],
      ['absence.ended', 'system', { userId: tom.id, standInId: una.id, reason: 'time' }],
    ]);
  });

  it('begins at once where its time has come, and a supervisor announces it for anybody', async () => {
    const absence = await away(app, tom.id, una.id, { from: app.inDays(-1) });
    expect(absence).toMatchObject({ state: 'running', to: null, version: 1 });
    expect(await back(app, absence)).toMatchObject({ state: 'over', version: 2 });
    const again = await app.as('sam').post<Problem>(`${pathOf(absence)}/actions/end`);
    expect(unmet(again)).toEqual(['state_not_allowed']);
    expect(unmet(await change(app, { ...absence, version: 2 }, { note: 'Late.' }))).toEqual([
      'state_not_allowed',
    ]);
  });

  it('does not take place where it is ended before, or where nobody looked meanwhile', async () => {
    const dropped = expectStatus(201, await announce(app, tom.id, una.id, { from: app.inDays(1) }));
    expect(await back(app, dropped)).toMatchObject({ state: 'over' });
    const missed = expectStatus(
      201,
      await announce(app, tom.id, una.id, { from: app.inDays(1), to: app.inDays(2) }),
    );
    await later(app, { days: 3 });
    expect((await read(missed)).state).toBe('over');
    for (const one of [dropped, missed]) {
      expect((await entriesOf(app, one)).map(({ type }) => type)).toEqual([
        'absence.announced',
        'absence.ended',
      ]);
    }
  });

  it('is moved, prolonged and given to somebody else; one that runs keeps its beginning', async () => {
    const absence = expectStatus(201, await announce(app, tom.id, una.id, { from: app.inDays(2) }));
    const to = app.inDays(5);
    const moved = expectStatus(200, await change(app, absence, { from: absence.from, to, note: null }));
    expect(moved).toMatchObject({ to, version: 2 });
    expect(expectStatus(200, await change(app, moved, { to }))).toEqual(moved);
    expectStatus(412, await change(app, absence, { to: null }));
    expectStatus(428, await app.as('sam').patch(pathOf(absence), null, { to: null }));
    const [ben, now] = [await app.idOf('ben'), app.now().toISOString()];
    const begun = expectStatus(200, await change(app, moved, { from: now, standInId: ben }));
    expect(begun).toMatchObject({ state: 'running', standIn: { id: ben, name: 'Ben Agent' }, version: 3 });
    expect(unmet(await change(app, begun, { from: app.inDays(1) }))).toEqual(['state_not_allowed']);
    expect(expectStatus(200, await change(app, begun, { to: null }))).toMatchObject({ to: null, version: 4 });
    const updates = (await entriesOf(app, absence)).filter(({ type }) => type === 'absence.updated');
    expect(updates.map(({ data }) => data.changed)).toEqual([['to'], ['from', 'standInId'], ['to']]);
  });

  it('needs a time and a stand-in that there are', async () => {
    const refused = async (said: object) => errors(await announce(app, tom.id, una.id, said));
    expect(await refused({ from: app.inDays(2), to: app.inDays(1) })).toEqual(['/to min']);
    expect(await refused({ from: app.inDays(-2), to: app.inDays(-1) })).toEqual(['/to min']);
    expect(await refused({ from: 'tomorrow', note: '\u0000' })).toEqual([
      '/from is_time',
      '/note bad_characters',
    ]);
    expect(await refused({ standInId: NOWHERE })).toEqual(['/standInId not_found']);
    const absence = expectStatus(
      201,
      await announce(app, tom.id, una.id, { from: app.inDays(1), to: app.inDays(2) }),
    );
    expect(errors(await change(app, absence, { from: app.inDays(3) }))).toEqual(['/from max']);
    expect(errors(await change(app, absence, { to: app.inDays(0.5) }))).toEqual(['/to min']);
  });

  it('is nobody else’s, and nothing where there is none', async () => {
    const absence = await away(app, tom.id, una.id);
    expect(unmet(await announce(app, una.id, tom.id, {}, 'anna'))).toEqual([
      'not_oneself',
      'stand_in_circle',
    ]);
    const anna = app.as('anna');
    expect(unmet(await anna.patch<Problem>(pathOf(absence), 1, { note: 'x' }))).toEqual(['not_oneself']);
    expect(unmet(await anna.post<Problem>(`${pathOf(absence)}/actions/end`))).toEqual(['not_oneself']);
    expectStatus(403, await app.as('otto').post(`/v1/users/${tom.id}/absences`, {}));
    const elsewhere = `/v1/users/${una.id}/absences/${absence.id}`;
    expectStatus(404, await anna.get(elsewhere));
    expectStatus(404, await app.as('sam').patch(elsewhere, 1, { note: 'x' }));
    expectStatus(404, await app.as('sam').post(`${elsewhere}/actions/end`));
    expectStatus(404, await anna.get(`/v1/users/${NOWHERE}/absences`));
    expectStatus(404, await announce(app, NOWHERE, una.id));
  });

  it('is made once by one key', async () => {
    const path = `/v1/users/${tom.id}/absences`;
    const body = { from: app.inDays(1), standInId: una.id };
    const key = { 'Idempotency-Key': '"0123456789abcdef"' };
    const first = expectStatus(201, await app.as('sam').post<Absence>(path, body, key));
    const again = await app.as('sam').post<Absence>(path, body, key);
    expect([again.status, again.body, again.headers.get('idempotent-replayed')]).toEqual([
      201,
      first,
      'true',
    ]);
    expect(again.headers.get('location')).toBe(pathOf(first));
  });
});
