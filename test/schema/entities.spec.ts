import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DataSource, getMetadataArgsStorage } from 'typeorm';
import { createDataSource, type Entities } from '../../src/platform/database/data-source.js';
import { cloneDatabase, type TestDatabase } from '../support/template-database.js';

/** Tables that only the machinery itself reads and writes, by SQL of its own. */
const WITHOUT_ENTITY = ['migrations', 'app_privileges', 'complaint_words'];

/**
 * Written in the migrations only: indexes, foreign keys, CHECKs and the names of constraints. The program never reads
 * them from an entity, so an entity does not repeat them; columns, types, nulls and defaults it does.
 */
const LEFT_TO_SQL = [
  /^DROP INDEX /,
  /^CREATE (UNIQUE )?INDEX /,
  /^ALTER TABLE \S+ (DROP|RENAME) CONSTRAINT /,
  /^ALTER TABLE \S+ ADD CONSTRAINT \S+ (PRIMARY KEY|UNIQUE) /,
];

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await cloneDatabase();
  source = createDataSource(database.url, null, await entitiesOf('src'));
  await source.initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

describe('the entities', () => {
  it('have the columns that the migrations make', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const drift = upQueries
      .map(({ query }) => query)
      .filter((query) => !LEFT_TO_SQL.some((form) => form.test(query)));
    expect(drift).toEqual([]);
  });

  it('cover every table', async () => {
    const tables = await source.query<{ name: string }[]>(
      `SELECT c.relname AS name FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`,
    );
    const known = [...WITHOUT_ENTITY, ...source.entityMetadatas.map(({ tableName }) => tableName)];
    expect(tables.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });
});

/** All there are, whether or not the program lists them. */
async function entitiesOf(folder: string): Promise<Entities> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.entity\.ts$/.test(name),
  );
  for (const file of files) await import(join('../..', folder, file));
  return getMetadataArgsStorage().tables.map(({ target }) => target as Entities[number]);
}
