/** The closed lists of words about issues, each value with its meaning. */

export const ISSUE_STATES = {
  open: 'still to be decided',
  decided: 'something was found about it; it may be decided again while the complaint is open',
  withdrawn: 'the customer took this point back: it does not count any more',
} as const;
export type IssueState = keyof typeof ISSUE_STATES;

/** Points on record that count, at most: more than one decision can answer, and a letter can name. */
export const MOST_ISSUES = 30;

/** Points that can be handed in with a complaint. */
export const MOST_AT_INTAKE = 20;
