import { type Actor, system } from '../../kernel/actor.js';
import type { Case } from '../case/case.js';
import type { Complaint } from '../complaint.entity.js';

/** Who works on a complaint while its owner is away. The owner stays the one whose name the customer was told. */

/** The owner, or who stands in. */
export function answersForIt(actor: Actor, { ownerId, standInId }: Complaint): boolean {
  return actor.id !== null && (actor.id === ownerId || actor.id === standInId);
}

/**
 * Puts in place who stands in by now, before and after anything else is done: absences begin and end beside the case.
 * Nobody stands in on a complaint about themselves; supervisors are left then. What was erased stays as it is.
 */
export function settleStandIn(c: Case): void {
  const { complaint, view } = c;
  const { state, ownerId, complainedAboutUserIds, erasedAt } = complaint;
  const able = view.standIn && !complainedAboutUserIds.includes(view.standIn.id) ? view.standIn : NOBODY;
  const { id: standInId, name: standInName, email: standInEmail, phone: standInPhone } = able;
  if (erasedAt || standInId === complaint.standInId) return;
  Object.assign(complaint, { standInId, standInName, standInEmail, standInPhone });
  const changed = { state, ownerId, standInId, standInName };
  c.recordHere('complaint.stand_in_changed', changed, system('attendance'));
}

const NOBODY = { id: null, name: null, email: null, phone: null };
