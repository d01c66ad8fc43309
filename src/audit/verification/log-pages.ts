import type { Database } from '../../platform/database/database.js';
import { parseEntry } from '../entries/entry-bytes.js';
import type { Checked } from './check-entry.js';

/** Entries read in one statement. */
const PAGE = 1000;
/** Numbers of the sequence looked through in one statement. */
const WINDOW = 10_000;

/** An entry without a position; in order it waits in the queue of the sealer. */
export type Unsealed = Checked & { waiting: boolean };

/** What has a position, by position. The next page is on its way while one is looked at. */
export async function* sealedPages(database: Database): AsyncGenerator<Checked[]> {
  let next = database.read<Checked>(SEALED, [0, PAGE]);
  for (;;) {
    const page = await next;
    if (page.length === 0) return;
    next = database.read<Checked>(SEALED, [page.at(-1)?.position ?? 0, PAGE]);
    // It is waited for in the next round; until then its failure is nobody's surprise.
    next.catch(() => undefined);
    yield page;
  }
}

/** What has no position, by number. */
export async function* unsealedPages(database: Database): AsyncGenerator<Unsealed[]> {
  const [{ end } = { end: 0 }] = await database.read<{ end: number }>(
    'SELECT coalesce(max(e.seq), 0) AS end FROM entries e',
  );
  for (let last = 0; last < end; last += WINDOW) yield await database.read(UNSEALED, [last, last + WINDOW]);
}

/** The ids of entries that are not there, though values of theirs are. */
export async function* strayValues(database: Database): AsyncGenerator<string[]> {
  for (let last: string | null = null; ;) {
    const page: { entryId: string; known: boolean }[] = await database.read(VALUES, [last, WINDOW]);
    yield page.filter(({ known }) => !known).map(({ entryId }) => entryId);
    last = page.at(-1)?.entryId ?? last;
    if (page.length < WINDOW) return;
  }
}

/** Which values were erased, `<entry id> <pointer>`, each by the number of the entry that says so. */
export async function erasures(database: Database): Promise<Map<string, number>> {
  const rows = await database.read<{ bytes: Buffer; seq: number }>(
    `SELECT e.bytes, e.seq FROM entries e WHERE e.type = 'values.erased' ORDER BY e.seq`,
  );
  return new Map(rows.flatMap(({ bytes, seq }) => namesIn(bytes).map((name) => [name, seq] as const)));
}

/** Of bytes that were changed, none: they are found by themselves, and must not end the check. */
function namesIn(bytes: Buffer): string[] {
  try {
    const { values } = parseEntry(bytes).data as { values: { entryId: string; pointer: string }[] };
    return values.map(({ entryId, pointer }) => `${entryId} ${pointer}`);
  } catch {
    return [];
  }
}

const COLUMNS = `e.id, e.seq, e.format, e.type, e.at, e.actor_kind, e.actor_id, e.subject_type, e.subject_id,
  e.complaint_id, e.complaint_version, e.request_id, e.bytes,
  (SELECT '[' || string_agg(
     '[' || to_json(v.pointer)::text || ',"' || encode(v.salt, 'hex') || '",' || v.value::text || ']', ',') || ']'
   FROM entry_values v WHERE v.entry_id = e.id) AS personal`;

const SEALED = `SELECT p.position, p.entry_id, p.leaf_hash, ${COLUMNS}
  FROM entry_positions p LEFT JOIN entries e ON e.id = p.entry_id
  WHERE p.position > $1 ORDER BY p.position LIMIT $2`;

const UNSEALED = `SELECT NULL::bigint AS position, e.id AS entry_id, NULL::bytea AS leaf_hash,
    EXISTS (SELECT FROM unsealed_entries u WHERE u.entry_id = e.id AND u.seq = e.seq) AS waiting, ${COLUMNS}
  FROM entries e
  WHERE e.seq > $1 AND e.seq <= $2 AND NOT EXISTS (SELECT FROM entry_positions p WHERE p.entry_id = e.id)
  ORDER BY e.seq`;

const VALUES = `SELECT d.entry_id, EXISTS (SELECT FROM entries e WHERE e.id = d.entry_id) AS known
  FROM (SELECT DISTINCT v.entry_id FROM entry_values v
        WHERE $1::uuid IS NULL OR v.entry_id > $1 ORDER BY v.entry_id LIMIT $2) d
  ORDER BY d.entry_id`;
