import { hasRole, isStaff, isSupervisor, type Role } from '../../kernel/actor.js';
import type { Need } from '../../kernel/workflow.js';
import { type CaseView, isComplainedAbout } from '../case/case-view.js';
import { HIGHEST_LEVEL } from '../promises/terms.js';
import { isNoticed } from '../time/next-moment.js';

/** What the body of an action says, as far as needs depend on it. The service adds the user that `ownerId` names. */
export interface Brief {
  ownerId?: string;
  owner?: OwnerUser;
  agreedActions?: unknown[];
  reason?: string;
  final?: boolean;
}

/** A user as far as an owner is concerned. */
export interface OwnerUser {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  disabled: boolean;
  roles: readonly Role[];
}

type CaseNeed = Need<CaseView, Brief>;

/**
 * A person complained about takes no action, unless no other able person is left.
 * @param by the roles that are able to take this action.
 */
export const notConflicted = (...by: Role[]): CaseNeed => ({
  code: 'conflicted',
  detail: 'somebody else has to do this: you are complained about',
  lacks: (view) => isComplainedAbout(view) && view.ableRoles.some((role) => by.includes(role)),
});

export const byOwnerOrStaffBefore: CaseNeed = {
  code: 'not_the_owner',
  detail: 'only the owner or a supervisor may do this; before there is an owner, any staff',
  lacks: ({ actor, complaint }) =>
    isStaff(actor) && !isSupervisor(actor) && complaint.ownerId !== null && complaint.ownerId !== actor.id,
};

export const byOwner: CaseNeed = {
  code: 'not_the_owner',
  detail: 'only the owner or a supervisor may do this',
  lacks: ({ actor, complaint }) => isStaff(actor) && !isSupervisor(actor) && complaint.ownerId !== actor.id,
};

export const ownerIsSelf: CaseNeed = {
  code: 'owner_not_self',
  detail: 'staff may name only themselves as owner; a supervisor may name anybody',
  ofBody: true,
  lacks: ({ actor }, brief) => !isSupervisor(actor) && brief?.ownerId !== actor.id,
};

export const ownerActive: CaseNeed = {
  code: 'owner_inactive',
  detail: 'the owner has to be active staff',
  ofBody: true,
  lacks: (_, brief) => !brief?.owner || brief.owner.disabled || !isStaff({ ...brief.owner, kind: 'user' }),
};

export const ownerNotConflicted: CaseNeed = {
  code: 'owner_conflicted',
  detail: 'a person complained about cannot be the owner',
  ofBody: true,
  lacks: ({ complaint }, brief) => complaint.complainedAboutUserIds.includes(brief?.ownerId ?? ''),
};

export const actionAgreed: CaseNeed = {
  code: 'action_required',
  detail: 'at least one agreed action, with the time by which it is done',
  ofBody: true,
  lacks: (view, brief) => isFirstOwner(view) && (brief?.agreedActions ?? []).length === 0,
};

export const handoverReason: CaseNeed = {
  code: 'reason_required',
  detail: 'a reason for the handover',
  ofBody: true,
  lacks: (view, brief) => !isFirstOwner(view) && !brief?.reason,
};

/** What a person promised by hand and is still to come, at most: more than anybody keeps, and a letter can name. */
const MOST_PROMISES = 100;

export const roomForPromises: CaseNeed = {
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

export const customerOnRecord: CaseNeed = {
  code: 'customer_not_heard',
  detail: "a fact from the customer's side",
  lacks: ({ customerHeard }) => !customerHeard,
};

export const pauseLeft: CaseNeed = {
  code: 'pause_spent',
  detail: 'the pauses of the standard are used up',
  lacks: ({ complaint, terms }) => complaint.pausesUsed >= terms.standard.pauses.most,
};

export const customerHeard: CaseNeed = {
  code: 'customer_unheard',
  detail: 'every message of the customer answered or marked as heard',
  lacks: ({ unheard }) => unheard.map(({ id }) => id),
};

export const factsSettled: CaseNeed = {
  code: 'facts_unsettled',
  detail: 'no fact left that is only claimed',
  lacks: ({ claimedFactIds }) => claimedFactIds,
};

/** An apology and a cause for each, or a supervisor's waiver. */
export const breachesAnswered: CaseNeed = {
  code: 'breach_unanswered',
  detail: 'every broken promise answered with an apology and a cause, or waived by a supervisor',
  lacks: ({ breaches }) => breaches.filter(({ state }) => state === 'unanswered').map(({ id }) => id),
};

/** What is no complaint at all needs no apology. */
export const breachesAnsweredUnlessSpam: CaseNeed = {
  ...breachesAnswered,
  detail: `${breachesAnswered.detail}; spam and tests are exempt`,
  lacks: (view, brief) =>
    brief?.reason === 'spam' || brief?.reason === 'test' ? [] : breachesAnswered.lacks(view, brief),
};

export const noticeGiven: CaseNeed = {
  code: 'notice_required',
  detail: 'a notice to the customer that silence will close the complaint, handed over; or nobody to reach',
  lacks: (view) => !isNoticed(view),
};

/** An action that is still due later does not hinder: the decision letter names it. */
export const actionsDone: CaseNeed = {
  code: 'action_open',
  detail: 'every agreed action done, released, or still due later',
  lacks: ({ promises, now }) =>
    promises
      .filter(({ kind, state, dueAt }) => kind === 'action' && (state === 'broken' || dueAt <= now))
      .map(({ id }) => id),
};

export const mayBeFinal: CaseNeed = {
  code: 'not_final_yet',
  detail: 'a final decision comes after a dispute, from a supervisor who did not decide before',
  ofBody: true,
  lacks: ({ actor, complaint }, brief) =>
    brief?.final === true &&
    !(isSupervisor(actor) && complaint.disputed && !complaint.decidedByIds.includes(actor.id ?? '')),
};

export const windowOpen: CaseNeed = {
  code: 'window_over',
  detail: 'the time in which this was possible is over',
  lacks: ({ complaint, now }) => complaint.disputableUntil !== null && complaint.disputableUntil <= now,
};

/** The customer's way back ends with the window; the house may reopen at any time. */
export const windowOpenToCustomer: CaseNeed = {
  ...windowOpen,
  lacks: (view, brief) => hasRole(view.actor, 'complainant') && windowOpen.lacks(view, brief),
};

export const notFinal: CaseNeed = {
  code: 'decision_final',
  detail:
    'the decision is final in this house; the routes outside the house are open: an ' +
    'ombudsman or consumer body, or a court',
  lacks: ({ complaint }) => complaint.resolution?.final === true,
};

export const levelLeft: CaseNeed = {
  code: 'level_highest',
  detail: 'the highest level is reached',
  lacks: ({ complaint }) => complaint.level >= HIGHEST_LEVEL,
};

/** Nobody was ever named: also where the customer was asked before there was an owner. */
export function isFirstOwner({ complaint }: Pick<CaseView, 'complaint'>): boolean {
  const { state, askedIn, ownerId } = complaint;
  if (state === 'awaiting_customer') return ownerId === null && askedIn !== 'in_progress';
  return state === 'facts_established';
}
