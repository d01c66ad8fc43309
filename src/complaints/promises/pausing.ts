import { after } from '../../kernel/duration.js';
import type { Case } from '../case/case.js';
import type { PromiseKind } from '../complaint.words.js';
import { STANDARD } from './standard.js';
import type { CustomerPromise } from './promise.entity.js';

/** Promises that wait while the customer is asked. Those owed by law never wait. */

export const isPausable = (kind: PromiseKind): boolean => STANDARD.pausable.includes(kind);

/**
 * When a promise is due if a pause that runs ended at the moment given; a pause counts up to the standard's
 * longest.
 */
export function effectiveDue(promise: CustomerPromise, at: Date): Date {
  const { dueAt, pausedSince } = promise;
  if (!pausedSince || at <= pausedSince) return dueAt;
  const end = Math.min(at.getTime(), after(pausedSince, STANDARD.pauses.longest).getTime());
  return new Date(dueAt.getTime() + end - pausedSince.getTime());
}

/** Pausable promises wait from the moment that the customer was asked. */
export function pause(c: Case, since: Date): void {
  for (const promise of c.view.promises) {
    if (promise.state !== 'open' || promise.legal || promise.pausedSince || !isPausable(promise.kind))
      continue;
    if (promise.dueAt <= since) continue;
    c.alter('promise', promise, { pausedSince: since });
    c.record(
      'promise.paused',
      { type: 'promise', id: promise.id },
      { kind: promise.kind, pausedSince: since.toISOString() },
    );
  }
}

/** Waiting promises go on; their time is longer by the pause, up to the longest pause of the standard. */
export function goOn(c: Case): void {
  for (const promise of c.view.promises) {
    if (!promise.pausedSince) continue;
    const formerDueAt = promise.dueAt;
    const moved = effectiveDue(promise, c.now).getTime() - formerDueAt.getTime();
    c.alter('promise', promise, {
      dueAt: new Date(formerDueAt.getTime() + moved),
      warnAt: new Date(promise.warnAt.getTime() + moved),
      pausedSince: null,
    });
    c.record(
      'promise.recomputed',
      { type: 'promise', id: promise.id },
      {
        kind: promise.kind,
        formerDueAt: formerDueAt.toISOString(),
        dueAt: promise.dueAt.toISOString(),
        cause: 'resumed',
      },
    );
  }
}
