import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Problem } from '../../support/resources.js';
import { errors } from '../../complaints/steps.js';
import { type Node, treeOf, TREES } from './nodes.js';

const app = useTestApp();
const NOWHERE = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

describe.each(TREES)('a node of %s', (name) => {
  const path = `/v1/${name}`;
  const tree = treeOf(app, name);

  it('is added below another one, and shows the way to it', async () => {
    const root = await tree.add('Delivery');
    const answer = await app.as('sam').post<Node>(path, { name: 'Packaging', parentId: root.id });
    const node = expectStatus(201, answer);
    expect(node).toEqual({
      id: node.id,
      name: 'Packaging',
      parentId: root.id,
      path: ['Delivery', 'Packaging'],
      retired: false,
      version: 1,
      createdAt: node.createdAt,
      updatedAt: node.createdAt,
    });
    expect(answer.headers.get('location')).toBe(`${path}/${node.id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(await tree.read(node)).toEqual(node);
  });

  it('is added once when the request is sent again', async () => {
    const key = { 'Idempotency-Key': `a-key-for-${name}-and-more` };
    const first = await app.as('sam').post<Node>(path, { name: 'Once' }, key);
    const again = await app.as('sam').post<Node>(path, { name: 'Once' }, key);
    expect(expectStatus(201, again)).toEqual(expectStatus(201, first));
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('has a name of its own below its parent, in any case, also as a root', async () => {
    const [root, inner] = await tree.chain('Shop', 'Counter');
    const taken = await app.as('sam').post<Problem>(path, { name: 'COUNTER', parentId: root?.id });
    expect([taken.status, taken.body.code]).toEqual([409, 'name_taken']);
    expect((await app.as('sam').post<Problem>(path, { name: 'shop' })).body.code).toBe('name_taken');
    const other = await tree.add('Counter');
    const moved = await app.as('sam').patch<Problem>(`${path}/${other.id}`, 1, { parentId: root?.id });
    expect(moved.body.code).toBe('name_taken');
    expect(inner?.path).toEqual(['Shop', 'Counter']);
  });

  it('is changed by supervisors and administrators, who must know the version', async () => {
    const node = await tree.add('Roles');
    const at = `${path}/${node.id}`;
    for (const reader of ['anna', 'otto'] as const) {
      expectStatus(200, await app.as(reader).get(at));
      expectStatus(403, await app.as(reader).post(path, { name: 'Mine' }));
      expectStatus(403, await app.as(reader).patch(at, 1, { name: 'Mine' }));
    }
    expectStatus(428, await app.as('ada').patch(at, null, { retired: true }));
    expectStatus(200, await app.as('ada').patch(at, 1, { retired: true }));
    const stale = await app.as('sam').patch<Problem>(at, 1, { retired: false });
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 2]);
  });

  it('keeps its version over a change that changes nothing', async () => {
    const node = await tree.add('Still');
    expect(await tree.change(node, { name: 'Still', parentId: null, retired: false })).toEqual(node);
  });

  it('cannot lose name or state to null', async () => {
    const node = await tree.add('Null');
    const answer = await app.as('sam').patch<Problem>(`${path}/${node.id}`, 1, { name: null, retired: null });
    expect(errors(answer)).toEqual(['/name required', '/retired required']);
  });

  it('takes everything below along, which gets new versions', async () => {
    const [root, middle, leaf] = (await tree.chain('Old', 'Middle', 'Leaf')) as [Node, Node, Node];
    const target = await tree.add('Target');
    const renamed = await tree.change(root, { name: 'New' });
    expect(renamed).toMatchObject({ path: ['New'], version: 2 });
    expect(await tree.read(leaf)).toMatchObject({ path: ['New', 'Middle', 'Leaf'], version: 2 });
    const moved = await tree.change(await tree.read(middle), { parentId: target.id, name: 'Centre' });
    expect(moved).toMatchObject({ path: ['Target', 'Centre'], parentId: target.id, version: 3 });
    expect(await tree.read(leaf)).toMatchObject({ path: ['Target', 'Centre', 'Leaf'], version: 3 });
    expect(await tree.read(root)).toEqual(renamed);
    const up = await tree.change(moved, { parentId: null });
    expect(up).toMatchObject({ path: ['Centre'], parentId: null, version: 4 });
    expect(await tree.read(leaf)).toMatchObject({ path: ['Centre', 'Leaf'], parentId: middle.id });
  });

  it('stands neither below itself nor below what is below it', async () => {
    const [root, , leaf] = (await tree.chain('A', 'B', 'C')) as [Node, Node, Node];
    for (const parentId of [root.id, leaf.id]) {
      const answer = await app.as('sam').patch<Problem>(`${path}/${root.id}`, 1, { parentId });
      expect(errors(answer)).toEqual(['/parentId not_applicable']);
    }
  });

  it('stands at most eight deep, also with what it takes along', async () => {
    const deep = await tree.chain('1', '2', '3', '4', '5', '6', '7', '8');
    const ninth = await app.as('sam').post<Problem>(path, { name: '9', parentId: deep.at(-1)?.id });
    expect(errors(ninth)).toEqual(['/parentId not_applicable']);
    const [pair] = (await tree.chain('Pair', 'Half')) as [Node, Node];
    const at = `${path}/${pair.id}`;
    const low = await app.as('sam').patch<Problem>(at, 1, { parentId: deep[6]?.id });
    expect(errors(low)).toEqual(['/parentId not_applicable']);
    expect(expectStatus(200, await app.as('sam').patch<Node>(at, 1, { parentId: deep[5]?.id })).path).toEqual(
      ['1', '2', '3', '4', '5', '6', 'Pair'],
    );
  });

  it('has a parent that exists, and is not retired, nor below what is', async () => {
    const [root, inner] = (await tree.chain('Gone', 'Inner')) as [Node, Node];
    const absent = await app.as('sam').post<Problem>(path, { name: 'X', parentId: NOWHERE });
    expect(errors(absent)).toEqual(['/parentId not_found']);
    const other = await tree.add('Elsewhere');
    await tree.change(root, { retired: true });
    for (const parentId of [root.id, inner.id]) {
      const answer = await app.as('sam').post<Problem>(path, { name: 'X', parentId });
      expect(errors(answer)).toEqual(['/parentId not_applicable']);
      const moved = await app.as('sam').patch<Problem>(`${path}/${other.id}`, 1, { parentId });
      expect(errors(moved)).toEqual(['/parentId not_applicable']);
    }
  });
});

it('the two trees know nothing of each other', async () => {
  const cause = await treeOf(app, 'causes').add('Mine alone');
  expectStatus(404, await app.as('anna').get(`/v1/categories/${cause.id}`));
  const below = await app.as('sam').post<Problem>('/v1/categories', { name: 'X', parentId: cause.id });
  expect(errors(below)).toEqual(['/parentId not_found']);
});
