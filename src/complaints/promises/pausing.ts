import type { Case } from '../case/case.js';
import { STANDARD_KINDS } from '../../standards/standard.js';
import { arithmeticOf, effectiveDue, pauseEnd, pauseLimit, pushed } from './counting.js';
import type { CustomerPromise } from './promise.entity.js';

/** Promises that wait while the customer is asked. Those owed by law never wait. */

export function isPausable({ kind, legal, rule }: Pick<CustomerPromise, 'kind' | 'legal' | 'rule'>): boolean {
  if (legal) return false;
  if (rule) return rule.pausable;
  return (
    kind === 'action' || (kind !== 'acknowledge' && (STANDARD_KINDS as readonly string[]).includes(kind))
  );
}

/** The customer was asked, and that not too long ago. A question that still has to be said or sent stops no clock. */
export function isPaused({ complaint: { pausedSince }, terms, now }: Case): boolean {
  return pausedSince !== null && pauseLimit(terms, pausedSince) > now;
}

/** Pausable promises wait from the moment that the customer was asked, none of them before it was made, or twice. */
export function pause(c: Case, asked: Date): void {
  c.complaint.pausedSince = asked;
  for (const promise of c.view.promises) {
    if (promise.state !== 'open' || promise.pausedSince || !isPausable(promise)) continue;
    const waited = promise.pauses.at(-1);
    const since = latest(asked, promise.createdAt, new Date(waited?.to ?? asked));
    if (promise.dueAt > since) waitSince(c, promise, since);
  }
}

/** What waited before it got another time waits on, from now. */
export function waitAgain(c: Case, promise: CustomerPromise): void {
  if (isPaused(c) && isPausable(promise)) waitSince(c, promise, c.now);
}

function waitSince(c: Case, promise: CustomerPromise, since: Date): void {
  c.alter('promise', promise, { pausedSince: since });
  c.record(
    'promise.paused',
    { type: 'promise', id: promise.id },
    { kind: promise.kind, pausedSince: since.toISOString() },
  );
}

/** Waiting promises go on: from now, or from when the time to answer was over. */
export function goOn(c: Case, at: Date): void {
  c.complaint.pausedSince = null;
  for (const promise of c.view.promises) endPause(c, promise, at);
}

/** A promise that waited is due later by its pause, up to the longest pause of the standard. */
export function endPause(c: Case, promise: CustomerPromise, at: Date): void {
  const { pausedSince, dueAt: formerDueAt, pauses } = promise;
  if (!pausedSince) return;
  const end = at < pausedSince ? pausedSince : pauseEnd(c.terms, pausedSince, at);
  const dueAt = effectiveDue(c.terms, promise, at);
  const interval = { from: pausedSince, to: end };
  const warnAt = pushed(promise.warnAt, interval, arithmeticOf(c.terms, promise.rule));
  const waited = { from: pausedSince.toISOString(), to: end.toISOString() };
  c.alter('promise', promise, { dueAt, warnAt, pausedSince: null, pauses: [...pauses, waited] });
  c.record(
    'promise.recomputed',
    { type: 'promise', id: promise.id },
    {
      kind: promise.kind,
      from: promise.countedFrom.toISOString(),
      formerDueAt: formerDueAt.toISOString(),
      dueAt: dueAt.toISOString(),
      cause: 'resumed',
      paused: waited,
      pauses: null,
      rule: promise.rule,
    },
  );
}

function latest(...moments: Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}
