import { afterEach, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { migrate } from '../../../src/platform/database/migrations.js';
import { cloneDatabase, type TestDatabase } from '../../support/template-database.js';

let copy: TestDatabase;
let owner: pg.Client;

beforeEach(async () => {
  copy = await cloneDatabase();
  owner = new pg.Client({ connectionString: copy.url });
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await copy.drop();
});

test('the application works with the tables of the jobs, and may create nothing beside them', async () => {
  await owner.query('SET ROLE amends_app');
  await owner.query('SELECT FROM pgboss.job');
  await expect(owner.query('CREATE TABLE pgboss.mine ()')).rejects.toThrow('permission denied');
  await expect(owner.query('DROP TABLE pgboss.warning')).rejects.toThrow('must be owner');
});

test('what the application lost is granted again by the next start', async () => {
  await owner.query('REVOKE ALL ON ALL TABLES IN SCHEMA pgboss FROM amends_app');
  await owner.query('REVOKE ALL ON SCHEMA pgboss FROM amends_app');
  await migrate(copy.url);
  await owner.query('SET ROLE amends_app');
  await owner.query('DELETE FROM pgboss.job');
});

test('a start leaves what is there as it is', async () => {
  const versions = `SELECT c.xmin FROM pg_class c WHERE c.relnamespace = 'pgboss'::regnamespace ORDER BY c.oid`;
  const before = await owner.query(versions);
  await migrate(copy.url);
  expect((await owner.query(versions)).rows).toEqual(before.rows);
  const { rows } = await owner.query('SELECT q.name FROM pgboss.queue q');
  expect(rows).toEqual([{ name: 'dead' }]);
});
