import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';

export interface Node {
  id: string;
  name: string;
  parentId: string | null;
  path: string[];
  retired: boolean;
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** The two trees by the path of their routes. */
export const TREES = ['causes', 'categories'] as const;
export type TreePath = (typeof TREES)[number];

/** What Sam, a supervisor, does with a tree. */
export function treeOf(app: TestApp, tree: TreePath, by: CastName = 'sam') {
  const path = `/v1/${tree}`;
  return {
    add: async (name: string, parent?: Node): Promise<Node> =>
      expectStatus(201, await app.as(by).post<Node>(path, { name, parentId: parent?.id })),
    change: async (node: Node, said: object): Promise<Node> =>
      expectStatus(200, await app.as(by).patch<Node>(`${path}/${node.id}`, node.version, said)),
    read: async ({ id }: Node): Promise<Node> =>
      expectStatus(200, await app.as(by).get<Node>(`${path}/${id}`)),
    /** Roots of a tree are unlike each other: all tests of a file share it. */
    chain: async (...names: string[]): Promise<Node[]> => {
      const nodes: Node[] = [];
      for (const name of names) {
        const parentId = nodes.at(-1)?.id;
        nodes.push(expectStatus(201, await app.as(by).post<Node>(path, { name, parentId })));
      }
      return nodes;
    },
  };
}
