import { expect, test } from '@jest/globals';
import type { Database } from '../../../src/platform/database/database.js';
import { knownMigrations } from '../../../src/platform/database/migrations.js';
import { Draining } from '../../../src/platform/health/draining.js';
import { Readiness } from '../../../src/platform/health/readiness.js';

const DONE = (await knownMigrations()).map((name) => ({ name }));

/** A database that answers each statement with what it is given. */
function database(answer: () => Promise<object[]>): Database {
  return { read: answer } as unknown as Database;
}

test('ready when the database answers and has all migrations', async () => {
  const readiness = new Readiness(
    database(() => Promise.resolve(DONE)),
    new Draining(),
  );
  expect(await readiness.reasonAgainst()).toBeNull();
});

test('not ready while a migration is missing', async () => {
  const readiness = new Readiness(
    database(() => Promise.resolve(DONE.slice(1))),
    new Draining(),
  );
  expect(await readiness.reasonAgainst()).toMatch(/migrations/);
});

test('not ready when the database fails, or does not answer within half a second', async () => {
  const failing = new Readiness(
    database(() => Promise.reject(new Error('gone'))),
    new Draining(),
  );
  expect(await failing.reasonAgainst()).toMatch(/database/);
  const slow = new Readiness(
    database(() => new Promise(() => undefined)),
    new Draining(),
  );
  expect(await slow.reasonAgainst()).toMatch(/database/);
});

test('not ready once the process is on its way out', async () => {
  const draining = new Draining();
  const readiness = new Readiness(
    database(() => Promise.resolve(DONE)),
    draining,
  );
  draining.onModuleDestroy();
  expect(await readiness.reasonAgainst()).toMatch(/on its way out/);
});
