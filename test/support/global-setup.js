import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Once per run: one PostgreSQL server for all test files. With `DATABASE_URL` that server, beside whose databases
 * ours are made; without it the embedded one of the built program, in a folder of its own.
 * The test files find it by the environment, which the workers inherit.
 */
export default async function globalSetup() {
  process.env.TEST_RUN = `amends_test_${randomBytes(4).toString('hex')}`;
  const server = process.env.DATABASE_URL ? await given(process.env.DATABASE_URL) : await embedded();
  process.env.TEST_SERVER = server.url;
  delete process.env.DATABASE_URL;
  globalThis.stopTestServer = server.stop;
}

async function given(url) {
  return { url, stop: () => dropDatabases(url, process.env.TEST_RUN) };
}

async function embedded() {
  const { startEmbedded } = await import('../../dist/platform/database/embedded.js');
  const folder = await mkdtemp(join(tmpdir(), 'amends-test-'));
  const { url, stop } = await startEmbedded(folder, { durable: false });
  return {
    url,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Drops what the run has left on a server that is not ours to stop. */
async function dropDatabases(url, run) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    'SELECT d.datname FROM pg_database d WHERE starts_with(d.datname, $1)',
    [run],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  await client.end();
}
