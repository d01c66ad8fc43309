import { Injectable } from '@nestjs/common';
import { Ledger, type Subject, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { newId } from '../../kernel/identifiers.js';
import { inputError, invalid, Refusal } from '../../kernel/refusal.js';
import { unlessTaken } from '../../platform/database/unless-taken.js';
import type { NewTeamBody, TeamChangesBody } from './team.dto.js';
import type { Team } from './team.entity.js';
import { TeamReads } from './team.reads.js';

/** Makes and changes teams. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reads: TeamReads,
  ) {}

  /** @throws Refusal 400 with every id that is no user's, 409 `name_taken` */
  async create(call: Call, { name, memberIds = [] }: NewTeamBody): Promise<Written> {
    await this.expectUsers(memberIds);
    return unlessTaken('teams_by_name', NAME_TAKEN, () =>
      this.ledger.write(call, 'create team', members(memberIds), async (c) => {
        const id = newId();
        const team: Team = { id, name, memberIds, version: 1, createdAt: c.now, updatedAt: c.now };
        await c.tx.insert('teams', [team]);
        c.record('team.created', { type: 'team', id }, { name, memberIds });
        return { id, location: `/v1/teams/${id}` };
      }),
    );
  }

  /** What is already so is no change. @throws Refusal 400 with every id that is no user's, 409 `name_taken` */
  async change(call: Call, id: string, given: TeamChangesBody): Promise<Written> {
    const { memberIds: named = [] } = given;
    await this.expectUsers(named);
    const subject = { type: 'team', id, versioned: true } as const;
    return unlessTaken('teams_by_name', NAME_TAKEN, () =>
      this.ledger.write(call, 'change team', [subject, ...members(named)], async (c) => {
        const team = c.row<Team>(subject);
        const { name = team.name, memberIds = team.memberIds } = given;
        const changed = [
          ...(name === team.name ? [] : ['name']),
          ...(String(memberIds) === String(team.memberIds) ? [] : ['members']),
        ];
        if (changed.length === 0) return { id };
        const next = { ...team, name, memberIds, version: team.version + 1, updatedAt: c.now };
        await c.tx.save('teams', [next]);
        c.record('team.updated', { type: 'team', id }, { changed, name, memberIds });
        return { id };
      }),
    );
  }

  private async expectUsers(ids: string[]): Promise<void> {
    const users = ids.length > 0 ? await this.reads.usersAmong(ids) : new Set();
    const errors = ids.flatMap((id, index) =>
      users.has(id) ? [] : [inputError(`/memberIds/${index}`, 'not_found')],
    );
    if (errors.length > 0) throw invalid(errors);
  }
}

const NAME_TAKEN = new Refusal('name_taken', 'Another team has this name.');

/** Members keep their names until the team is written, which shows them. */
function members(ids: string[]): Subject[] {
  return ids.map((id) => ({ type: 'user', id, mode: 'share' }));
}
