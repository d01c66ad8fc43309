import pg from 'pg';
import { migrate } from '../../src/platform/database/migrations.js';

/** A database that belongs to one test file. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** What a template holds before it is copied; runs once in a run, for all test files. */
export type Filling = (url: string) => Promise<unknown>;

const run = setByGlobalSetup('TEST_RUN');
const server = setByGlobalSetup('TEST_SERVER');
let clones = 0;

/** A copy of the migrated database, empty. */
export async function cloneDatabase(): Promise<TestDatabase> {
  return cloneOf(await template('migrated', migrate));
}

/** A copy of a template that the first test file to ask for it makes, on top of the migrated one. */
export async function cloneFilled(name: string, fill: Filling): Promise<TestDatabase> {
  const migrated = await template('migrated', migrate);
  return cloneOf(await template(name, fill, migrated));
}

/** A copy of a database of a test, to which nobody is connected. */
export function copyOf({ url }: TestDatabase): Promise<TestDatabase> {
  return cloneOf(new URL(url).pathname.slice(1));
}

async function cloneOf(source: string): Promise<TestDatabase> {
  clones += 1;
  const name = `${run}_${process.pid}_${clones}`;
  await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${source}`));
  return {
    url: urlOf(name),
    drop: () =>
      onServer(async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** What this worker has found or made. */
const templates = new Set<string>();

async function template(name: string, fill: Filling, source?: string): Promise<string> {
  const database = `${run}_${name}`;
  if (!templates.has(database)) await makeTemplate(database, fill, source);
  templates.add(database);
  return database;
}

/** Made under a lock of the server, because the test files run side by side; a half-filled one is made again. */
function makeTemplate(database: string, fill: Filling, source = 'template0'): Promise<void> {
  return onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [run]);
    const made = await client.query('SELECT FROM pg_database d WHERE d.datname = $1', [database]);
    if (made.rowCount === 1) return;
    await client.query(`DROP DATABASE IF EXISTS ${database}_raw WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${database}_raw TEMPLATE ${source}`);
    await fill(urlOf(`${database}_raw`));
    await client.query(`ALTER DATABASE ${database}_raw RENAME TO ${database}`);
  });
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function setByGlobalSetup(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is not set: run the tests by jest, which starts the server`);
  return value;
}
