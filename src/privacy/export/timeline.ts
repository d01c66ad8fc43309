import { type Entry, renderEntry, type StoredEntry } from '../../audit/entries/entry.js';
import { SUBJECT_KINDS, type SubjectKind } from '../map/data.js';
import { LOG_DATA } from '../map/log.data.js';
import { type Ids, inParts, pages, type Query, ROWS } from './rows.js';

/**
 * Every entry that is about the person, with the values that are theirs. Names of staff read null, as in all of the
 * export; so does what was erased.
 */
export async function* timelineOf(query: Query, ids: Ids): AsyncGenerator<Entry> {
  const told = new Set<string>();
  for (const kind of SUBJECT_KINDS) {
    for (const some of inParts(ids[kind])) {
      const rows = pages<StoredEntry & { seq: number }>(query, statement(kind), some, ({ seq }) => seq);
      for await (const row of rows) {
        const entry = renderEntry(row);
        if (!told.has(entry.id)) yield entry;
        told.add(entry.id);
      }
    }
  }
}

/** What an entry of another complaint says of a link, it says of that one's customer; ours has an entry of its own. */
const ABOUT: Record<SubjectKind, string> = {
  complaint: 'e.complaint_id = ANY ($1::uuid[])',
  customer: `e.complaint_id IS NULL AND e.subject_type = 'customer' AND e.subject_id = ANY ($1::uuid[])`,
  contact: `e.complaint_id IS NULL AND e.subject_type = 'contact' AND e.subject_id = ANY ($1::uuid[])`,
};

function statement(kind: SubjectKind): string {
  const theirs = LOG_DATA.entry_values?.of?.[kind]?.('$1::uuid[]') ?? 'false';
  return `
    WITH theirs AS MATERIALIZED (SELECT t.entry_id, t.pointer, t.value FROM entry_values t WHERE ${theirs}),
    found AS (
      SELECT e.id FROM entries e WHERE ${ABOUT[kind]}
      UNION
      SELECT e.id FROM theirs v JOIN entries e ON e.id = v.entry_id WHERE e.complaint_id IS NULL)
    SELECT e.seq, e.bytes, p.position,
      (SELECT jsonb_object_agg(v.pointer, v.value) FROM theirs v WHERE v.entry_id = e.id) AS personal
    FROM found f JOIN entries e ON e.id = f.id LEFT JOIN entry_positions p ON p.entry_id = e.id
    WHERE $2::bigint IS NULL OR e.seq > $2 ORDER BY e.seq LIMIT ${ROWS}`;
}
