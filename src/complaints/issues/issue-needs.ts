import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';
import { MOST_ISSUES } from './issue.words.js';

/** What issues ask of a case. */

export const issuesDecided: Need<CaseView, unknown> = {
  code: 'issue_undecided',
  detail: 'every point complained about decided, or taken back by the customer',
  lacks: ({ issues }) => issues.filter(({ state }) => state === 'open').map(({ id }) => id),
};

export const roomForIssues: Need<CaseView, unknown> = {
  code: 'issues_too_many',
  detail: `at most ${MOST_ISSUES} points at a time`,
  lacks: ({ issues }) => issues.length >= MOST_ISSUES,
};
