import { createHash, randomBytes } from 'node:crypto';
import type { Change } from '../../audit/ledger.service.js';
import type { Database } from '../../platform/database/database.js';
import type { RefreshToken } from './session.entity.js';
import type { User } from '../user.entity.js';

/** How long a refresh token may be kept before its use. */
const LIFE_MS = 14 * 86_400_000;

/** A new secret of 256 bits. The prefix lets a scanner of leaked secrets know it. */
export function newRefreshToken(): string {
  return `amr_${randomBytes(32).toString('base64url')}`;
}

/** Whose token it is, used or not. */
export interface Holder {
  sessionId: string;
  user: Pick<User, 'id' | 'name' | 'roles'>;
}

export async function holderOf(database: Database, token: string): Promise<Holder | undefined> {
  const [row] = await database.read<Holder['user'] & { sessionId: string }>(
    `SELECT t.session_id, u.id, u.name, u.roles
     FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id
     WHERE t.hash = $1`,
    [hashOf(token)],
  );
  return row && { sessionId: row.sessionId, user: { id: row.id, name: row.name, roles: row.roles } };
}

/** Keeps a token for a session whose row is locked or new; those that have run out go. */
export async function keepToken(c: Change, sessionId: string, token: string): Promise<void> {
  const expiresAt = new Date(c.now.getTime() + LIFE_MS);
  await c.tx.rows('DELETE FROM refresh_tokens t WHERE t.session_id = $1 AND t.expires_at <= $2', [
    sessionId,
    c.now,
  ]);
  await c.tx.insert('refresh_tokens', [{ hash: hashOf(token), sessionId, expiresAt, usedAt: null }]);
}

/** Uses a token up, under the lock of its session. `again` is one that was used before. */
export async function useToken(c: Change, token: string): Promise<'now' | 'again' | 'expired'> {
  const hash = hashOf(token);
  const kept = await c.tx.one<RefreshToken>(
    'SELECT t.expires_at, t.used_at FROM refresh_tokens t WHERE t.hash = $1',
    [hash],
  );
  if (!kept || kept.expiresAt <= c.now) return 'expired';
  if (kept.usedAt !== null) return 'again';
  await c.tx.rows('UPDATE refresh_tokens t SET used_at = $2 WHERE t.hash = $1', [hash, c.now]);
  return 'now';
}

/** What is kept of a token. A plain hash is enough for a secret that nobody can guess. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
