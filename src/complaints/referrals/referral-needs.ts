import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';

/** What referrals ask of a case that silence would close: whoever asks an ombudsman is not silent. */
export const referralsDecided: Need<CaseView, unknown> = {
  code: 'referral_open',
  detail: 'no referral to an outside body left that is not decided',
  lacks: ({ referrals }) => referrals.map(({ id }) => id),
};
