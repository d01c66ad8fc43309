import type { Change } from '../../audit/ledger.service.js';
import { grouped, inBatches } from './batches.js';
import { differs, extentOf } from './counting.js';
import type { Erasure, Extent } from './erasure.entity.js';
import { type ReachedTable, reachedTables } from './reached-tables.js';

/** Names of values in one entry: so that an entry stays of a size that everybody can carry. */
const VALUES_PER_ENTRY = 500;

/**
 * What is particular to the rows that are erased themselves, beside their personal columns. A token of another
 * generation opens nothing, so the customer's page is gone.
 */
const ALSO: Record<string, (now: string) => string> = {
  complaints: (now) => `erased_at = ${now}, token_generation = t.token_generation + 1, wake_at = NULL`,
  customers: (now) => `erased_at = ${now}`,
  contacts: (now) => `erased_at = ${now}`,
  attachments: (now) => `removed_at = coalesce(t.removed_at, ${now})`,
  inbound_mails: (now) => `erased_at = coalesce(t.erased_at, ${now})`,
};

/**
 * Erases all that is covered, within the write that has it locked, and puts on record what the log loses.
 * @returns how much went.
 */
export async function erase(c: Change, erasure: Erasure): Promise<Extent> {
  const extent = await extentOf(c.tx, erasure);
  for (const table of reachedTables(erasure)) {
    if (table.table === 'entry_values') await eraseFromLog(c, erasure, table);
    else if (table.deleted)
      await c.tx.rows(`DELETE FROM ${table.table} t WHERE ${table.condition}`, table.params);
    else await update(c, table);
  }
  return extent;
}

async function update(c: Change, reached: ReachedTable): Promise<void> {
  const { table, columns, condition, params, versioned, dated } = reached;
  const now = `$${params.length + 1}::timestamptz`;
  const also = ALSO[table]?.(now);
  const changes = [
    ...columns.map(({ name, becomes }) => `${name} = ${becomes}`),
    ...(versioned ? ['version = t.version + 1'] : []),
    ...(dated ? [`updated_at = ${now}`] : []),
    ...(also ? [also] : []),
  ];
  // A row that is erased itself says so, whether or not there was anything in it.
  const touched = also ? 'true' : columns.map(differs).join(' OR ');
  const sql = `UPDATE ${table} t SET ${changes.join(', ')} WHERE (${condition}) AND (${touched})`;
  await c.tx.rows(sql, sql.includes(now) ? [...params, c.now] : params);
}

interface Gone {
  entryId: string;
  pointer: string;
  complaintId: string | null;
}

/** Deletes what opens the commitments; an entry for each complaint, and some for the rest, name what is gone. */
async function eraseFromLog(c: Change, erasure: Erasure, { condition, params }: ReachedTable): Promise<void> {
  const gone = await c.tx.rows<Gone>(
    `WITH gone AS (DELETE FROM entry_values t WHERE ${condition} RETURNING t.entry_id, t.pointer)
     SELECT g.entry_id, g.pointer, e.complaint_id FROM gone g JOIN entries e ON e.id = g.entry_id
     ORDER BY e.seq, g.pointer`,
    params,
  );
  // Of another complaint only what it said of a link to this one is gone; nothing about it has changed.
  const own = ({ complaintId }: Gone) =>
    complaintId !== null && erasure.complaintIds.includes(complaintId) ? complaintId : null;
  for (const [complaintId, values] of grouped(gone, own)) {
    const complaint =
      complaintId === null ? undefined : { id: complaintId, version: nextVersion(c, complaintId) };
    for (const some of inBatches(values, VALUES_PER_ENTRY)) {
      const subject = { type: 'erasure', id: erasure.id } as const;
      const named = some.map(({ entryId, pointer }) => ({ entryId, pointer }));
      c.record('values.erased', subject, { values: named, reason: erasure.basis }, complaint);
    }
  }
}

function nextVersion(c: Change, id: string): number {
  return c.row<{ version: number }>({ type: 'complaint', id }).version + 1;
}
