import type { DataOf } from '../../audit/entry-catalogue.js';
import type { Actor } from '../../kernel/actor.js';
import type { CaseView } from '../case/case-view.js';
import type { Complaint } from '../complaint.entity.js';

/** Who works on a complaint while its owner is away. The owner stays the one whose name the customer was told. */

/** The owner, or who stands in. */
export function answersForIt(actor: Actor, { ownerId, standInId }: Complaint): boolean {
  return actor.id !== null && (actor.id === ownerId || actor.id === standInId);
}

/**
 * Puts in place who stands in by now. Nobody stands in on a complaint about themselves; supervisors are left then.
 * @returns what is to be put on record, or null where nothing changed
 */
export function settleStandIn({
  complaint,
  standIn,
}: Pick<CaseView, 'complaint' | 'standIn'>): DataOf<'complaint.stand_in_changed'> | null {
  const able = standIn && !complaint.complainedAboutUserIds.includes(standIn.id) ? standIn : NOBODY;
  const { id: standInId, name: standInName, email: standInEmail, phone: standInPhone } = able;
  if (standInId === complaint.standInId) return null;
  Object.assign(complaint, { standInId, standInName, standInEmail, standInPhone });
  const { state, ownerId } = complaint;
  return { state, ownerId, standInId, standInName };
}

const NOBODY = { id: null, name: null, email: null, phone: null };
