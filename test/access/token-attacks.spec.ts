import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import type { Config } from '../../src/platform/config.js';
import { Keys } from '../../src/platform/keys.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { CAST } from '../support/cast.js';
import { signIn } from './people.js';

const keysDir = await mkdtemp(join(tmpdir(), 'amends-keys-'));
const app = useTestApp({ env: { KEYS_DIR: keysDir } });

/** The keys of the house itself: an attack that fails even with them fails for its own reason. */
let signing: { kid: string; privateKey: KeyObject; publicKey: KeyObject };
let genuine: { token: string; header: Record<string, unknown>; claims: JWTPayload & { iat: number } };

beforeAll(async () => {
  signing = new Keys({ keysDir } as Config).jwt().signing;
  const { accessToken: token } = await signIn(app, CAST.anna.email);
  const claims = decodeJwt<{ iat: number }>(token);
  genuine = { token, header: { ...decodeProtectedHeader(token) }, claims };
});

describe('an access token', () => {
  it('made with the key and the claims of the house opens', async () => {
    expectStatus(200, await me(signed({})));
  });

  it.each<[string, JWTPayload, object?]>([
    ['for no audience', { aud: undefined }],
    ['for another audience', { aud: 'urn:other' }],
    ['of another issuer', { iss: 'urn:other' }],
    ['of no issuer', { iss: undefined }],
    ['without an end', { exp: undefined }],
    ['that ended', { iat: 1_700_000_000, exp: 1_700_000_900 }],
    ['without end in a million years', { exp: 99_999_999_999 }],
    ['of tomorrow', { iat: 9_999_999_999, exp: 9_999_999_999 + 900 }],
    ['of nobody', { sub: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' }],
    ['of no user', { sub: undefined }],
    ['of a session that never was', { sid: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' }],
    ['of no session', { sid: undefined }],
    ['of another type', {}, { typ: 'JWT' }],
    ['of no type', {}, { typ: undefined }],
    ['signed by an unknown key', {}, { kid: 'unknown' }],
    ['signed by a key that is a path', {}, { kid: '../../jwt-1.pem' }],
    ['signed by no key', {}, { kid: undefined }],
    ['with extensions', {}, { crit: ['b64'], b64: true }],
  ])('%s is refused', async (_, claims, header = {}) => {
    await refused(signed(claims, header));
  });

  it('signed by another key under the name of ours is refused', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    await refused(signed({}, {}, privateKey));
  });

  it('without a signature is refused', async () => {
    const [, payload] = genuine.token.split('.');
    const none = part({ ...genuine.header, alg: 'none' });
    await refused(`${none}.${payload}.`);
    await refused(`${none}.${payload}.c2ln`);
    await refused(`${genuine.token.split('.').slice(0, 2).join('.')}.`);
  });

  it('signed by HMAC with the public key as the secret is refused', async () => {
    const secret = signing.publicKey.export({ type: 'spki', format: 'pem' });
    for (const alg of ['HS256', 'ES256']) {
      const text = `${part({ ...genuine.header, alg })}.${part(genuine.claims)}`;
      await refused(`${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
    }
  });

  it('with one claim changed is refused', async () => {
    const [header, , signature] = genuine.token.split('.');
    const payload = part({ ...genuine.claims, sub: await app.idOf('ada') });
    await refused(`${header}.${payload}.${signature}`);
  });

  it('of one user in the session of another is refused', async () => {
    await refused(signed({ sub: await app.idOf('ada') }));
  });

  it('that is huge or rubbish is refused', async () => {
    for (const token of [
      `${genuine.token}.${'x'.repeat(9_000)}`,
      'x',
      '..',
      'null',
      'e30.e30.e30',
      'amr_x',
      'amk_x',
    ]) {
      await refused(token);
    }
  });

  it('is refused with a payload that is no object', async () => {
    for (const payload of ['hello', null, [], 7])
      await refused(jws(genuine.header, payload, signing.privateKey));
  });
});

describe('the Authorization header', () => {
  it.each(['', 'Bearer', 'Bearer ', 'Basic YTpi', 'Token x', 'Bearer a b', `Bearer ${'ő'.normalize('NFD')}`])(
    'as "%s" is refused, also where no token is needed',
    async (authorization) => {
      const header = { Authorization: Buffer.from(authorization).toString('latin1') };
      for (const path of ['/v1/me', '/v1/workflow', '/health/live']) {
        expectStatus(401, await app.anonymous.get(path, header));
      }
    },
  );

  it('is known in any case of its scheme', async () => {
    expectStatus(200, await app.anonymous.get('/v1/me', { Authorization: `bEARER ${genuine.token}` }));
  });
});

const me = (token: string) => app.withToken(token).get('/v1/me');

async function refused(token: string): Promise<void> {
  const answer = expectStatus(401, await me(token));
  expect(answer).toMatchObject({ code: 'unauthenticated' });
  expectStatus(401, await app.withToken(token).get('/v1/workflow'));
}

/** A genuine token but for what is given; undefined leaves a member out. */
function signed(claims: JWTPayload, header: object = {}, key = signing.privateKey): string {
  return jws({ ...genuine.header, ...header }, { ...genuine.claims, ...claims }, key);
}

function jws(header: object, payload: unknown, key: KeyObject): string {
  const text = `${part(header)}.${part(payload)}`;
  const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
