import { isSupervisor } from '../../kernel/actor.js';
import type { Room } from '../../access/authority/granting.js';
import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';
import type { Brief } from '../workflow/needs.js';
import type { Remedy } from './remedy.entity.js';

/** What is asked of whoever decides about a remedy. */

export const notOwn = ({ proposedById }: Remedy): Need<CaseView, Brief> => ({
  code: 'own_approval',
  detail: 'somebody else has to approve this: you proposed it',
  lacks: ({ actor }) => actor.id === proposedById,
});

/** @param room what the actor may grant at the moment; undefined where nothing */
export const withinAuthority = (remedy: Remedy, room: Room | undefined): Need<CaseView, Brief> => ({
  code: 'authority_exceeded',
  detail: 'your authority has to reach so far: for one remedy, for this complaint, and for the period',
  lacks: () => remedy.minor !== null && !reaches(room, BigInt(remedy.minor)),
});

/** One's own proposal can be taken back, and a supervisor may refuse any. */
export const mayRefuse = (remedy: Remedy, room: Room | undefined): Need<CaseView, Brief> => ({
  ...withinAuthority(remedy, room),
  lacks: (view, brief) =>
    view.actor.id !== remedy.proposedById &&
    !isSupervisor(view.actor) &&
    withinAuthority(remedy, room).lacks(view, brief),
});

export function reaches(room: Room | undefined, minor: bigint): room is Room {
  return room !== undefined && room.left >= minor;
}
