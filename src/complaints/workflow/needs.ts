import { hasRole, isStaff, isSupervisor, type Role } from '../../kernel/actor.js';
import type { Need } from '../../kernel/workflow.js';
import { type CaseView, isComplainedAbout } from '../case/case-view.js';
import { issuesDecided } from '../issues/issue-needs.js';
import type { MergeTarget } from '../merging/merge-target.js';
import { HIGHEST_LEVEL } from '../promises/terms.js';
import { remediesDecided } from '../remedies/settled.js';
import { representativeKnown } from '../representation/authorised.js';
import { isNoticed } from '../time/next-moment.js';

export { referralsDecided } from '../referrals/referral-needs.js';
export { nothingGranted } from '../remedies/settled.js';
export { notErased } from './erased-need.js';

/** What the body of an action says, as far as needs depend on it. The service adds what its ids name. */
export interface Brief {
  ownerId?: string;
  owner?: OwnerUser;
  agreedActions?: unknown[];
  reason?: string;
  final?: boolean;
  into?: MergeTarget;
  confirmedSamePerson?: boolean;
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

const factsSettled: CaseNeed = {
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
const actionsDone: CaseNeed = {
  code: 'action_open',
  detail: 'every agreed action done, released, or still due later',
  lacks: ({ promises, now }) =>
    promises
      .filter(({ kind, state, dueAt }) => kind === 'action' && (state === 'broken' || dueAt <= now))
      .map(({ id }) => id),
};

const mayBeFinal: CaseNeed = {
  code: 'not_final_yet',
  detail: 'a final decision comes after a dispute, from a supervisor who did not decide before',
  ofBody: true,
  lacks: ({ actor, complaint }, brief) =>
    brief?.final === true &&
    !(isSupervisor(actor) && complaint.disputed && !complaint.decidedByIds.includes(actor.id ?? '')),
};

/** What a decision has to find settled, in its order. */
export const OF_A_DECISION: CaseNeed[] = [
  customerHeard,
  factsSettled,
  breachesAnswered,
  actionsDone,
  remediesDecided,
  issuesDecided,
  representativeKnown,
  mayBeFinal,
];

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
