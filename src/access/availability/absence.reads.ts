import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { AbsenceDto, AbsenceQuery } from './absence.dto.js';
import type { Absence } from './absence.entity.js';

/** What is shown of absences: to everybody who works here, because anybody may look for who is there. */
@Injectable()
export class AbsenceReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404, also for an absence of somebody else */
  async one(userId: string, id: string): Promise<AbsenceDto> {
    const [row] = await this.database.read<Absence>(
      'SELECT a.* FROM absences a WHERE a.id = $1 AND a.user_id = $2',
      [id, userId],
    );
    if (!row) throw notFound();
    return shown(row);
  }

  /** Those of one user. @throws Refusal 404 where there is no such user */
  async ofUser(viewer: Actor, userId: string, query: AbsenceQuery): Promise<Page<AbsenceDto>> {
    const [user] = await this.database.read('SELECT u.id FROM users u WHERE u.id = $1', [userId]);
    if (!user) throw notFound();
    return this.list(viewer, query, userId);
  }

  /** In the order in which they begin. @throws Refusal 400 `bad_cursor` */
  async list(viewer: Actor, query: AbsenceQuery, userId: string | null = null): Promise<Page<AbsenceDto>> {
    const { cursor, limit = DEFAULT_LIMIT, state = null } = query;
    const scope = cursorScope('listAbsences', { ...query, userId }, viewer);
    const [beginsAt = null, id = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const rows = await this.database.read<Absence>(LIST, [beginsAt, id, userId, state, limit + 1]);
    const cursorOf = (last: Absence) => this.cursors.encode([last.beginsAt.toISOString(), last.id], scope);
    return mapPage(pageOf(rows, limit, cursorOf), shown);
  }
}

const LIST = `
  SELECT a.* FROM absences a
  WHERE ($1::timestamptz IS NULL OR (a.begins_at, a.id) > ($1::timestamptz, $2::uuid))
    AND ($3::uuid IS NULL OR a.user_id = $3) AND ($4::text[] IS NULL OR a.state = ANY ($4))
  ORDER BY a.begins_at, a.id LIMIT $5`;

function shown(row: Absence): AbsenceDto {
  const { id, state, note, version } = row;
  return {
    id,
    user: { id: row.userId, name: row.userName },
    standIn: { id: row.standInId, name: row.standInName },
    from: row.beginsAt.toISOString(),
    to: row.endsAt?.toISOString() ?? null,
    ...{ state, note },
    endedAt: row.endedAt?.toISOString() ?? null,
    version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
