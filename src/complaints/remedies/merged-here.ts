import type { Query } from '../case/case-view.js';

/** A complaint and all that were merged into it: what was granted on any of them was granted on it. */
export async function withMerged(query: Query, complaintId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(MERGED, [complaintId]);
  return rows.map(({ id }) => id);
}

const MERGED = `
  WITH RECURSIVE merged AS (
    SELECT c.id FROM complaints c WHERE c.id = $1
    UNION
    SELECT c.id FROM complaints c JOIN merged m ON c.merged_into_id = m.id)
  SELECT m.id FROM merged m`;
