import type { CaseView } from '../case/case-view.js';

/** The complaint that another one is merged into, as far as the needs look at it. */
export interface MergeTarget {
  view: CaseView;
  /** Where it was merged into itself, and that again; the next first. */
  mergedIntoIds: readonly string[];
}
