import type { Case } from '../case/case.js';
import type { Complaint } from '../complaint.entity.js';
import type { ComplaintState } from '../complaint.states.js';
import type { PromiseKind } from '../complaint.words.js';
import { effectiveDue } from '../promises/counting.js';
import { about } from '../promises/making.js';
import { endPause, waitAgain } from '../promises/pausing.js';
import type { CustomerPromise } from '../promises/promise.entity.js';

/**
 * Of two promises for the same the one that is due first holds, with all that it is counted by. The customer knows what
 * was told of either. One that is broken already cannot be stricter.
 * @param rival the one that runs here
 * @param promise that of the complaint that is merged: over there it is released by now, and waits for nobody
 */
export function strictest(c: Case, rival: CustomerPromise, promise: CustomerPromise): void {
  if (promise.told && !rival.told) c.alter('promise', rival, { told: true });
  if (rival.state !== 'open' || promise.dueAt >= effectiveDue(c.terms, rival, c.now)) return;
  const waits = rival.pausedSince !== null;
  endPause(c, rival, c.now);
  const formerDueAt = rival.dueAt;
  const { dueAt, warnAt, countedFrom, pauses, rule } = promise;
  const legal = promise.legal || rival.legal;
  const warnedAt = warnAt > c.now ? null : (rival.warnedAt ?? promise.warnedAt);
  c.alter('promise', rival, { dueAt, warnAt, warnedAt, countedFrom, pauses, rule, legal });
  c.record('promise.recomputed', about(rival), {
    kind: rival.kind,
    from: countedFrom.toISOString(),
    formerDueAt: formerDueAt.toISOString(),
    dueAt: dueAt.toISOString(),
    cause: 'merged',
    paused: null,
    pauses,
    rule,
  });
  if (waits) waitAgain(c, rival);
}

type Standing = Pick<Complaint, 'state' | 'askedIn'>;

/** Until the complaint has come so far; what stands in no list is owed while it is open. */
const OWED_IN: Partial<Record<PromiseKind, readonly ComplaintState[]>> = {
  acknowledge: ['received'],
  establish_facts: ['received', 'acknowledged'],
  name_owner: ['received', 'acknowledged', 'facts_established'],
};

/** What the house promised for another complaint of the customer is still to be done for this one. */
export function isStillOwed({ state, askedIn }: Standing, kind: PromiseKind): boolean {
  const stands = state === 'awaiting_customer' ? (askedIn ?? 'in_progress') : state;
  return OWED_IN[kind]?.includes(stands) ?? true;
}
