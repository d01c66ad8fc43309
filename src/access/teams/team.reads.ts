import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { Cursors, cursorScope } from '../../platform/http/cursors.js';
import { DEFAULT_LIMIT, mapPage, type Page, pageOf } from '../../platform/http/page.js';
import type { PageQuery } from '../../platform/http/page-query.js';
import type { TeamDto } from './team.dto.js';
import type { Team } from './team.entity.js';

/** What is shown of teams. */
@Injectable()
export class TeamReads {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal 404 */
  async one(id: string): Promise<TeamDto> {
    const [team] = await this.database.read<Row>(`${SELECT} WHERE t.id = $1`, [id]);
    if (!team) throw notFound();
    return shown(team);
  }

  /** In the order in which the teams were made. */
  async list(viewer: Actor, query: PageQuery): Promise<Page<TeamDto>> {
    const { cursor, limit = DEFAULT_LIMIT } = query;
    const scope = cursorScope('listTeams', query, viewer);
    const [after = null] = cursor === undefined ? [] : this.cursors.decode(cursor, scope);
    const teams = await this.database.read<Row>(
      `${SELECT} WHERE $1::uuid IS NULL OR t.id > $1 ORDER BY t.id LIMIT $2`,
      [after, limit + 1],
    );
    return mapPage(
      pageOf(teams, limit, (last) => this.cursors.encode([last.id], scope)),
      shown,
    );
  }

  /** Those of the ids that are users. */
  async usersAmong(ids: string[]): Promise<Set<string>> {
    const users = await this.database.read<{ id: string }>(
      'SELECT u.id FROM users u WHERE u.id = ANY ($1::uuid[])',
      [ids],
    );
    return new Set(users.map(({ id }) => id));
  }
}

type Row = Pick<Team, 'id' | 'name' | 'version' | 'createdAt' | 'updatedAt'> & Pick<TeamDto, 'members'>;

const SELECT = `SELECT t.id, t.name, t.version, t.created_at, t.updated_at, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) ORDER BY m.place), '[]')
    FROM unnest(t.member_ids) WITH ORDINALITY AS m (id, place) JOIN users u ON u.id = m.id
  ) AS members
  FROM teams t`;

function shown({ id, name, members, version, createdAt, updatedAt }: Row): TeamDto {
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, name, members: members.map((one) => ({ id: one.id, name: one.name })), version, ...times };
}
