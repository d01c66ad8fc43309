import { describe, expect, it } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { CAST, PASSWORD } from '../support/cast.js';
import type { Me, SignedIn } from './people.js';
import { hire } from './people.js';

const app = useTestApp();
const signIn = (email: string, password: string) =>
  app.anonymous.post<SignedIn>('/v1/sessions', { email, password });

describe('signing in', () => {
  it('gives an access token of 15 minutes and a refresh token, which no cache may keep', async () => {
    const answer = await signIn(CAST.anna.email, PASSWORD);
    const session = expectStatus(201, answer);
    expect(session).toMatchObject({ tokenType: 'Bearer', expiresIn: 900 });
    expect(session.refreshToken).toMatch(/^amr_[A-Za-z0-9_-]{43}$/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('makes the access token by RFC 9068', async () => {
    const { accessToken } = expectStatus(201, await signIn(CAST.anna.email, PASSWORD));
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    const claims = decodeJwt(accessToken);
    for (const claim of ['iss', 'aud', 'sub', 'client_id', 'jti', 'iat', 'exp', 'sid']) {
      expect(claims).toHaveProperty(claim);
    }
    expect(claims.sub).toBe(await app.idOf('anna'));
    expect(JSON.stringify(claims)).not.toContain('Anna');
  });

  it('knows an address in any case', async () => {
    expectStatus(201, await signIn(CAST.anna.email.toUpperCase(), PASSWORD));
  });

  it('opens the API to the user', async () => {
    const { accessToken } = expectStatus(201, await signIn(CAST.anna.email, PASSWORD));
    const me = expectStatus(200, await app.withToken(accessToken).get<Me>('/v1/me'));
    expect(me).toMatchObject({ kind: 'user', name: 'Anna Agent', email: CAST.anna.email, roles: ['agent'] });
    expect(me.permissions).toContain('complaint:acknowledge');
    expect(me.permissions).not.toContain('user:write');
  });

  it('is on record as the act of the user', async () => {
    const { accessToken } = expectStatus(201, await signIn(CAST.anna.email, PASSWORD));
    const { sid, sub } = decodeJwt(accessToken);
    const entries = await app.database.read(
      `SELECT e.bytes FROM entries e
       WHERE e.type = 'session.started' AND convert_from(e.bytes, 'UTF8') LIKE $1`,
      [`%${String(sid)}%`],
    );
    expect(entries).toHaveLength(1);
    expect(String((entries[0] as { bytes: Buffer }).bytes)).toContain(String(sub));
  });
});

describe('a sign-in that fails', () => {
  it('is answered alike for every cause', async () => {
    const gone = await hire(app, { email: 'gone@house.example' });
    expectStatus(200, await app.as('ada').patch(`/v1/users/${gone.id}`, 1, { disabled: true }));
    const answers = [
      await signIn('nobody@house.example', PASSWORD),
      await signIn(CAST.anna.email, 'not the password'),
      await signIn(CAST.anna.email, ''),
      await signIn(gone.email, PASSWORD),
    ];
    const [first, ...others] = answers.map(({ status, body, headers }) => ({
      status,
      body: { ...body, requestId: '' },
      challenge: headers.get('www-authenticate'),
    }));
    expect(first).toMatchObject({ status: 401, body: { code: 'invalid_credentials' }, challenge: 'Bearer' });
    for (const other of others) expect(other).toEqual(first);
  });

  it('takes about as long whether the user exists or not', async () => {
    const { email } = await hire(app, { email: 'timed@house.example' });
    const known = await fastest(() => signIn(email, 'not the password'));
    const unknown = await fastest(() => signIn('nobody-at-all@house.example', 'not the password'));
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3);
  });

  it('is refused as input only where it is no sign-in at all', async () => {
    const answer = await app.anonymous.post('/v1/sessions', { email: 'anna', remember: true });
    expectStatus(400, answer);
    expect(answer.body).toMatchObject({
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/email', code: 'is_email' }),
        expect.objectContaining({ pointer: '/password', code: 'required' }),
        expect.objectContaining({ pointer: '/remember', code: 'unknown_property' }),
      ]) as unknown,
    });
  });
});

async function fastest(call: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
