import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../../support/api.js';
import { useTestApp } from '../../../support/app.js';
import type { Made } from '../../../support/make.js';
import type { List, Problem, Promised } from '../../../support/resources.js';
import { errors } from '../../steps.js';

const app = useTestApp();

type Boarded = Promised & {
  late: boolean;
  complaint: { id: string; owner: { id: string } | null };
  breach: { id: string; state: string; causeMissing: boolean } | null;
};
type Board = List<Boarded> & { count?: number };

async function board(query = ''): Promise<Board> {
  return expectStatus(200, await app.as('ben').get<Board>(`/v1/promises${query}`));
}

const kinds = ({ items }: Board) => items.map(({ kind, late }) => `${kind}${late ? ' late' : ''}`);

let owned: Made;
let fresh: Made;

beforeAll(async () => {
  owned = await app.make.complaint('in_progress');
  await app.make.callback(owned, { dueAt: app.inDays(1) });
  await app.passTime({ days: 2 });
  fresh = await app.make.complaint();
});

describe('the board', () => {
  it('lists what is due and what is late, the first to be due first, over all complaints', async () => {
    const { items } = await board('?limit=100');
    const dues = items.map(({ dueAt }) => dueAt);
    expect(dues).toEqual([...dues].sort());
    expect(new Set(items.map(({ complaint }) => complaint.id))).toEqual(new Set([owned.id, fresh.id]));
    expect(items[0]).toMatchObject({
      kind: 'callback',
      state: 'broken',
      late: true,
      breach: { state: 'unanswered' },
    });
  });

  it('tells late from due', async () => {
    expect(kinds(await board('?standing=late'))).toEqual(['callback late']);
    expect(kinds(await board('?standing=due'))).toEqual(
      kinds(await board('?limit=100')).filter((one) => one !== 'callback late'),
    );
  });

  it('finds where an apology or a cause is owed, also when the promise was kept late', async () => {
    const [late] = (await board('?standing=cause_missing')).items;
    expect(late?.breach).toMatchObject({ state: 'unanswered', causeMissing: true });
    const path = `/v1/complaints/${owned.id}`;
    expectStatus(200, await app.as('anna').post(`${path}/promises/${late?.id ?? ''}/actions/keep`, {}));
    expect(kinds(await board('?standing=late'))).toEqual([]);
    const body = { apology: 'Sorry.', cause: { notKnownYet: true } };
    expectStatus(
      200,
      await app.as('anna').post(`${path}/breaches/${late?.breach?.id ?? ''}/actions/answer`, body),
    );
    expect((await board('?standing=cause_missing')).items).toHaveLength(1);
    const known = { cause: { text: 'Nobody was at the telephone.' } };
    expectStatus(
      200,
      await app.as('anna').post(`${path}/breaches/${late?.breach?.id ?? ''}/actions/answer`, known),
    );
    expect((await board('?standing=cause_missing')).items).toEqual([]);
  });

  it('is narrowed by kind, owner and team', async () => {
    expect(kinds(await board('?kind=acknowledge,callback'))).toEqual(['acknowledge']);
    const anna = await app.idOf('anna');
    const mine = await board(`?ownerId=${anna}&limit=100`);
    expect(new Set(mine.items.map(({ complaint }) => complaint.owner?.id))).toEqual(new Set([anna]));
    expect((await board('?ownerId=none')).items.map(({ complaint }) => complaint.id)).toEqual([
      fresh.id,
      fresh.id,
    ]);
    const make = (name: string, memberIds: string[]) =>
      app.as('ada').post<{ id: string }>('/v1/teams', { name, memberIds });
    const hers = expectStatus(201, await make('Beds', [anna]));
    const others = expectStatus(201, await make('Tables', [await app.idOf('ben')]));
    expect((await board(`?teamId=${hers.id}&limit=100`)).items).toEqual(mine.items);
    expect((await board(`?teamId=${others.id}`)).items).toEqual([]);
  });

  it('pages and counts', async () => {
    const whole = await board('?limit=100&count=true');
    expect(whole.count).toBe(whole.items.length);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await board(`?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole.items.map(({ id }) => id));
    expect(errors(await app.as('ben').get<Problem>('/v1/promises?cursor=x'))).toEqual(['cursor bad_cursor']);
  });
});
