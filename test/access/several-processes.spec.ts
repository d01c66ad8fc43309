import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { eventually } from '../support/eventually.js';
import { race } from '../support/race.js';
import { hire, type SignedIn, signIn } from './people.js';
import { type Program, startProgram } from './start-program.js';

const folder = await mkdtemp(join(tmpdir(), 'amends-second-'));
const shared = { KEYS_DIR: join(folder, 'keys'), RATE_LIMIT_PUBLIC: '0' };
const app = useTestApp({ env: shared });

/** Another program on the same database and keys, as behind a load balancer. */
let second: Program;

beforeAll(async () => {
  const [row] = await app.database.read<{ name: string }>('SELECT current_database() AS name');
  const url = new URL(process.env.TEST_SERVER ?? '');
  url.pathname = `/${row?.name ?? ''}`;
  second = await startProgram({ ...shared, DATA_DIR: folder, DATABASE_URL: url.href });
});
afterAll(() => second.close());

const there = (token: string) => second.api(token).get<{ roles: string[] }>('/v1/me');
const soon = 5_000;

describe('on another process', () => {
  it('a token is good, and refused within five seconds after the user signed out here', async () => {
    const person = await hire(app);
    const { accessToken, refreshToken } = await signIn(app, person.email);
    expectStatus(200, await there(accessToken));
    expectStatus(204, await app.withToken(accessToken).delete('/v1/sessions/current'));
    expectStatus(401, await second.api().post('/v1/sessions/refresh', { refreshToken }));
    await eventually(async () => expectStatus(401, await there(accessToken)), soon);
  });

  it('a disabled user is refused within five seconds', async () => {
    const person = await hire(app);
    const { accessToken } = await signIn(app, person.email);
    expectStatus(200, await there(accessToken));
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 1, { disabled: true }));
    await eventually(async () => expectStatus(401, await there(accessToken)), soon);
  });

  it('new roles hold within five seconds', async () => {
    const person = await hire(app);
    const { accessToken } = await signIn(app, person.email);
    expectStatus(403, await second.api(accessToken).get('/v1/audit/entries'));
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 1, { roles: ['auditor'] }));
    await eventually(
      async () => expectStatus(200, await second.api(accessToken).get('/v1/audit/entries')),
      soon,
    );
  });

  it('a refresh token that was used here ends the session', async () => {
    const person = await hire(app);
    const { refreshToken } = await signIn(app, person.email);
    const refresh = (turn: number) =>
      (turn % 2 ? second.api() : app.anonymous).post<SignedIn>('/v1/sessions/refresh', { refreshToken });
    const tally = await race(4, refresh);
    expect(tally).toEqual({ '201': 1, '401 invalid_credentials': 3 });
  });

  it('failed sign-ins here count', async () => {
    const person = await hire(app);
    const attempt = (turn: number) =>
      (turn % 2 ? second.api() : app.anonymous).post('/v1/sessions', {
        email: person.email,
        password: 'wrong',
      });
    expect(await race(16, attempt)).toEqual({ '401 invalid_credentials': 10, '429 rate_limited': 6 });
  });
});
