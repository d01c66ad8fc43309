import type { ClientBase } from 'pg';

/**
 * Makes copies of every complaint in the database, with all that stands below it, until there are so many.
 * The connection must be the owner's. Copies are for reading, and for writing to, but no log to be verified: the bytes
 * of their entries are those of the entries that they are copies of.
 * @param logged of how many the entries are copied too; the log takes most of the time
 */
export async function copyComplaints(client: ClientBase, upTo: number, logged = upTo): Promise<void> {
  const { rows } = await client.query<{ samples: number }>('SELECT count(*)::int AS samples FROM complaints');
  const copiesFor = (complaints: number) => Math.ceil(complaints / (rows[0]?.samples ?? 1)) - 1;
  // What refers to what is right by construction, and an index is made in a fraction of the time that it grows in.
  await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '256MB'`);
  const indexes = await client.query<{ name: string; definition: string }>(INDEXES, [Object.keys(CHANGES)]);
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  for (const table of Object.keys(CHANGES)) {
    const copies = copiesFor(table.startsWith('entr') ? logged : upTo);
    await client.query(copyStatement(table, await columnsOf(client, table)), [copies]);
  }
  for (const statement of POSITIONS) await client.query(statement);
  for (const { definition } of indexes.rows) await client.query(definition);
  await client.query(`SET session_replication_role = DEFAULT`);
  await client.query('VACUUM ANALYZE');
}

const INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i
  WHERE i.indrelid = ANY ($1::regclass[])
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`;

/** The id of the `n`-th copy: its time stays, so that copies lie in the order of what they are copies of. */
const copied = (column: string) =>
  `overlay(t.${column}::text PLACING right(md5(t.${column}::text || n), 12) FROM 25)::uuid`;
const later = (column: string) => `t.${column} + n * interval '1 second'`;

/** What is another in each copy, by table and column; n counts the copies from 1. */
const CHANGES: Record<string, Record<string, string>> = {
  complaints: {
    id: copied('id'),
    reference: `regexp_replace(lpad(upper(to_hex(n * 4096 + t.rank)), 9, '0'), '(...)(...)(...)', '\\1-\\2-\\3')`,
    received_at: later('received_at'),
    updated_at: later('updated_at'),
    next_due_at: later('next_due_at'),
  },
  facts: { id: copied('id'), complaint_id: copied('complaint_id') },
  messages: { id: copied('id'), complaint_id: copied('complaint_id') },
  promises: { id: copied('id'), complaint_id: copied('complaint_id'), due_at: later('due_at') },
  complaint_words: { complaint_id: copied('complaint_id') },
  entry_values: { entry_id: copied('entry_id') },
  entries: {
    id: copied('id'),
    seq: 't.last + (n - 1) * t.total + t.rank',
    subject_id: copied('subject_id'),
    complaint_id: copied('complaint_id'),
  },
};

/** Values come before entries, so that the rows that are read are the samples' alone. */
function copyStatement(table: string, columns: string[]): string {
  const values = columns.map((column) => CHANGES[table]?.[column] ?? `t.${column}`);
  return `
    INSERT INTO ${table} (${columns.join(', ')})
    SELECT ${values.join(', ')}
    FROM (SELECT s.*, row_number() OVER () AS rank, count(*) OVER () AS total${LAST[table] ?? ''}
          FROM ${table} s ${WHERE[table] ?? ''}) t, generate_series(1, $1::int) AS n`;
}

const LAST: Record<string, string> = { entries: ', (SELECT max(e.seq) FROM entries e) AS last' };
const OF_COMPLAINTS = 'complaint_id IS NOT NULL';
const WHERE: Record<string, string> = {
  entries: `WHERE s.${OF_COMPLAINTS}`,
  entry_values: `JOIN entries e ON e.id = s.entry_id AND e.${OF_COMPLAINTS}`,
};

/** Every entry gets its position at once. */
const POSITIONS = [
  `SELECT setval('entries_seq', (SELECT max(e.seq) FROM entries e))`,
  'DELETE FROM unsealed_entries',
  `INSERT INTO entry_positions (position, entry_id, leaf_hash)
   SELECT (SELECT coalesce(max(p.position), 0) FROM entry_positions p) + row_number() OVER (ORDER BY e.seq), e.id,
     sha256('\\x00'::bytea || e.bytes)
   FROM entries e WHERE NOT EXISTS (SELECT FROM entry_positions p WHERE p.entry_id = e.id)`,
];

async function columnsOf(client: ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_attribute a
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}
