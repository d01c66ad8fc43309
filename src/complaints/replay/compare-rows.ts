import type { Database } from '../../platform/database/database.js';
import { type ComplaintRows, type Difference, differences } from './differences.js';
import { type LoggedEntry, replay } from './replay.js';

export type { Difference } from './differences.js';

/** Complaints compared by one statement, and so on one snapshot, which is short. */
const PAGE = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

export interface Comparison {
  complaints: number;
  differences: number;
}

/**
 * Replays every complaint from its entries and compares its rows with what they say: state, owner and level, and the
 * promises with their times. Rows and entries of a complaint are read by one statement: what is committed meanwhile is
 * in both or in neither, so the log may be in use. Nothing is put right.
 * @param found is told each difference
 */
export async function compareRows(
  database: Pick<Database, 'read'>,
  found: (difference: Difference) => void,
): Promise<Comparison> {
  const made = { complaints: 0, differences: 0 };
  for (let last: string | null = FIRST; last !== null;) {
    const page: Compared[] = await database.read<Compared>(COMPARED, [last, PAGE]);
    for (const one of page) {
      const differing = differences(replay(one.id, one.entries ?? []), rowsOf(one));
      differing.forEach(found);
      made.differences += differing.length;
    }
    made.complaints += page.length;
    last = page.at(-1)?.id ?? null;
  }
  return made;
}

/** The difference as a line for people. */
export function describe(difference: Difference): string {
  const { complaintId, promiseId, field, logSays, rowSays, position } = difference;
  const what = promiseId === null ? '' : ` of promise ${promiseId}`;
  const says = `the log says ${logSays ?? 'nothing'}, the row says ${rowSays ?? 'nothing'}`;
  return `rows_differ  position ${position ?? '-'}  complaint ${complaintId}: ${field}${what}: ${says}`;
}

interface Compared {
  id: string;
  there: boolean;
  state: string | null;
  ownerId: string | null;
  level: number | null;
  promises: { id: string; kind: string; state: string; dueAt: number; pausedSince: number | null }[] | null;
  entries: LoggedEntry[] | null;
}

function rowsOf({ id, there, state, ownerId, level, promises }: Compared): ComplaintRows {
  const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    id,
    complaint: there ? { state, ownerId, level: String(level) } : null,
    promises: (promises ?? []).map(({ dueAt, pausedSince, ...promise }) => ({
      ...promise,
      dueAt: time(dueAt),
      pausedSince: time(pausedSince),
    })),
  };
}

const DATA = (entry: string) => `convert_from(${entry}.bytes, 'UTF8')::jsonb -> 'data'`;
const MILLISECONDS = (time: string) => `(extract(epoch FROM ${time}) * 1000)::bigint`;

/**
 * Complaints of the log and complaints of the table, so that neither is missing. `family`: those merged into each, and
 * again those merged into them, by the entries that say so; the promises that came along were made there.
 */
const COMPARED = `
  WITH RECURSIVE page AS (
    SELECT u.id FROM (
      (SELECT c.id FROM complaints c WHERE c.id > $1 ORDER BY c.id LIMIT $2)
      UNION
      (SELECT DISTINCT e.complaint_id FROM entries e WHERE e.complaint_id > $1 ORDER BY 1 LIMIT $2)
    ) u ORDER BY u.id LIMIT $2
  ), family (id, member) AS (
    SELECT p.id, p.id FROM page p
    UNION
    SELECT f.id, (${DATA('e')} ->> 'fromId')::uuid
    FROM family f JOIN entries e ON e.complaint_id = f.member AND e.type = 'complaint.absorbed'
  ), told AS (
    SELECT f.id, e.id AS entry_id, e.seq, e.bytes FROM family f JOIN entries e ON e.complaint_id = f.member
    WHERE e.subject_type = 'promise' OR e.type = 'complaint.absorbed'
      OR f.id = f.member AND e.subject_type = 'complaint'
    UNION ALL
    SELECT p.id, a.id, a.seq, a.bytes
    FROM page p JOIN entries m ON m.complaint_id = p.id AND m.type = 'complaint.merged'
    JOIN entries a ON a.complaint_id = (${DATA('m')} ->> 'intoId')::uuid AND a.type = 'complaint.absorbed'
    WHERE ${DATA('a')} ->> 'fromId' = p.id::text
  ), logged AS (
    SELECT t.id, jsonb_agg(
      jsonb_build_object('position', q.position, 'entry', convert_from(t.bytes, 'UTF8')::jsonb)
      ORDER BY t.seq) AS entries
    FROM told t LEFT JOIN entry_positions q ON q.entry_id = t.entry_id GROUP BY t.id
  )
  SELECT p.id, c.id IS NOT NULL AS there, c.state, c.owner_id, c.level, l.entries,
    (SELECT jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'state', r.state,
       'dueAt', ${MILLISECONDS('r.due_at')}, 'pausedSince', ${MILLISECONDS('r.paused_since')}))
     FROM promises r WHERE r.complaint_id = p.id) AS promises
  FROM page p LEFT JOIN complaints c ON c.id = p.id LEFT JOIN logged l ON l.id = p.id
  ORDER BY p.id`;
