import { Injectable } from '@nestjs/common';
import type { User } from '../../access/user.entity.js';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { CorrectiveActionDto, CorrectiveActionQuery } from './corrective-action.dto.js';
import type { CorrectiveAction } from './corrective-action.entity.js';

/** What is shown of corrective actions. */
@Injectable()
export class CorrectiveActionReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<CorrectiveActionDto> {
    const [action] = await this.database.read<CorrectiveAction>(
      'SELECT a.* FROM corrective_actions a WHERE a.id = $1',
      [id],
    );
    if (!action) throw notFound();
    return shown(action);
  }

  /** In the order in which they were planned. */
  async list(viewer: Actor, query: CorrectiveActionQuery): Promise<Page<CorrectiveActionDto>> {
    const { state, causeId, ownerId, checkBefore, dueBefore, cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listCorrectiveActions', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const actions = await this.database.read<CorrectiveAction>(
      `SELECT a.* FROM corrective_actions a
       WHERE ($1::text[] IS NULL OR a.state = ANY ($1)) AND ($2::uuid IS NULL OR a.cause_id = $2)
         AND ($3::uuid IS NULL OR a.owner_id = $3) AND ($4::timestamptz IS NULL OR a.check_at < $4)
         AND ($5::timestamptz IS NULL OR a.due_at < $5) AND ($6::uuid IS NULL OR a.id > $6)
       ORDER BY a.id LIMIT $7`,
      [state, causeId, ownerId, checkBefore, dueBefore, after, limit + 1],
    );
    return mapPage(
      pageOf(actions, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /** The user who is named as owner, and the name of the cause; absent where the id names nothing. */
  async named(ids: { ownerId?: string; causeId?: string }): Promise<{ owner?: User; causeName?: string }> {
    const [owner] = await this.database.read<User>(
      'SELECT u.id, u.name, u.disabled, u.roles FROM users u WHERE u.id = $1',
      [ids.ownerId],
    );
    const [cause] = await this.database.read<{ name: string }>(
      'SELECT n.name FROM causes n WHERE n.id = $1',
      [ids.causeId],
    );
    return { owner, causeName: cause?.name };
  }
}

function shown(a: CorrectiveAction): CorrectiveActionDto {
  const { causeId, causeName } = a;
  return {
    id: a.id,
    what: a.what,
    cause: causeId !== null && causeName !== null ? { id: causeId, name: causeName } : null,
    owner: { id: a.ownerId, name: a.ownerName },
    dueAt: a.dueAt.toISOString(),
    checkAt: a.checkAt.toISOString(),
    state: a.state,
    doneAt: a.doneAt?.toISOString() ?? null,
    checkedAt: a.checkedAt?.toISOString() ?? null,
    finding: a.finding,
    version: a.version,
    createdAt: a.createdAt.toISOString(),
    updatedAt: a.updatedAt.toISOString(),
  };
}
