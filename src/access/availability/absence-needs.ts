import type { Change } from '../../audit/ledger.service.js';
import { type Actor, isStaff, isSupervisor } from '../../kernel/actor.js';
import type { Unmet } from '../../kernel/refusal.js';
import type { User } from '../user.entity.js';
import type { Absence } from './absence.entity.js';

/** What an absence needs that no body can bring. */

/** Every code, in the order in which they are named. */
export const ABSENCE_NEEDS = ['not_oneself', 'stand_in_inactive', 'stand_in_circle', 'absence_overlaps'];

export function lackingOfActor(actor: Actor, userId: string): Unmet[] {
  return isSupervisor(actor) || actor.id === userId ? [] : [NOT_ONESELF];
}

/**
 * Everything that is missing for an absence as it is to be.
 * @param standIn the user who is to stand in, where that is new
 */
export async function lackingOfPlan(c: Change, absence: Absence, standIn: User | null): Promise<Unmet[]> {
  const { id, userId, standInId, beginsAt, endsAt } = absence;
  const inactive = standIn !== null && (standIn.disabled || !isStaff({ ...standIn, kind: 'user' }));
  const plan = [userId, beginsAt, endsAt];
  const overlapping = await c.tx.rows<{ id: string }>(OVERLAPPING, [...plan, id]);
  const circle = standInId === userId || (await c.tx.rows(CIRCLE, [...plan, standInId])).length > 0;
  return [
    ...lackingOfActor(c.call.actor, userId),
    ...(inactive ? [STAND_IN_INACTIVE] : []),
    ...(circle ? [STAND_IN_CIRCLE] : []),
    ...(overlapping.length > 0 ? [{ ...ABSENCE_OVERLAPS, ids: overlapping.map((other) => other.id) }] : []),
  ];
}

const NOT_ONESELF = { code: 'not_oneself', detail: 'only a supervisor may do this for somebody else' };
const STAND_IN_INACTIVE = { code: 'stand_in_inactive', detail: 'who stands in has to be active staff' };
const STAND_IN_CIRCLE = {
  code: 'stand_in_circle',
  detail: 'who stands in is away at that time, and it would come back to the one who is away',
};
const ABSENCE_OVERLAPS = {
  code: 'absence_overlaps',
  detail: 'no other absence of the same person at that time',
};

const OVERLAPPING = `
  SELECT a.id FROM absences a
  WHERE a.user_id = $1 AND a.id <> $4 AND a.state <> 'over'
    AND a.begins_at < coalesce($3::timestamptz, 'infinity') AND coalesce(a.ends_at, 'infinity') > $2::timestamptz
  ORDER BY a.begins_at, a.id LIMIT 100`;

/** From one stand-in to the next, within the time that all of them are away together. */
const CIRCLE = `
  WITH RECURSIVE way AS (
    SELECT $4::uuid AS user_id, $2::timestamptz AS since, coalesce($3::timestamptz, 'infinity') AS until,
      '{}'::uuid[] AS passed
    UNION ALL
    SELECT a.stand_in_id, greatest(a.begins_at, w.since), least(a.ends_at, w.until), w.passed || a.user_id
    FROM way w JOIN absences a ON a.user_id = w.user_id
    WHERE a.state <> 'over' AND a.begins_at < w.until AND coalesce(a.ends_at, 'infinity') > w.since
      AND NOT a.user_id = ANY (w.passed) AND w.user_id <> $1)
  SELECT FROM way w WHERE w.user_id = $1 LIMIT 1`;
