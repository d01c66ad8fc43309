import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SUBJECT_KINDS } from '../../src/privacy/map/data.js';
import { PERSONAL_DATA, personalColumnsOf } from '../../src/privacy/personal-data.js';
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

describe('the map of personal data', () => {
  it('has a place for every column of every table, and only for those', async () => {
    expect(mapped()).toEqual(await stored());
  });

  it('has each column in one place', () => {
    const twice = mapped().filter((column, index, all) => all.indexOf(column) !== index);
    expect(twice).toEqual([]);
  });

  it('says of each table with personal columns how a person is found there', () => {
    const unreached = Object.entries(PERSONAL_DATA)
      .filter(([, { personal, of }]) => personal && Object.keys(of ?? {}).length === 0)
      .map(([table]) => table);
    expect(unreached).toEqual([]);
  });

  it('is written in SQL that the database understands', async () => {
    for (const subject of SUBJECT_KINDS) {
      for (const { table, where, columns } of personalColumnsOf(subject)) {
        const made = columns.map(({ name, becomes }) => `count(t.${name}), count((${becomes})::text)`);
        const sql = `SELECT ${made.join(', ')} FROM ${table} t WHERE ${where('$1::uuid[]')}`;
        await expect(client.query(sql, [[]])).resolves.toBeDefined();
      }
    }
  });
});

function mapped(): string[] {
  return Object.entries(PERSONAL_DATA)
    .flatMap(([table, { personal = {}, staff = [], house = [], plain }]) =>
      [...Object.keys(personal), ...staff, ...house, ...plain].map((column) => `${table}.${column}`),
    )
    .sort();
}

/** Parts of a table that is kept in several have the columns of the whole. */
async function stored(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT CASE c.table_schema WHEN 'public' THEN '' ELSE c.table_schema || '.' END
       || c.table_name || '.' || c.column_name AS name
     FROM information_schema.columns c
     JOIN pg_class r ON r.oid = format('%I.%I', c.table_schema, c.table_name)::regclass
     WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema') AND NOT r.relispartition`,
  );
  return rows.map(({ name }) => name).sort();
}
