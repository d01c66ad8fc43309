import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Written } from '../audit/ledger.service.js';
import { USER_ROLES, type UserRole } from '../kernel/actor.js';
import type { Call } from '../kernel/call.js';
import { newId } from '../kernel/identifiers.js';
import { Refusal } from '../kernel/refusal.js';
import { unlessTaken } from '../platform/database/unless-taken.js';
import { endSessionsOf } from './sessions/ending-sessions.js';
import { hashPassword } from './password.js';
import { SessionStates } from './sessions/session-states.js';
import { renameInTeams } from './teams/rename-in-teams.js';
import type { NewUserDto, UserChangesDto } from './user.dto.js';
import type { User } from './user.entity.js';

/** Creating and changing users. */
@Injectable()
export class UsersService {
  constructor(
    private readonly ledger: Ledger,
    private readonly states: SessionStates,
  ) {}

  /** @throws Refusal `email_taken` */
  async create(call: Call, given: NewUserDto): Promise<Written> {
    const passwordHash = await hashPassword(given.password);
    return unlessTaken('users_by_email', EMAIL_TAKEN, () =>
      this.ledger.write(call, 'create user', [], (c) => insertUser(c, { ...given, passwordHash })),
    );
  }

  /**
   * Takes on what is given and leaves the rest. What is already so is no change and raises no version.
   * Disabling is never refused, not even for the last administrator: the next start makes a new one.
   */
  async change(call: Call, id: string, given: UserChangesDto): Promise<Written> {
    const subject = { type: 'user', id, versioned: true } as const;
    const written = await this.ledger.write(call, 'change user', [subject], async (c) => {
      await changeUser(c, c.row<User>(subject), given);
      return { id };
    });
    this.states.forgetAll();
    return written;
  }
}

const EMAIL_TAKEN = new Refusal('email_taken', 'Another user has this address.');

/** A user to be, whose password is hashed already. */
export type NewUser = Omit<NewUserDto, 'password'> & { passwordHash: string };

export async function insertUser(c: Change, given: NewUser): Promise<{ id: string; location: string }> {
  const { email, name, phone = null, passwordHash } = given;
  const roles = inOrder(given.roles);
  const id = newId();
  const times = { createdAt: c.now, updatedAt: c.now };
  const user: User = { id, email, name, phone, passwordHash, roles, disabled: false, version: 1, ...times };
  await c.tx.insert('users', [user]);
  c.record('user.created', { type: 'user', id }, { email, name, phone, roles });
  return { id, location: `/v1/users/${id}` };
}

/** @param given a new `passwordHash` counts as a change even where the password is the same */
export async function changeUser(
  c: Change,
  user: User,
  given: UserChangesDto & { passwordHash?: string },
): Promise<void> {
  const next = withChanges(user, given);
  const changed = PARTICULARS.filter((field) => String(next[field]) !== String(user[field]));
  const switched = next.disabled !== user.disabled;
  if (changed.length === 0 && !switched) return;
  await c.tx.save('users', [{ ...next, version: user.version + 1, updatedAt: c.now }]);
  const subject = { type: 'user', id: user.id } as const;
  const { name, phone, roles } = next;
  if (changed.length > 0) {
    const said = changed.map((field) => (field === 'passwordHash' ? 'password' : field));
    c.record('user.updated', subject, { changed: said, name, phone, roles, rolesBefore: user.roles });
    if (changed.includes('name')) await renameInTeams(c, user.id);
  }
  if (!switched) return;
  c.record(next.disabled ? 'user.disabled' : 'user.enabled', subject, {});
  if (next.disabled) await endSessionsOf(c, user.id, 'user_disabled');
}

const PARTICULARS = ['name', 'phone', 'roles', 'passwordHash'] as const;

function withChanges(user: User, given: UserChangesDto & { passwordHash?: string }): User {
  return {
    ...user,
    name: given.name ?? user.name,
    phone: given.phone === undefined ? user.phone : given.phone,
    roles: given.roles ? inOrder(given.roles) : user.roles,
    disabled: given.disabled ?? user.disabled,
    passwordHash: given.passwordHash ?? user.passwordHash,
  };
}

const inOrder = (roles: readonly UserRole[]) => USER_ROLES.filter((role) => roles.includes(role));
