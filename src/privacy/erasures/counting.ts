import type { Tx } from '../../platform/database/database.js';
import { DATA_KINDS, type DataKind } from '../map/data.js';
import type { Extent } from './erasure.entity.js';
import type { Reach } from './reach.js';
import { type ReachedTable, reachedTables } from './reached-tables.js';

/** How much an erasure takes away, now. */
export async function extentOf(tx: Tx, covered: Reach): Promise<Extent> {
  const counts = new Map<DataKind, number>();
  let [rows, entries] = [0, 0];
  for (const table of reachedTables(covered)) {
    const row = await tx.one<Record<string, number>>(countStatement(table), table.params);
    rows += row?.['rows'] ?? 0;
    entries += row?.['entries'] ?? 0;
    table.columns.forEach(({ kind }, index) => {
      counts.set(kind, (counts.get(kind) ?? 0) + (row?.[`c${index}`] ?? 0));
    });
  }
  const values = (Object.keys(DATA_KINDS) as DataKind[]).flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  return { rows, entries, values };
}

/** What differs from what it becomes is a value. A value of the log counts for itself, and its entry once. */
function countStatement({ table, condition, columns }: ReachedTable): string {
  const counted = columns.map(
    (column, index) => `count(*) FILTER (WHERE ${differs(column)})::integer AS c${index}`,
  );
  const entries = table === 'entry_values' ? 'count(DISTINCT t.entry_id)::integer' : '0';
  const rows = `count(*) FILTER (WHERE ${columns.map(differs).join(' OR ')})::integer`;
  return `SELECT ${rows} AS rows, ${entries} AS entries, ${counted.join(', ')} FROM ${table} t WHERE ${condition}`;
}

/** Whether erasing changes anything there. */
export function differs({ name, becomes }: { name: string; becomes: string }): string {
  return `t.${name} IS DISTINCT FROM (${becomes})`;
}
