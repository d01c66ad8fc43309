import { inputError, type InputError } from '../../kernel/refusal.js';
import { findingFlaws, type ResolveBody } from '../actions/decision.dto.js';
import type { CaseView } from '../case/case-view.js';
import type { Outcome } from '../complaint.words.js';
import { outcomeOfAll } from './outcome-of-all.js';

/** The decision about a complaint, where it follows from those about its points. */

type Points = Pick<CaseView, 'issues'>;

/**
 * What is wrong with a decision, as only the case shows it: with points on record the outcome follows from theirs, and
 * what a decision has to bring follows from the outcome. While one is undecided nothing follows yet.
 */
export function decisionFlaws(view: Points, body: ResolveBody): InputError[] {
  const { issues } = view;
  if (issues.length === 0) return body.outcome ? [] : [inputError('/outcome', 'required')];
  const outcome = computed(view);
  if (outcome === null) return [];
  if (body.outcome && body.outcome !== outcome) {
    return [inputError('/outcome', 'not_applicable', `what was found about its points makes it ${outcome}`)];
  }
  return findingFlaws(outcome, body).map(({ at, code }) => inputError(at, code));
}

/** The outcome of a decision that has no flaws. */
export function outcomeOf(view: Points, { outcome }: ResolveBody): Outcome {
  const found = outcome ?? computed(view);
  if (found === null) throw new Error('a decision without an outcome is refused before');
  return found;
}

/** Null where there is no point, or one is undecided. */
function computed({ issues }: Points): Outcome | null {
  const found = issues.flatMap(({ state, outcome }) => (state === 'decided' && outcome ? [outcome] : []));
  return found.length === issues.length ? outcomeOfAll(found) : null;
}
