import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';

/** What remedies ask of a case that is to be decided or declined. */

export const remediesDecided: Need<CaseView, unknown> = {
  code: 'remedy_pending',
  detail: 'no remedy left that waits for approval',
  lacks: ({ remedies }) => remedies.filter(({ state }) => state === 'pending_approval').map(({ id }) => id),
};

export const nothingGranted: Need<CaseView, unknown> = {
  code: 'remedy_granted',
  detail: 'no remedy that was approved or carried out',
  lacks: ({ remedies }) =>
    remedies.filter(({ state }) => state === 'approved' || state === 'executed').map(({ id }) => id),
};
