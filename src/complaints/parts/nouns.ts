import { actionRefused, stateNotAllowed } from '../../kernel/refusal.js';
import type { Need } from '../../kernel/workflow.js';
import { tellConflict } from '../actions/act.js';
import type { Case } from '../case/case.js';
import type { CaseView } from '../case/case-view.js';
import { type ComplaintState, OPEN_STATES, STATE_NAMES } from '../complaint.states.js';
import { notErased } from '../workflow/erased-need.js';
import { type Brief, notConflicted } from '../workflow/needs.js';

/** What is merged rests: the other complaint goes on for it. */
const NOT_MERGED = STATE_NAMES.filter((state) => state !== 'merged');

/** What can be done below a complaint, and in which states. None of it changes the state. */
export const NOUNS = {
  'record-fact': OPEN_STATES,
  'settle-fact': OPEN_STATES,
  'make-promise': OPEN_STATES,
  'release-promise': OPEN_STATES,
  'keep-promise': [...OPEN_STATES, 'resolved', 'closed'],
  'move-promise': [...OPEN_STATES, 'resolved', 'closed'],
  'answer-breach': NOT_MERGED,
  'waive-breach': NOT_MERGED,
  'withdraw-breach': NOT_MERGED,
  'propose-remedy': OPEN_STATES,
  'approve-remedy': OPEN_STATES,
  'refuse-remedy': OPEN_STATES,
  'execute-remedy': [...OPEN_STATES, 'resolved', 'closed'],
  'reverse-remedy': [...OPEN_STATES, 'resolved', 'closed'],
  'receive-message': NOT_MERGED,
  'send-message': NOT_MERGED,
  'note-message': NOT_MERGED,
  'hear-message': NOT_MERGED,
  'hand-over-message': STATE_NAMES,
  'write-link': NOT_MERGED,
  'make-referral': NOT_MERGED,
  'decide-referral': NOT_MERGED,
  'update-complaint': NOT_MERGED,
  'add-issue': OPEN_STATES,
  'decide-issue': OPEN_STATES,
  'withdraw-issue': OPEN_STATES,
  'name-representative': NOT_MERGED,
  'confirm-representative': NOT_MERGED,
  'refuse-representative': NOT_MERGED,
  'end-representative': NOT_MERGED,
  'add-attachment': [...OPEN_STATES, 'resolved', 'closed'],
  'change-retention': STATE_NAMES,
} as const satisfies Record<string, readonly ComplaintState[]>;

export type Noun = keyof typeof NOUNS;

const NOT_CONFLICTED = notConflicted('agent', 'supervisor', 'admin');

/**
 * Lets a write below the complaint pass, or refuses it with everything that is missing.
 * @throws Refusal 409, `state_not_allowed` alone.
 */
export function permit(c: Case, noun: Noun, needs: Need<CaseView, Brief>[] = []): void {
  const states: readonly ComplaintState[] = NOUNS[noun];
  const { state } = c.view;
  if (!states.includes(state))
    throw stateNotAllowed(noun, `${noun} is possible in ${states.join(', ')}`, state);
  const unmet = [NOT_CONFLICTED, notErased, ...needs]
    .filter((need) => need.lacks(c.view, null))
    .map(({ code, detail }) => ({ code, detail }));
  if (unmet.length > 0) throw actionRefused(noun, unmet, state);
  tellConflict(c);
}
