import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import { type Node, treeOf } from './nodes.js';

const app = useTestApp();
const tree = treeOf(app, 'causes');

describe('moves at once', () => {
  // Each moves a root below the leaf of the other: one waits for the other, and sees where it is by then.
  it('make no circle', async () => {
    for (let round = 1; round <= 10; round += 1) {
      const left = (await tree.chain(`left ${round}`, 'below left')) as [Node, Node];
      const right = (await tree.chain(`right ${round}`, 'below right')) as [Node, Node];
      const moves = [
        { id: left[0].id, parentId: right[1].id },
        { id: right[0].id, parentId: left[1].id },
      ];
      const tally = await race(2, (index) => {
        const { id, parentId } = moves[index] ?? { id: '', parentId: '' };
        return app.as('sam').patch(`/v1/causes/${id}`, 1, { parentId });
      });
      expect(tally).toEqual({ '200': 1, '400 validation_failed': 1 });
    }
  });
});

/** Breaks without `alone: true` in trees.service.ts: a branch would be written back as it was read. */
it('changes at once above one node all count, and its path is as its way is', async () => {
  const nodes = (await tree.chain('top', 'middle', 'low', 'leaf')) as [Node, Node, Node, Node];
  const [top, middle, low, leaf] = nodes;
  const tally = await race(24, (index) => {
    const { id, name } = nodes[index % 3] ?? leaf;
    const headers = { 'If-Match': '*' };
    const body = { name: `${name} ${index}` };
    return app.as('sam').send({ method: 'PATCH', path: `/v1/causes/${id}`, body, headers });
  });
  expect(tally).toEqual({ '200': 24 });
  const names: string[] = [];
  for (const node of [top, middle, low]) names.push((await tree.read(node)).name);
  expect(await tree.read(leaf)).toMatchObject({ path: [...names, 'leaf'], version: 25 });
});

it('of new ones with one name at once, one is added', async () => {
  const roots = await race(6, () => app.as('sam').post('/v1/causes', { name: 'Same' }));
  expect(roots).toEqual({ '201': 1, '409 name_taken': 5 });
  const parent = await tree.add('Parent');
  const inner = await race(6, () => app.as('sam').post('/v1/causes', { name: 'Same', parentId: parent.id }));
  expect(inner).toEqual({ '201': 1, '409 name_taken': 5 });
});
