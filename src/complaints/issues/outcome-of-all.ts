import type { Outcome } from '../complaint.words.js';

/**
 * What was found about a complaint, from what was found about each of its points. One outcome for all is that of the
 * whole. Where the customer is right in one of several, the whole is upheld in part. Where some points are not upheld
 * and about the others nobody can say, nobody can say about the whole: it is not said to the customer that nothing was
 * right while some of it may have been.
 * @returns null where there is no point
 */
export function outcomeOfAll(outcomes: readonly Outcome[]): Outcome | null {
  const [first = null] = outcomes;
  if (outcomes.every((outcome) => outcome === first)) return first;
  const isRight = outcomes.some((outcome) => outcome === 'upheld' || outcome === 'partly_upheld');
  return isRight ? 'partly_upheld' : 'not_determined';
}
