import { type StandIn, standInOf } from '../../access/availability/stand-in.js';
import type { User } from '../../access/user.entity.js';
import type { Change, Subject } from '../../audit/ledger.service.js';
import { inputError, invalid } from '../../kernel/refusal.js';
import type { OwnerUser } from '../workflow/needs.js';

/** The user who is to be the owner stays as they are, and where they are, until the assignment is through. */
export function ownerSubject(ownerId: string): Subject {
  return {
    type: 'user',
    id: ownerId,
    mode: 'share',
    missing: invalid([inputError('/ownerId', 'not_found')]),
  };
}

/** The locked user, with who stands in for them. */
export async function ownerOf(change: Change, subject: Subject): Promise<OwnerUser> {
  const [absence] = await change.tx.rows<{ standIn: StandIn | null }>(AWAY, [subject.id]);
  const away = absence ? { standInId: absence.standIn?.id ?? null } : null;
  return { ...change.row<User>(subject), away };
}

const AWAY = `
  SELECT ${standInOf('$1')} AS stand_in FROM absences a WHERE a.user_id = $1 AND a.state = 'running'`;
