import { type Tree, TREES } from './tree.js';

/** Runs a statement, inside or outside of a transaction. */
type Query = <T>(sql: string, params: unknown[]) => Promise<T[]>;

/**
 * Which nodes may be chosen: those that are not retired, nor is anything that they stand below.
 * @returns true or false for each id that names a node; an id that names nothing is absent.
 */
export async function choosable(query: Query, tree: Tree, ids: string[]): Promise<Map<string, boolean>> {
  if (ids.length === 0) return new Map();
  const { table } = TREES[tree];
  const rows = await query<{ id: string; choosable: boolean }>(
    `WITH RECURSIVE way_up AS (
       SELECT n.id, n.parent_id, n.retired FROM ${table} n WHERE n.id = ANY ($1::uuid[])
       UNION ALL
       SELECT w.id, n.parent_id, n.retired FROM way_up w JOIN ${table} n ON n.id = w.parent_id
     )
     SELECT w.id, NOT bool_or(w.retired) AS choosable FROM way_up w GROUP BY w.id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.choosable]));
}
