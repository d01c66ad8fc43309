import type { Role } from '../../kernel/actor.js';
import type { Transition } from '../../kernel/workflow.js';
import type { ComplaintState } from '../complaint.states.js';

/** Ways from each of these states into one. @param by only these roles may take them */
export function from(
  states: readonly ComplaintState[],
  to: ComplaintState,
  by?: readonly Role[],
): Transition<ComplaintState>[] {
  return states.map((state) => ({ from: state, to, ...(by && { by }) }));
}

/** What leaves the complaint where it stands. */
export function same(...states: ComplaintState[]): Transition<ComplaintState>[] {
  return states.map((state) => ({ from: state, to: state }));
}
