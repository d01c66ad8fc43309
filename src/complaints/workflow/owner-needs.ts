import { isStaff, isSupervisor } from '../../kernel/actor.js';
import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';
import { type Brief, isFirstOwner } from './needs.js';

/** What the naming of an owner needs; it depends on who is named. */

type OwnerNeed = Need<CaseView, Brief>;

const ownerIsSelf: OwnerNeed = {
  code: 'owner_not_self',
  detail: 'staff may name only themselves as owner; a supervisor may name anybody',
  ofBody: true,
  lacks: ({ actor }, brief) => !isSupervisor(actor) && brief?.ownerId !== actor.id,
};

const ownerActive: OwnerNeed = {
  code: 'owner_inactive',
  detail: 'the owner has to be active staff',
  ofBody: true,
  lacks: (_, brief) => !brief?.owner || brief.owner.disabled || !isStaff({ ...brief.owner, kind: 'user' }),
};

const ownerNotConflicted: OwnerNeed = {
  code: 'owner_conflicted',
  detail: 'a person complained about cannot be the owner',
  ofBody: true,
  lacks: ({ complaint }, brief) => complaint.complainedAboutUserIds.includes(brief?.ownerId ?? ''),
};

/** The customer is told the name of somebody who answers. */
const ownerPresent: OwnerNeed = {
  code: 'owner_absent',
  detail: 'the owner has to be there; whoever is away has a stand-in, whom `ids` names',
  ofBody: true,
  lacks: (_, brief) => {
    const { away } = brief?.owner ?? {};
    if (!away) return false;
    return away.standInId === null ? true : [away.standInId];
  },
};

const actionAgreed: OwnerNeed = {
  code: 'action_required',
  detail: 'at least one agreed action, with the time by which it is done',
  ofBody: true,
  lacks: (view, brief) => isFirstOwner(view) && (brief?.agreedActions ?? []).length === 0,
};

const handoverReason: OwnerNeed = {
  code: 'reason_required',
  detail: 'a reason for the handover',
  ofBody: true,
  lacks: (view, brief) => !isFirstOwner(view) && !brief?.reason,
};

/** What a person promised by hand and is still to come, at most: more than anybody keeps, and a letter can name. */
const MOST_PROMISES = 100;

export const roomForPromises: OwnerNeed = {
  code: 'promises_too_many',
  detail: `at most ${MOST_PROMISES} promises of persons at a time`,
  ofBody: true,
  lacks: ({ promises }, brief) => {
    const coming = brief ? (brief.agreedActions ?? []).length : 1;
    return (
      coming > 0 && promises.filter(({ madeByKind }) => madeByKind === 'user').length + coming > MOST_PROMISES
    );
  },
};

/** What a naming of an owner lacks, in its order. */
export const OF_AN_OWNER: OwnerNeed[] = [
  ownerIsSelf,
  ownerActive,
  ownerNotConflicted,
  ownerPresent,
  actionAgreed,
  handoverReason,
  roomForPromises,
];
