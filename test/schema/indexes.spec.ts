import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { cloneDatabase, type TestDatabase } from '../support/template-database.js';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await cloneDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('the indexes', () => {
  // Rows of the log are never deleted, so nothing ever looks for what points at them.
  it('serve every foreign key but those to the log', async () => {
    expect(
      await names(
        `SELECT c.conrelid::regclass || ' ' || c.conname AS name
         FROM pg_constraint c
         WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
           AND c.confrelid NOT IN ('entries'::regclass, 'entry_positions'::regclass) AND NOT EXISTS (
           SELECT FROM pg_index i
           WHERE i.indrelid = c.conrelid AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
         )`,
      ),
    ).toEqual([]);
  });

  it('are never the same twice', async () => {
    expect(
      await names(
        `SELECT string_agg(i.indexrelid::regclass::text, ', ') AS name
         FROM pg_index i
         JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace
         GROUP BY i.indrelid, i.indkey::text, i.indclass::text, i.indoption::text,
           pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid)
         HAVING count(*) > 1`,
      ),
    ).toEqual([]);
  });

  it('have names that somebody gave them', async () => {
    expect(
      await names(
        `SELECT c.relname AS name FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'i' AND c.relname ~ '_idx[0-9]*$'`,
      ),
    ).toEqual([]);
  });
});

describe('the columns', () => {
  it('hold times with their zone, to the millisecond', async () => {
    expect(
      await names(
        `SELECT a.attrelid::regclass || '.' || a.attname AS name
         FROM pg_attribute a
         JOIN pg_class c ON c.oid = a.attrelid AND c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
         WHERE a.attnum > 0 AND NOT a.attisdropped
           AND format_type(a.atttypid, a.atttypmod) ~ '^(timestamp|time)' 
           AND format_type(a.atttypid, a.atttypmod) <> 'timestamp(3) with time zone'`,
      ),
    ).toEqual([]);
  });
});

async function names(sql: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql);
  return rows.map(({ name }) => name).sort();
}
