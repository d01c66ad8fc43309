import { describe, expect, it } from '@jest/globals';
import { errors } from '../../complaints/steps.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List, Problem } from '../../support/resources.js';
import { board, type Group } from './board.js';

const app = useTestApp();

describe('the board', () => {
  it('says the share of what was kept in time, and nothing where nothing was owed', async () => {
    const tier = 'share';
    for (let round = 0; round < 3; round++) await app.make.complaint('acknowledged', { tier });
    const late = await app.make.receive({ tier, receivedAt: app.inDays(-40) });
    await app.make.act(late, 'acknowledge', { message: 'We are sorry that this took so long.' });
    const [answered] = (await board(app, `by=kind&kind=acknowledge&tier=${tier}`)).items;
    expect(answered).toEqual({
      ...{ key: 'acknowledge', name: 'a first answer' },
      ...{ kept: 3, keptLate: 1, broken: 0, moved: 0, total: 4, share: 0.75 },
    });
    const moved = await app.make.complaint('in_progress', { tier: 'moved' });
    const promise = await app.make.callback(moved, { dueAt: app.inDays(1) });
    const body = { dueAt: app.inDays(300), reason: 'The leg is late.', message: 'The leg comes later.' };
    const path = `/v1/complaints/${moved.id}/promises/${promise.id}/actions/move`;
    expectStatus(200, await app.as('anna').post(path, body));
    const [nothing] = (await board(app, 'by=kind&kind=callback&tier=moved')).items;
    expect(nothing).toMatchObject({ moved: 1, total: 0, share: null });
  });

  it('names owners, and those without one last', async () => {
    await app.make.complaint('in_progress', { tier: 'owned' });
    const { items } = await board(app, 'by=owner&tier=owned');
    const anna = await app.idOf('anna');
    const { name } = expectStatus(200, await app.as('sam').get<{ name: string }>(`/v1/users/${anna}`));
    expect(items.map(({ key, name: shown }) => [key, shown])).toEqual([
      [anna, name],
      [null, null],
    ]);
    expect((await board(app, `by=kind&tier=owned&ownerId=${anna}`)).items.map(({ key }) => key)).toEqual([
      'name_owner',
    ]);
  });

  it('names teams and categories', async () => {
    const body = { name: 'Callers', memberIds: [await app.idOf('anna')] };
    const team = expectStatus(201, await app.as('ada').post<{ id: string }>('/v1/teams', body));
    const named = { name: 'Delivery' };
    const category = expectStatus(201, await app.as('ada').post<{ id: string }>('/v1/categories', named));
    await app.make.complaint('in_progress', { tier: 'named', categoryId: category.id });
    expect((await board(app, `by=team&tier=named&teamId=${team.id}`)).items).toMatchObject([
      { key: team.id, name: 'Callers' },
    ]);
    expect((await board(app, 'by=category&tier=named')).items).toMatchObject([
      { key: category.id, name: 'Delivery' },
    ]);
  });

  it('says which days a week has', async () => {
    const { items } = await board(app, 'by=week&limit=1');
    expect(items[0]?.key).toMatch(/^\d{4}-W\d\d$/);
    expect(items[0]?.name).toMatch(/^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)$/);
  });

  it('pages through groups, each once', async () => {
    await app.make.complaint('in_progress', { tier: 'paged' });
    const whole = await board(app, 'by=kind&limit=100');
    expect(whole.items.length).toBeGreaterThan(2);
    const seen: Group[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await board(app, `by=kind&limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole.items);
  });

  it('says how much of the log is in it', async () => {
    const before = await board(app, 'by=kind');
    await app.make.complaint('acknowledged');
    const { asOf } = await board(app, 'by=kind');
    expect(asOf).toBeGreaterThan(before.asOf);
    const log = await app
      .as('otto')
      .get<List<{ type: string }>>(`/v1/audit/entries?after=${asOf}&type=promise.kept`);
    expect(log.body.items).toEqual([]);
  });

  it('is for the house only, and refuses what it does not know', async () => {
    const path = '/v1/insights/punctuality?by=kind';
    expectStatus(401, await app.anonymous.get(path));
    expectStatus(401, await app.withToken((await app.make.complaint()).trackingToken).get(path));
    for (const name of ['anna', 'sam', 'otto', 'ada'] as const)
      expectStatus(200, await app.as(name).get(path));
    const ask = (query: string) => app.as('sam').get<Problem>(`/v1/insights/punctuality?${query}`);
    expect(errors(await ask(''))).toEqual(['by required']);
    expect(errors(await ask('by=mood&from=2026-02-30&kind=sorry'))).toEqual([
      'by is_enum',
      'from is_date',
      'kind is_enum',
    ]);
    expect(errors(await ask('by=kind&cursor=x'))).toEqual(['cursor bad_cursor']);
  });
});
