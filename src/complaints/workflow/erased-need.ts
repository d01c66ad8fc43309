import { NOT_ERASED } from '../../kernel/erased.js';
import type { Need } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';

/** An erased complaint stays as it is: whatever was written to it would be about the person again. */
export const notErased: Need<CaseView, unknown> = {
  ...NOT_ERASED,
  lacks: ({ complaint }) => complaint.erasedAt !== null,
};
