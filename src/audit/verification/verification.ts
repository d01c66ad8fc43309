import type { Database } from '../../platform/database/database.js';
import { checkEntry, type Checked, type Finding, finding } from './check-entry.js';

export type { Finding } from './check-entry.js';

/** Entries checked in one statement. */
const PAGE = 500;
/** Numbers of the sequence looked through in one statement. */
const WINDOW = 10_000;

/**
 * Checks the whole log against itself: every entry's bytes, columns, personal values, hash, order and place.
 * What it cannot see: entries at the very end that were taken away with everything that names them; a checkpoint kept
 * outside of the database tells.
 * @returns what is wrong; an empty list is the good answer.
 */
export async function checkLog(database: Database): Promise<Finding[]> {
  return [...(await sealed(database)), ...(await unsealed(database)), ...(await strayValues(database))];
}

/** By position: gaps, entries that are gone, and each entry that is there. */
async function sealed(database: Database): Promise<Finding[]> {
  const found: Finding[] = [];
  const erased = await erasures(database);
  let last = 0;
  for (;;) {
    const page = await database.read<Checked>(SEALED, [last, PAGE]);
    for (const row of page) {
      const position = row.position ?? 0;
      if (position !== last + 1)
        found.push(finding('position_missing', row, `no entry stands at ${last + 1}`));
      found.push(...checkEntry(row, erased));
      last = position;
    }
    if (page.length < PAGE) return found;
  }
}

/** By number: what has no position is checked as well, and must wait in the queue of the sealer. */
async function unsealed(database: Database): Promise<Finding[]> {
  const found: Finding[] = [];
  const erased = await erasures(database);
  const [{ end } = { end: 0 }] = await database.read<{ end: number }>(
    'SELECT coalesce(max(e.seq), 0) AS end FROM entries e',
  );
  for (let last = 0; last < end; last += WINDOW) {
    const rows = await database.read<Checked & { waiting: boolean }>(UNSEALED, [last, last + WINDOW]);
    for (const row of rows) {
      if (!row.waiting)
        found.push(finding('position_missing', row, 'has no position and does not wait for one'));
      found.push(...checkEntry(row, erased));
    }
  }
  return found;
}

/** Values of entries that are not there. */
async function strayValues(database: Database): Promise<Finding[]> {
  const found: Finding[] = [];
  let last: string | null = null;
  for (;;) {
    const page: { entryId: string; known: boolean }[] = await database.read(VALUES, [last, WINDOW]);
    for (const { entryId, known } of page) {
      if (!known)
        found.push({ code: 'entry_missing', entryId, position: null, detail: 'only its values are left' });
    }
    last = page.at(-1)?.entryId ?? last;
    if (page.length < WINDOW) return found;
  }
}

/** Which values were erased, each by the number of the entry that says so. */
async function erasures(database: Database): Promise<Map<string, number>> {
  const rows = await database.read<{ name: string; seq: number }>(
    `SELECT (n.value ->> 'entryId') || ' ' || (n.value ->> 'pointer') AS name, max(e.seq) AS seq
     FROM entries e, jsonb_array_elements(convert_from(e.bytes, 'UTF8')::jsonb -> 'data' -> 'values') n
     WHERE e.type = 'values.erased' GROUP BY 1`,
  );
  return new Map(rows.map(({ name, seq }) => [name, seq]));
}

const COLUMNS = `e.id, e.seq, e.format, e.type, e.at, e.actor_kind, e.actor_id, e.subject_type, e.subject_id,
  e.complaint_id, e.complaint_version, e.request_id, e.bytes,
  (SELECT jsonb_agg(jsonb_build_array(v.pointer, encode(v.salt, 'hex'), v.value))
   FROM entry_values v WHERE v.entry_id = e.id) AS personal,
  before.at AS at_before, before.version AS version_before, before.position AS position_before`;

/** The entry before it of the same complaint. */
const BEFORE = `LEFT JOIN LATERAL (
    SELECT b.at, b.complaint_version AS version, q.position
    FROM entries b LEFT JOIN entry_positions q ON q.entry_id = b.id
    WHERE b.complaint_id = e.complaint_id AND b.seq < e.seq ORDER BY b.seq DESC LIMIT 1
  ) before ON true`;

const SEALED = `SELECT p.position, p.entry_id, p.leaf_hash, ${COLUMNS}
  FROM entry_positions p LEFT JOIN entries e ON e.id = p.entry_id ${BEFORE}
  WHERE p.position > $1 ORDER BY p.position LIMIT $2`;

const UNSEALED = `SELECT NULL::bigint AS position, e.id AS entry_id, NULL::bytea AS leaf_hash,
    EXISTS (SELECT FROM unsealed_entries u WHERE u.entry_id = e.id AND u.seq = e.seq) AS waiting, ${COLUMNS}
  FROM entries e LEFT JOIN entry_positions p ON p.entry_id = e.id ${BEFORE}
  WHERE e.seq > $1 AND e.seq <= $2 AND p.position IS NULL ORDER BY e.seq`;

const VALUES = `SELECT d.entry_id, EXISTS (SELECT FROM entries e WHERE e.id = d.entry_id) AS known
  FROM (SELECT DISTINCT v.entry_id FROM entry_values v
        WHERE $1::uuid IS NULL OR v.entry_id > $1 ORDER BY v.entry_id LIMIT $2) d
  ORDER BY d.entry_id`;
