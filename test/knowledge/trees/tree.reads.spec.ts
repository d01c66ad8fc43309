import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List, Problem } from '../../support/resources.js';
import { type Node, treeOf, TREES } from './nodes.js';

const app = useTestApp();
const NOWHERE = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

describe.each(TREES)('a node of %s', (name) => {
  const path = `/v1/${name}`;
  const tree = treeOf(app, name);

  it('that is retired keeps its history, and retires nothing else', async () => {
    const [root, inner] = (await tree.chain('Before', 'Below')) as [Node, Node];
    const renamed = await tree.change(root, { name: 'After' });
    await tree.change(renamed, { retired: true });
    expect(await tree.read(inner)).toMatchObject({ retired: false, version: 2 });
    const first = await app.as('otto').get<List<unknown>>(`${path}/${root.id}/versions?limit=2`);
    const { items, nextCursor } = expectStatus(200, first);
    const by = { id: await app.idOf('sam'), name: 'Sam Supervisor' };
    const version = { parentId: null, retired: false, by, at: expect.any(String) };
    expect(items).toEqual([
      { ...version, version: 1, name: 'Before', path: ['Before'] },
      { ...version, version: 2, name: 'After', path: ['After'] },
    ]);
    const rest = `${path}/${root.id}/versions?limit=2&cursor=${String(nextCursor)}`;
    expect(expectStatus(200, await app.as('otto').get<List<unknown>>(rest))).toEqual({
      items: [{ ...version, version: 3, name: 'After', path: ['After'], retired: true }],
      nextCursor: null,
    });
    const below = await app.as('otto').get<List<{ path: string[] }>>(`${path}/${inner.id}/versions`);
    expect(below.body.items.map((one) => one.path)).toEqual([
      ['Before', 'Below'],
      ['After', 'Below'],
    ]);
    expectStatus(404, await app.as('otto').get(`${path}/${NOWHERE}/versions`));
  });

  it('is listed by its parent and by whether it is retired, page by page', async () => {
    const [root, one] = (await tree.chain('Listed', 'One')) as [Node, Node];
    const two = await tree.add('Two', root);
    await tree.change(one, { retired: true });
    const list = async (query: string) =>
      expectStatus(200, await app.as('anna').get<List<Node>>(`${path}?${query}`));
    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await ids(`parentId=${root.id}`)).toEqual([one.id, two.id]);
    expect(await ids(`parentId=${root.id}&retired=true`)).toEqual([one.id]);
    expect(await ids(`parentId=${root.id}&retired=false`)).toEqual([two.id]);
    const roots = await list('parentId=none&limit=100');
    expect(roots.items.every(({ parentId, path: way }) => parentId === null && way.length === 1)).toBe(true);
    expect(roots.items.map(({ id }) => id)).toContain(root.id);
    const { nextCursor } = await list(`parentId=${root.id}&limit=1`);
    expect(await ids(`parentId=${root.id}&limit=1&cursor=${String(nextCursor)}`)).toEqual([two.id]);
    const foreign = await app.as('anna').get<Problem>(`${path}?limit=1&cursor=${String(nextCursor)}`);
    expect(foreign.body.errors).toMatchObject([{ parameter: 'cursor', code: 'bad_cursor' }]);
  });
});

it('every change is an entry, with the names as personal values', async () => {
  const tree = treeOf(app, 'causes');
  const [root, leaf] = (await tree.chain('Logged', 'Leaf of it')) as [Node, Node];
  await tree.change(root, { name: 'Logged anew', retired: true });
  await app.settle();
  const log = async (type: string) => {
    const answer = await app
      .as('otto')
      .get<List<{ subject: object; data: object }>>(`/v1/audit/entries?type=${type}&limit=100`);
    return expectStatus(200, answer).items.map(({ subject, data }) => ({ subject, data }));
  };
  expect(await log('cause.created')).toContainEqual({
    subject: { type: 'cause', id: leaf.id },
    data: {
      version: 1,
      parentId: root.id,
      retired: false,
      name: 'Leaf of it',
      path: ['Logged', 'Leaf of it'],
    },
  });
  expect(await log('cause.updated')).toEqual(
    expect.arrayContaining([
      {
        subject: { type: 'cause', id: root.id },
        data: {
          ...{ changed: ['name', 'retired'], version: 2, parentId: null, retired: true },
          ...{ name: 'Logged anew', path: ['Logged anew'] },
        },
      },
      {
        subject: { type: 'cause', id: leaf.id },
        data: {
          ...{ changed: ['path'], version: 2, parentId: root.id, retired: false },
          ...{ name: 'Leaf of it', path: ['Logged anew', 'Leaf of it'] },
        },
      },
    ]),
  );
});
