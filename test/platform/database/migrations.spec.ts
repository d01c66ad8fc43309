import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import pg from 'pg';
import { knownMigrations, migrate } from '../../../src/platform/database/migrations.js';
import { checkServer } from '../../../src/platform/database/server-check.js';
import { StartError } from '../../../src/platform/start-error.js';

const server = process.env.TEST_SERVER ?? '';
const name = `${process.env.TEST_RUN ?? ''}_migrations_${process.pid}`;

beforeAll(() => query(server, APP_ROLE_EXISTS, `CREATE ROLE ${name} LOGIN PASSWORD 'owner'`));
afterAll(() => query(server, `DROP ROLE ${name}`));

const APP_ROLE_EXISTS = `
  DO $$ BEGIN
    CREATE ROLE amends_app;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL;
  END $$`;

async function query<T extends object>(url: string, ...statements: string[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: T[] = [];
    for (const sql of statements) ({ rows } = await client.query<T>(sql));
    return rows;
  } finally {
    await client.end();
  }
}

function urlOf(database: string, user?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (user) Object.assign(url, { username: user, password: 'owner' });
  return url.href;
}

async function withDatabase(
  suffix: string,
  owner: string,
  work: (database: string) => Promise<void>,
): Promise<void> {
  const database = `${name}_${suffix}`;
  await query(server, `CREATE DATABASE ${database} TEMPLATE template0 OWNER ${owner}`);
  try {
    await work(database);
  } finally {
    await query(server, `DROP DATABASE ${database} WITH (FORCE)`);
  }
}

test('several programs that start at once migrate once', () =>
  withDatabase('crowd', 'DEFAULT', async (database) => {
    const url = urlOf(database);
    const migrated = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(migrated).toEqual(Array(3).fill({ poolRole: 'amends_app' }));
    const rows = await query<{ name: string }>(url, 'SELECT m.name FROM migrations m ORDER BY m.timestamp');
    expect(rows.map((row) => row.name)).toEqual(await knownMigrations());
  }));

test('every file is a migration or the page about them', () => {
  const files = readdirSync('migrations').filter((file) => !/^\d{13}-[a-z0-9-]+\.sql$/.test(file));
  expect(files).toEqual(['README.md']);
});

test('where the server refuses the role, the owner works alone and the start says so', () =>
  withDatabase('alone', name, async (database) => {
    const { poolRole, warning } = await migrate(urlOf(database, name));
    expect(poolRole).toBeNull();
    expect(warning).toMatch(/cannot have the role amends_app/);
  }));

test('the application does not run as a role that owns its tables', () =>
  withDatabase('own', 'amends_app', async (database) => {
    await query(urlOf(database), 'ALTER SCHEMA public OWNER TO amends_app');
    const url = `${urlOf(database)}?options=${encodeURIComponent('-c role=amends_app')}`;
    expect(await migrate(url)).toMatchObject({ poolRole: null });
  }));

test('when the role is granted later, the next start uses it', () =>
  withDatabase('later', name, async (database) => {
    const url = urlOf(database, name);
    await migrate(url);
    await query(server, `GRANT amends_app TO ${name}`);
    expect(await migrate(url)).toEqual({ poolRole: 'amends_app' });
    await query(url, 'SET ROLE amends_app', 'SELECT FROM users', 'SELECT FROM migrations');
    await query(server, `REVOKE amends_app FROM ${name}`);
  }));

test('grants that somebody changed by hand are set right by the next start', () =>
  withDatabase('hand', 'DEFAULT', async (database) => {
    const url = urlOf(database);
    await migrate(url);
    await query(url, 'GRANT ALL ON app_privileges TO amends_app', 'REVOKE ALL ON migrations FROM amends_app');
    await migrate(url);
    const [may] = await query(
      url,
      `SELECT has_table_privilege('amends_app', 'app_privileges', 'UPDATE') AS changed,
              has_table_privilege('amends_app', 'migrations', 'SELECT') AS read`,
    );
    expect(may).toEqual({ changed: false, read: true });
  }));

describe('the start stops with a sentence about DATABASE_URL', () => {
  async function sentence(url: string): Promise<string> {
    const error: unknown = await migrate(url).then(
      () => new Error('it was accepted'),
      (reason: unknown) => reason,
    );
    if (!(error instanceof StartError)) throw error;
    return error.message;
  }

  test.each([
    ['nobody listens', 'postgres://user:hush@127.0.0.1:1/amends', 'does not answer'],
    ['the host does not exist', 'postgres://user:hush@nowhere.invalid/amends', 'does not answer'],
    [
      'the password is wrong',
      urlOf('postgres', name).replace('owner', 'hush'),
      'refuses this user or password',
    ],
    ['the database does not exist', urlOf('nowhere'), 'does not exist'],
    ['the user may create nothing', urlOf('postgres', name), 'lets this user not create tables'],
  ])('when %s', async (_, url, reason) => {
    const said = await sentence(url);
    expect(said).toMatch(/^DATABASE_URL: the database at [^\n]+\.$/);
    expect(said).toContain(reason);
    expect(said).not.toContain('hush');
  });

  test.each([
    ['the server is too old', { number: 140_010, version: '14.10', encoding: 'UTF8' }, /PostgreSQL 14\.10/],
    ['the database does not keep Unicode', { number: 150_000, version: '15', encoding: 'LATIN2' }, /LATIN2/],
  ])('when %s', async (_, row, said) => {
    const owner = { query: () => Promise.resolve({ rows: [row] }) } as unknown as pg.Client;
    await expect(checkServer(owner)).rejects.toThrow(said);
  });
});
