import { expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startApplication } from '../../../src/app.js';
import { Api, expectStatus } from '../../support/api.js';
import { CAST, PASSWORD } from '../../support/cast.js';
import { freePort } from '../../support/free-port.js';
import { cloneDatabase } from '../../support/template-database.js';

it('a program that stops puts on record what was read and refused until its last answer', async () => {
  const database = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'amends-records-'));
  const nest = await startApplication({
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PORT: String(await freePort()),
    ADMIN_EMAIL: CAST.ada.email,
    ADMIN_PASSWORD: PASSWORD,
    LOG_LEVEL: 'silent',
  });
  const url = await nest.getUrl();
  const anonymous = new Api(url, () => Promise.resolve(null));
  const signIn = (password: string) =>
    anonymous.post<{ accessToken: string }>('/v1/sessions', { email: CAST.ada.email, password });
  expectStatus(401, await signIn('not the password'));
  const { accessToken } = expectStatus(201, await signIn(PASSWORD));
  expectStatus(200, await new Api(url, () => Promise.resolve(accessToken)).get('/v1/users'));
  await nest.close();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ type: string }>(
    `SELECT e.type FROM entries e WHERE e.subject_type = 'access_record' ORDER BY e.seq`,
  );
  expect(rows.map(({ type }) => type)).toEqual(['personal_data.read', 'session.refused']);
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});
