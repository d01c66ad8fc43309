import { after } from '../../kernel/duration.js';
import type { Case } from '../case/case.js';
import type { PromiseKind } from '../complaint.words.js';
import { STANDARD } from './standard.js';
import type { CustomerPromise } from './promise.entity.js';

/** Promises that wait while the customer is asked. Those owed by law never wait. */

export const isPausable = (kind: PromiseKind): boolean => STANDARD.pausable.includes(kind);

/** The customer was asked. A question that still has to be said or sent stops no clock. */
export function isPaused(c: Case): boolean {
  return c.complaint.state === 'awaiting_customer' && !c.view.queued.some(({ kind }) => kind === 'question');
}

/**
 * When a promise is due if a pause that runs ended at the moment given; a pause counts up to the standard's
 * longest.
 */
export function effectiveDue(promise: CustomerPromise, at: Date): Date {
  const { dueAt, pausedSince } = promise;
  if (!pausedSince || at <= pausedSince) return dueAt;
  const end = Math.min(at.getTime(), after(pausedSince, STANDARD.pauses.longest).getTime());
  return new Date(Math.min(dueAt.getTime() + end - pausedSince.getTime(), LAST_MOMENT));
}

/** No pause carries a promise beyond the last year that a time of the API can name. */
const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Pausable promises wait from the moment that the customer was asked, none of them from before it was made. */
export function pause(c: Case, asked: Date): void {
  for (const promise of c.view.promises) {
    if (promise.state !== 'open' || promise.legal || promise.pausedSince || !isPausable(promise.kind))
      continue;
    const since = asked < promise.createdAt ? promise.createdAt : asked;
    if (promise.dueAt <= since) continue;
    c.alter('promise', promise, { pausedSince: since });
    c.record(
      'promise.paused',
      { type: 'promise', id: promise.id },
      { kind: promise.kind, pausedSince: since.toISOString() },
    );
  }
}

/** Waiting promises go on. */
export function goOn(c: Case): void {
  for (const promise of c.view.promises) endPause(c, promise, c.now);
}

/** A promise that waited is due later by its pause, up to the longest pause of the standard. */
export function endPause(c: Case, promise: CustomerPromise, at: Date): void {
  if (!promise.pausedSince) return;
  const formerDueAt = promise.dueAt;
  const dueAt = effectiveDue(promise, at);
  const warnAt = new Date(promise.warnAt.getTime() + dueAt.getTime() - formerDueAt.getTime());
  c.alter('promise', promise, { dueAt, warnAt, pausedSince: null });
  c.record(
    'promise.recomputed',
    { type: 'promise', id: promise.id },
    {
      kind: promise.kind,
      formerDueAt: formerDueAt.toISOString(),
      dueAt: dueAt.toISOString(),
      cause: 'resumed',
    },
  );
}
