import { describe, expect, it } from '@jest/globals';
import { ACCESS_SECONDS, readClaims, readKid } from '../../src/access/sessions/access-token.js';

const USER = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
const SESSION = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6072';
const NOW = Date.UTC(2026, 10, 24);
const iat = NOW / 1000;
const good = { sub: USER, sid: SESSION, iat, exp: iat + ACCESS_SECONDS };

describe('the claims of an access token', () => {
  it('say who, in which session and until when', () => {
    const expiresAt = (iat + ACCESS_SECONDS) * 1000;
    expect(readClaims(good, NOW)).toEqual({ userId: USER, sessionId: SESSION, expiresAt });
  });

  it.each<[string, unknown]>([
    ['are text', 'hello'],
    ['are missing', null],
    ['name no user', { ...good, sub: undefined }],
    ['name a user by an object', { ...good, sub: { $ne: null } }],
    ['name no session', { ...good, sid: undefined }],
    ['have no end', { ...good, exp: undefined }],
    ['have an end that is text', { ...good, exp: String(good.exp) }],
    ['never end', { ...good, exp: 1e18 }],
    ['have a longer life than we give', { ...good, exp: good.exp + 1 }],
    ['have no beginning', { ...good, iat: undefined }],
    ['begin far in the future', { ...good, iat: iat + 3600, exp: iat + 3600 + 60 }],
    ['begin at half a second', { ...good, iat: iat + 0.5 }],
  ])('are refused when they %s', (_, payload) => {
    expect(readClaims(payload, NOW)).toBeNull();
  });

  it('are refused from the second in which they end', () => {
    expect(readClaims(good, good.exp * 1000 - 1)).not.toBeNull();
    expect(readClaims(good, good.exp * 1000)).toBeNull();
  });

  it('may come from a process whose clock is a little ahead', () => {
    expect(readClaims({ ...good, iat: iat + 20, exp: iat + 60 }, NOW)).not.toBeNull();
  });
});

describe('the header of an access token', () => {
  const ours = { alg: 'ES256', typ: 'at+jwt', kid: 'key' };

  it('names the key', () => {
    expect(readKid(tokenWith(ours))).toBe('key');
  });

  it.each<[string, object]>([
    ['another algorithm', { ...ours, alg: 'HS256' }],
    ['no algorithm', { ...ours, alg: 'none' }],
    ['another type', { ...ours, typ: 'JWT' }],
    ['no type', { ...ours, typ: undefined }],
    ['no key', { ...ours, kid: undefined }],
    ['a key that is no text', { ...ours, kid: ['key'] }],
    ['extensions that must be understood', { ...ours, crit: ['b64'], b64: false }],
  ])('is refused with %s', (_, header) => {
    expect(readKid(tokenWith(header))).toBeNull();
  });

  it('is refused when it is no header, or of a token that is too long', () => {
    expect(readKid('rubbish')).toBeNull();
    expect(readKid('')).toBeNull();
    expect(readKid(`${tokenWith(ours)}${'x'.repeat(2_000)}`)).toBeNull();
  });
});

function tokenWith(header: object): string {
  return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.c2ln`;
}
