import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';
import type { Complaint } from '../complaint.entity.js';
import { type ComplaintState, isOpen } from '../complaint.states.js';
import { oneRepresentative } from '../representation/authorised.js';
import { type Brief, notConflicted } from '../workflow/needs.js';
import { contradict, isSameComplainant } from './same-complainant.js';

/** What a complaint needs to be merged into another. All but the first depend on the other, and so on the body. */

type MergeNeed = Need<CaseView, Brief>;

const NOT_CONFLICTED = notConflicted('agent', 'supervisor', 'admin');

/** Who is complained about in one of the two decides nothing about either. */
const notConflictedInEither: MergeNeed = {
  ...NOT_CONFLICTED,
  lacks: (view, brief) =>
    NOT_CONFLICTED.lacks(view, brief) || (brief?.into ? NOT_CONFLICTED.lacks(brief.into.view, brief) : false),
};

/** Nobody reads what another customer wrote: there is no exemption, for nobody. */
const sameCustomer: MergeNeed = {
  code: 'target_other_customer',
  detail: 'another complaint of the same known customer',
  ofBody: true,
  lacks: ({ complaint }, brief) =>
    brief?.into !== undefined && !isSameComplainant(complaint, brief.into.view.complaint),
};

/** Anybody may claim a way to be reached who hands in a complaint: what does not fit to it is looked into. */
const personConfirmed: MergeNeed = {
  code: 'person_unconfirmed',
  detail:
    'your word (confirmedSamePerson) that you checked that both are one person: their names, email addresses or ' +
    'telephone numbers differ',
  ofBody: true,
  lacks: ({ complaint }, brief) => {
    const other = brief?.into?.view.complaint;
    if (!other || brief.confirmedSamePerson || !isSameComplainant(complaint, other)) return false;
    return contradict(complaint, other);
  },
};

const targetOpen: MergeNeed = {
  code: 'target_not_open',
  detail: 'another complaint that is open',
  ofBody: true,
  lacks: (_, brief) => brief?.into !== undefined && !isOpen(brief.into.view.state),
};

/** What the customer was given already in this one would be missing in the other. */
const targetNotBehind: MergeNeed = {
  code: 'target_behind',
  detail: 'another complaint that has come as far as this one',
  ofBody: true,
  lacks: ({ complaint }, brief) => {
    if (!brief?.into || !isOpen(brief.into.view.state)) return false;
    return progressOf(brief.into.view.complaint) < progressOf(complaint);
  },
};

const noCircle: MergeNeed = {
  code: 'merge_cycle',
  detail: 'another complaint than itself, and none that was merged into it',
  ofBody: true,
  lacks: ({ complaint: { id } }, brief) =>
    brief?.into !== undefined &&
    (brief.into.view.complaint.id === id || brief.into.mergedIntoIds.includes(id)),
};

const WAY: readonly ComplaintState[] = ['received', 'acknowledged', 'facts_established', 'in_progress'];

/** One that waits for the customer stands where it was asked. */
function progressOf({ state, askedIn }: Pick<Complaint, 'state' | 'askedIn'>): number {
  return WAY.indexOf(state === 'awaiting_customer' ? (askedIn ?? 'in_progress') : state);
}

/** In the order in which they are named. */
export const NEEDS: MergeNeed[] = [
  notConflictedInEither,
  sameCustomer,
  personConfirmed,
  targetOpen,
  targetNotBehind,
  noCircle,
  oneRepresentative,
];
