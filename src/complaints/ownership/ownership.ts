import { system } from '../../kernel/actor.js';
import type { Case } from '../case/case.js';
import type { OwnerUser } from '../workflow/needs.js';
import { isOpen } from '../complaint.states.js';
import { openByStandard } from '../promises/making.js';

/** The owner: one named person, whose name the customer is told. */

/** Makes a user who is there the owner, with name and contact as the customer is told them. */
export function nameOwner(c: Case, owner: OwnerUser): void {
  Object.assign(c.complaint, {
    ownerId: owner.id,
    ownerName: owner.name,
    ownerEmail: owner.email,
    ownerPhone: owner.phone,
    ownerAssignedAt: c.now,
  });
  c.view.standIn = null;
}

/** Nobody who left owns a complaint that needs an owner, nor does one come back to them. */
export function vacateInactive(c: Case): void {
  if (isDeserted(c)) vacate(c);
}

/** The owner was lost while the complaint needs one. */
function isDeserted(c: Case): boolean {
  const needsOwner = isOpen(c.complaint.state) || c.complaint.state === 'resolved';
  return needsOwner && c.complaint.ownerId !== null && !c.view.ownerActive;
}

/** The place of the owner becomes vacant; the customer may expect a new name. */
function vacate(c: Case): void {
  const formerOwnerId = c.complaint.ownerId;
  Object.assign(c.complaint, {
    ownerId: null,
    ownerName: null,
    ownerEmail: null,
    ownerPhone: null,
    ownerAssignedAt: null,
  });
  c.view.standIn = null;
  // A letter that still has to be sent names somebody who left: it does not keep the promise of a name any more.
  for (const letter of c.view.queued.filter(({ kind }) => kind === 'owner')) {
    c.alter('message', letter, { keeps: [] });
  }
  const vacancy = { state: c.complaint.state, ownerId: null, formerOwnerId, ownerName: null, reason: null };
  c.recordHere('complaint.owner_changed', vacancy, system('vacancy'));
  openByStandard(c, ['name_owner']);
}
