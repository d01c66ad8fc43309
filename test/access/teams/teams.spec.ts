import { describe, expect, it } from '@jest/globals';
import { errors } from '../../complaints/steps.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import type { List, Problem } from '../../support/resources.js';
import { hire } from '../people.js';

const app = useTestApp();
const NOWHERE = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

interface Team {
  id: string;
  name: string;
  members: { id: string; name: string }[];
  version: number;
}

const make = async (name: string, memberIds?: string[]) =>
  expectStatus(201, await app.as('ada').post<Team>('/v1/teams', { name, memberIds }));

const patch = (team: Team, version: number | null, body: object) =>
  app.as('ada').patch<Team & Problem>(`/v1/teams/${team.id}`, version, body);

const read = async ({ id }: Team) => expectStatus(200, await app.as('anna').get<Team>(`/v1/teams/${id}`));

describe('a team', () => {
  it('is made with its members, in the order given, and read by everybody of the house', async () => {
    const memberIds = [await app.idOf('ben'), await app.idOf('anna')];
    const answer = await app.as('ada').post<Team>('/v1/teams', { name: 'Furniture', memberIds });
    const team = expectStatus(201, answer);
    expect(team).toEqual({
      id: team.id,
      name: 'Furniture',
      members: [
        { id: memberIds[0], name: 'Ben Agent' },
        { id: memberIds[1], name: 'Anna Agent' },
      ],
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(answer.headers.get('location')).toBe(`/v1/teams/${team.id}`);
    for (const reader of ['anna', 'sam', 'otto'] as const) {
      expect(expectStatus(200, await app.as(reader).get(`/v1/teams/${team.id}`))).toEqual(team);
    }
  });

  it('may begin without members', async () => {
    expect((await make('Nobody yet')).members).toEqual([]);
  });

  it('is made and changed by administrators, who must know the version', async () => {
    const team = await make('Guarded');
    for (const other of ['anna', 'sam', 'otto'] as const) {
      expectStatus(403, await app.as(other).post('/v1/teams', { name: 'Mine' }));
      expectStatus(403, await app.as(other).patch(`/v1/teams/${team.id}`, 1, { name: 'Mine' }));
    }
    expectStatus(428, await patch(team, null, { name: 'x' }));
    expectStatus(200, await patch(team, 1, { name: 'Guarded well' }));
    expectStatus(412, await patch(team, 1, { name: 'x' }));
  });

  it('has a name of its own, in any case, also when many ask at once', async () => {
    const tally = await race(6, () => app.as('ada').post('/v1/teams', { name: 'Unique' }));
    expect(tally).toEqual({ '201': 1, '409 name_taken': 5 });
    const other = await make('Other');
    expect((await patch(other, 1, { name: 'UNIQUE' })).body.code).toBe('name_taken');
  });

  it('has members who exist', async () => {
    const memberIds = [await app.idOf('anna'), NOWHERE, NOWHERE.replace('6071', '6072')];
    const answer = await app.as('ada').post<Problem>('/v1/teams', { name: 'Ghosts', memberIds });
    expect(errors(answer)).toEqual(['/memberIds/1 not_found', '/memberIds/2 not_found']);
    const team = await make('No ghosts');
    expect(errors(await patch(team, 1, { memberIds: [NOWHERE] }))).toEqual(['/memberIds/0 not_found']);
    expect(errors(await patch(team, 1, { name: null, memberIds: null }))).toEqual([
      '/memberIds required',
      '/name required',
    ]);
  });

  it('changes its members as a whole, and keeps its version where nothing changes', async () => {
    const [anna, ben] = [await app.idOf('anna'), await app.idOf('ben')];
    const team = await make('Changing', [anna]);
    const both = expectStatus(200, await patch(team, 1, { memberIds: [anna, ben] }));
    expect([both.version, both.members.length]).toEqual([2, 2]);
    expect(expectStatus(200, await patch(team, 2, { memberIds: [anna, ben], name: 'Changing' }))).toEqual(
      both,
    );
    expect(expectStatus(200, await patch(team, 2, { memberIds: [] })).members).toEqual([]);
  });

  it('shows a new name of a member as a new version, in every team of that person', async () => {
    const person = await hire(app, { name: 'Tom Temp' });
    const teams = [await make('First of Tom', [person.id]), await make('Second of Tom', [person.id])];
    const without = await make('Without Tom');
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 1, { name: 'Tom New' }));
    for (const team of teams) {
      expect(await read(team)).toMatchObject({ version: 2, members: [{ id: person.id, name: 'Tom New' }] });
    }
    expect(await read(without)).toEqual(without);
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 2, { phone: '112' }));
    expect((await read(teams[0] as Team)).version).toBe(2);
  });

  it('is on record with every change', async () => {
    const team = await make('On record');
    const memberIds = [await app.idOf('sue')];
    expectStatus(200, await patch(team, 1, { memberIds }));
    await app.settle();
    const log = async (type: string) => {
      const list = await app
        .as('otto')
        .get<List<{ subject: { id: string }; data: object }>>(`/v1/audit/entries?type=${type}&limit=100`);
      return list.body.items.find(({ subject }) => subject.id === team.id)?.data;
    };
    expect(await log('team.created')).toEqual({ name: 'On record', memberIds: [] });
    expect(await log('team.updated')).toEqual({ changed: ['members'], name: 'On record', memberIds });
  });
});

it('the list of teams goes on behind its cursor', async () => {
  await make('Page one');
  await make('Page two');
  const seen: string[] = [];
  for (let path: string | null = '/v1/teams?limit=2'; path !== null;) {
    const { items, nextCursor }: List<Team> = expectStatus(200, await app.as('anna').get<List<Team>>(path));
    seen.push(...items.map(({ id }) => id));
    path = nextCursor && `/v1/teams?limit=2&cursor=${nextCursor}`;
  }
  expect(seen).toEqual([...new Set(seen)].sort());
  expect(seen.length).toBeGreaterThan(2);
});
