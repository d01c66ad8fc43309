import { isId } from '../../kernel/identifiers.js';

/** How long an access token is good for. */
export const ACCESS_SECONDS = 900;

/** RFC 9068: the header of an access token says what it is, so that no other signed thing passes for one. */
export const ACCESS_HEADER = { alg: 'ES256', typ: 'at+jwt' } as const;

/**
 * Names, not addresses: the same at every process, whatever PUBLIC_URL each of them was given.
 * What binds a token to this installation is the key.
 */
export const ACCESS_ISSUER = 'urn:amends';
export const ACCESS_AUDIENCE = 'urn:amends:api';

/** Nothing we sign comes near this; what is longer is not worth the work of reading. */
export const ACCESS_MAX_LENGTH = 2_000;

/** How far ahead the clock of the process that signed may be. */
const SKEW_SECONDS = 30;

/** What a verified access token says. */
export interface AccessClaim {
  userId: string;
  sessionId: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Reads the claims of a token whose signature, issuer and audience are right. The JWT library lets pass a token
 * without `exp`, one that is good for a million years, one from the future, and a `sub` of any type: null here.
 * @param now milliseconds since 1970
 */
export function readClaims(payload: unknown, now: number): AccessClaim | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const { sub, sid, iat, exp } = payload as Record<string, unknown>;
  if (!isId(sub) || !isId(sid)) return null;
  if (!isSeconds(iat) || !isSeconds(exp)) return null;
  if (iat * 1000 > now + SKEW_SECONDS * 1000) return null;
  if (exp * 1000 <= now || exp - iat > ACCESS_SECONDS) return null;
  return { userId: sub, sessionId: sid, expiresAt: exp * 1000 };
}

/** The `kid` of a header that is ours to the letter, else null. `crit` names extensions, and we know none. */
export function readKid(token: string): string | null {
  if (token.length > ACCESS_MAX_LENGTH) return null;
  const header = parsed(token.slice(0, token.indexOf('.')));
  if (typeof header !== 'object' || header === null || 'crit' in header) return null;
  const { alg, typ, kid } = header as Record<string, unknown>;
  return alg === ACCESS_HEADER.alg && typ === ACCESS_HEADER.typ && typeof kid === 'string' ? kid : null;
}

const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown;
  } catch {
    return null;
  }
}
