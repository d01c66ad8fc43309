import type { Transition } from '../../kernel/workflow.js';
import type { ComplaintState } from '../complaint.states.js';

/** Ways from each of these states into one. */
export function from(states: readonly ComplaintState[], to: ComplaintState): Transition<ComplaintState>[] {
  return states.map((state) => ({ from: state, to }));
}

/** What leaves the complaint where it stands. */
export function same(...states: ComplaintState[]): Transition<ComplaintState>[] {
  return states.map((state) => ({ from: state, to: state }));
}
