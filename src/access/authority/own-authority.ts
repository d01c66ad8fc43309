import type { Change } from '../../audit/ledger.service.js';
import { Refusal } from '../../kernel/refusal.js';
import type { User } from '../user.entity.js';
import type { Authority } from './authority.entity.js';
import { raises } from './raising.js';

/**
 * Nobody raises what they may grant themselves, by their name or by a role that they have, while another administrator
 * could. The writer is a subject of the write.
 * @param authority as it would be
 * @returns whether it does raise it, and nobody else was there to do it
 * @throws Refusal 409 `own_authority`
 */
export async function raisesOwn(c: Change, authority: Authority): Promise<boolean> {
  const { kind, id: userId } = c.call.actor;
  if (kind !== 'user' || userId === null) return false;
  const { roles } = c.row<User>({ type: 'user', id: userId });
  const isOwn = authority.userId === userId || (authority.role !== null && roles.includes(authority.role));
  if (!isOwn) return false;
  const before = await c.tx.rows<Authority>(SAID, [userId, roles, authority.currency]);
  const then = [...before.filter(({ id }) => id !== authority.id), authority];
  if (!raises(before, then, c.now)) return false;
  const others = await c.tx.rows(OTHERS, [userId]);
  if (others.length > 0) {
    throw new Refusal('own_authority', 'Another administrator has to raise what you may grant yourself.');
  }
  return true;
}

const SAID = `
  SELECT a.* FROM authorities a WHERE (a.user_id = $1 OR a.role = ANY ($2::text[])) AND a.currency = $3`;

const OTHERS = `SELECT u.id FROM users u WHERE u.id <> $1 AND NOT u.disabled AND 'admin' = ANY (u.roles) LIMIT 1`;
