import { SUBJECT_KINDS, type SubjectKind } from '../map/data.js';
import { type PersonalColumns, personalColumnsOf } from '../personal-data.js';
import type { Reach } from './reach.js';

/** A table with personal columns, and the rows of it that an erasure reaches, whichever way. */
export interface ReachedTable extends Omit<PersonalColumns, 'where'> {
  /** A condition on the row `t`, whose parameters begin with `$1`. */
  condition: string;
  params: string[][];
}

/** The tables in which the map finds something of all that is covered. */
export function reachedTables(covered: Reach): ReachedTable[] {
  const ids: Record<SubjectKind, string[]> = {
    complaint: covered.complaintIds,
    customer: covered.customerIds,
    contact: covered.contactIds,
  };
  const reached = new Map<string, ReachedTable>();
  for (const kind of SUBJECT_KINDS.filter((one) => ids[one].length > 0)) {
    for (const { where, ...table } of personalColumnsOf(kind)) {
      const { condition, params } = reached.get(table.table) ?? { condition: 'false', params: [] };
      reached.set(table.table, {
        ...table,
        condition: `${condition} OR (${where(`$${params.length + 1}::uuid[]`)})`,
        params: [...params, ids[kind]],
      });
    }
  }
  return [...reached.values()];
}
