import { type ComplaintField, type PromiseField, type Replayed, type Said } from './replay.js';

/** What the rows say of a complaint; times are RFC 3339. */
export interface ComplaintRows {
  id: string;
  /** Null where there is no row. */
  complaint: Record<ComplaintField, string | null> | null;
  promises: ({ id: string } & Record<PromiseField, string | null>)[];
}

/** Something that the log says and the rows do not, or the other way round. */
export interface Difference {
  complaintId: string;
  /** The promise, where it is about one. */
  promiseId: string | null;
  /** `row`: that there is one at all. */
  field: ComplaintField | PromiseField | 'row';
  logSays: string | null;
  rowSays: string | null;
  /** Of the entry that says so; null where none does. */
  position: number | null;
}

export function differences(log: Replayed, rows: ComplaintRows): Difference[] {
  const about = { complaintId: rows.id, promiseId: null };
  const found = compared(about, log.complaint, rows.complaint);
  const ids = new Set([...log.promises.keys(), ...rows.promises.map(({ id }) => id)]);
  for (const promiseId of ids) {
    const said = log.promises.get(promiseId)?.fields ?? null;
    const row = rows.promises.find(({ id }) => id === promiseId) ?? null;
    found.push(...compared({ ...about, promiseId }, said, row));
  }
  return found;
}

function compared<F extends ComplaintField | PromiseField>(
  about: Pick<Difference, 'complaintId' | 'promiseId'>,
  log: Record<F, Said> | null,
  row: Record<F, string | null> | null,
): Difference[] {
  if (log === null && row === null) return [];
  if (log === null) return [{ ...about, field: 'row', logSays: null, rowSays: 'there', position: null }];
  const fields = Object.entries(log) as [F, Said][];
  if (row === null) {
    const position = fields.reduce((last, [, said]) => Math.max(last, said.position ?? 0), 0) || null;
    return [{ ...about, field: 'row', logSays: 'there', rowSays: null, position }];
  }
  return fields
    .filter(([field, { value }]) => value !== row[field])
    .map(([field, { value, position }]) => ({
      ...{ ...about, field, logSays: value, rowSays: row[field] },
      position,
    }));
}
