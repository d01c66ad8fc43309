import type { Change } from '../../audit/ledger.service.js';

type Reason = 'signed_out' | 'token_reused' | 'user_disabled';

/** Ends one session whose row is locked. */
export async function endSession(
  c: Change,
  session: { id: string; userId: string },
  reason: Reason,
): Promise<void> {
  await c.tx.rows('UPDATE sessions s SET ended_at = $2 WHERE s.id = $1', [session.id, c.now]);
  c.record('session.ended', { type: 'session', id: session.id }, { userId: session.userId, reason });
}

/** Ends every session of a user whose row is locked: no new one can begin meanwhile. */
export async function endSessionsOf(c: Change, userId: string, reason: Reason): Promise<void> {
  const ended = await c.tx.rows<{ id: string }>(
    'UPDATE sessions s SET ended_at = $2 WHERE s.user_id = $1 AND s.ended_at IS NULL RETURNING s.id',
    [userId, c.now],
  );
  for (const { id } of ended) c.record('session.ended', { type: 'session', id }, { userId, reason });
}
