import type { Change } from '../../audit/ledger.service.js';
import type { Team } from './team.entity.js';

/** A team shows the names of its members, so that a new name is a new version of each team of that user. */
export async function renameInTeams(c: Change, userId: string): Promise<void> {
  const teams = await c.tx.rows<Team>(
    'SELECT t.* FROM teams t WHERE $1::uuid = ANY (t.member_ids) ORDER BY t.id FOR NO KEY UPDATE',
    [userId],
  );
  for (const { id, name, memberIds } of teams) {
    c.record('team.updated', { type: 'team', id }, { changed: ['members'], name, memberIds });
  }
  await c.tx.save(
    'teams',
    teams.map((team) => ({ ...team, version: team.version + 1, updatedAt: c.now })),
  );
}
