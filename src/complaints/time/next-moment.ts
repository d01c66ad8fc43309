import { before } from '../../kernel/duration.js';
import type { CaseView } from '../case/case-view.js';
import { pauseLimit } from '../promises/counting.js';
import type { CustomerPromise } from '../promises/promise.entity.js';

/** When time alone will change a case, for the worker that wakes it then. `pass-time.ts` says what happens. */

/** The first moment to come, or one that is past already; null where nothing waits for the clock. */
export function nextMoment(view: CaseView): Date | null {
  const moments = [
    ...view.promises.flatMap((promise) => nextOf(view, promise)),
    ...answerOf(view),
    ...approvalOf(view),
    ...endOf(view),
  ];
  return moments.reduce<Date | null>((first, moment) => (!first || moment < first ? moment : first), null);
}

/** A warning, then the end of its time; one that waits goes on by itself when the pause becomes too long. */
function nextOf({ terms, complaint }: CaseView, promise: CustomerPromise): Date[] {
  const { state, pausedSince, warnedAt, warnAt, dueAt } = promise;
  if (state !== 'open' || complaint.endedAt) return [];
  if (pausedSince) return [pauseLimit(terms, pausedSince)];
  return [warnedAt || warnAt >= dueAt ? dueAt : warnAt];
}

/** What waits for approval waits so long. */
function approvalOf({ remedies }: CaseView): Date[] {
  return remedies.flatMap(({ state, expiresAt }) =>
    state === 'pending_approval' && expiresAt ? [expiresAt] : [],
  );
}

function answerOf({ complaint: { state, replyBy } }: CaseView): Date[] {
  return state === 'awaiting_customer' && replyBy ? [replyBy] : [];
}

/** The closing window: the notice that comes before its end, then the end. Whoever wrote was not silent. */
function endOf(view: CaseView): Date[] {
  const { state, closesAt } = view.complaint;
  if (state !== 'resolved' || !closesAt || view.unheard.length > 0) return [];
  if (owesNotice(view)) return [before(closesAt, view.terms.standard.closingNotice)];
  return isNoticed(view) ? [closesAt] : [];
}

/** Before silence closes a complaint the customer is told so; who cannot be reached is on record as that. */
export function owesNotice({ complaint: { closingNoticeId, answerVia } }: CaseView): boolean {
  return closingNoticeId === null && answerVia !== 'none';
}

/** The notice left the house, or there is nobody to reach. */
export function isNoticed({ complaint: { closingNoticeId, answerVia }, queued }: Noticed): boolean {
  return (
    answerVia === 'none' || (closingNoticeId !== null && !queued.some(({ id }) => id === closingNoticeId))
  );
}

type Noticed = Pick<CaseView, 'complaint' | 'queued'>;
