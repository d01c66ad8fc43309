import type { Change } from '../../audit/ledger.service.js';
import type { Absence } from './absence.entity.js';

/** How an absence begins and ends. Each function gives the row as it is to be, and puts it on record. */

/** Is away from now on, where the time has come, and the clock has ended what came before. */
export async function begun(c: Change, absence: Absence): Promise<Absence> {
  if (absence.state !== 'planned' || absence.beginsAt > c.now) return absence;
  if ((await c.tx.rows(RUNNING, [absence.userId])).length > 0) return absence;
  c.record('absence.began', subjectOf(absence), whoOf(absence));
  return { ...absence, state: 'running' };
}

/** Is back, or does not go at all. */
export function ended(c: Change, absence: Absence, reason: 'time' | 'asked'): Absence {
  c.record('absence.ended', subjectOf(absence), { ...whoOf(absence), reason });
  return { ...absence, state: 'over', endedAt: c.now };
}

/** What time alone makes of it: whose whole time went by does not begin any more. */
export async function moved(c: Change, absence: Absence): Promise<Absence> {
  if (absence.state === 'over') return absence;
  return absence.endsAt && absence.endsAt <= c.now ? ended(c, absence, 'time') : begun(c, absence);
}

/** Saves what became of a row, as its next version; one that is the same is none. */
export async function save(c: Change, before: Absence, after: Absence): Promise<void> {
  if (after === before) return;
  await c.tx.save('absences', [{ ...after, version: before.version + 1, updatedAt: c.now }]);
}

const RUNNING = `SELECT FROM absences a WHERE a.user_id = $1 AND a.state = 'running'`;

export const subjectOf = ({ id }: Absence) => ({ type: 'absence', id }) as const;

export const whoOf = ({ userId, standInId }: Absence) => ({ userId, standInId });
