import { Injectable } from '@nestjs/common';
import { type Actor, hasRole } from '../kernel/actor.js';
import { notFound } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { Cursors, cursorScope } from '../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../platform/http/page.js';
import { permissionsOf } from './roles.js';
import type { MeDto, UserDto, UserQuery } from './user.dto.js';
import type { User } from './user.entity.js';

/** What is shown of users. Supervisors, auditors and administrators see all of them, everybody else oneself. */
@Injectable()
export class UserReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `not_found`, for a user who is not visible as for one who does not exist */
  async one(viewer: Actor, id: string): Promise<UserDto> {
    const [user] = await this.database.read<User>(
      `${SELECT} WHERE u.id = $1 AND ($2::uuid IS NULL OR u.id = $2)`,
      [id, onlyVisible(viewer)],
    );
    if (!user) throw notFound();
    return shown(user);
  }

  /** In the order in which the users were created. */
  async list(viewer: Actor, query: UserQuery): Promise<Page<UserDto>> {
    const { role = null, disabled = null, cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listUsers', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const users = await this.database.read<User>(
      `${SELECT}
       WHERE ($1::uuid IS NULL OR u.id = $1) AND ($2::text IS NULL OR $2 = ANY (u.roles))
         AND ($3::boolean IS NULL OR u.disabled = $3) AND ($4::uuid IS NULL OR u.id > $4)
       ORDER BY u.id LIMIT $5`,
      [onlyVisible(viewer), role, disabled, after, limit + 1],
    );
    return mapPage(
      pageOf(users, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /** The caller, with the version that the answer is of. */
  async me(caller: Actor): Promise<{ me: MeDto; version: number }> {
    const { id, name, email, roles, version } = await this.one(caller, caller.id ?? '');
    return {
      me: { id, kind: 'user', name, email, roles, permissions: permissionsOf({ ...caller, roles }) },
      version,
    };
  }
}

const SELECT = `SELECT u.id, u.email, u.name, u.phone, u.roles, u.disabled, u.version, u.created_at, u.updated_at
  FROM users u`;

/** The one user that the viewer sees, or null for all. */
function onlyVisible(viewer: Actor): string | null {
  return hasRole(viewer, 'supervisor', 'auditor', 'admin') ? null : viewer.id;
}

function shown(user: User): UserDto {
  const { id, email, name, phone, roles, disabled, version, createdAt, updatedAt } = user;
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, email, name, phone, roles, disabled, version, ...times };
}
