/** The two trees of the house, by the kind of their nodes: the same rules, each with a table of its own. */
export const TREES = {
  cause: { table: 'causes', path: '/v1/causes', uniqueName: 'causes_by_name' },
  category: { table: 'categories', path: '/v1/categories', uniqueName: 'categories_by_name' },
} as const;

export type Tree = keyof typeof TREES;

/** How many names a path has at most, the node's own included. */
export const MAX_DEPTH = 8;
