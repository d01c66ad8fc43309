import { share } from '../../kernel/duration.js';
import type { Case } from '../case/case.js';
import type { PromiseKind } from '../complaint.words.js';
import { isPausable, isPaused } from './pausing.js';
import type { CustomerPromise } from './promise.entity.js';
import { STANDARD, standardDue, STANDARD_NAME } from './standard.js';

/** How promises come to be, and come back. Each function changes the case in hand and puts what it did on record. */

export interface NewPromise {
  kind: PromiseKind;
  dueAt: Date;
  /** Where its time began; default now. */
  from?: Date;
  what?: string;
  /** The person who gave it; absent for the standard. */
  by?: { id: string | null; name: string | null };
}

/**
 * Makes promises of the standard, its time counted from now or from the moment given; one that runs is not
 * made twice.
 */
export function openByStandard(c: Case, kinds: readonly PromiseKind[], from: Date = c.now): void {
  for (const kind of kinds) {
    const dueAt = standardDue(kind, from);
    if (dueAt && !runs(c, kind)) makePromise(c, { kind, dueAt, from });
  }
}

function runs(c: Case, kind: PromiseKind): boolean {
  return c.view.promises.some((promise) => promise.kind === kind && promise.state === 'open');
}

export function makePromise(c: Case, promise: NewPromise): CustomerPromise {
  const { kind, dueAt, from = c.now, what = null, by } = promise;
  const waits = isPaused(c) && isPausable(kind);
  const made = c.add<CustomerPromise>('promise', {
    kind,
    what,
    state: 'open',
    legal: false,
    dueAt,
    warnAt: share(from, dueAt, STANDARD.warnShare),
    pausedSince: waits ? c.now : null,
    madeByKind: by ? 'user' : 'standard',
    madeById: by?.id ?? null,
    madeByName: by ? by.name : STANDARD_NAME,
    keptAt: null,
    brokenAt: null,
    movedToId: null,
    releasedBy: null,
    releasedAt: null,
    messageId: null,
  });
  c.view.promises.push(made);
  c.record('promise.made', about(made), {
    kind,
    legal: false,
    dueAt: dueAt.toISOString(),
    pausedSince: made.pausedSince?.toISOString() ?? null,
    madeByKind: made.madeByKind,
    madeById: made.madeById,
    what,
  });
  return made;
}

/**
 * What was released when the complaint was withdrawn or declined opens anew: at its old time, or, where that is past,
 * with its time counted from now. One of the standard's that runs is not made twice: where the clock stood still, an
 * earlier ending has the same moment as this one.
 */
export function reopenLapsed(c: Case): void {
  for (const { kind, what, dueAt, createdAt, madeByKind, madeById, madeByName } of c.view.lapsed) {
    if (madeByKind === 'standard' && runs(c, kind)) continue;
    const term = dueAt.getTime() - createdAt.getTime();
    const anew = standardDue(kind, c.now) ?? new Date(c.now.getTime() + term);
    const by = madeByKind === 'user' ? { by: { id: madeById, name: madeByName } } : {};
    makePromise(c, { kind, dueAt: dueAt > c.now ? dueAt : anew, ...(what && { what }), ...by });
  }
}

/** A promise as what an entry is about. */
export function about(promise: CustomerPromise): { type: 'promise'; id: string } {
  return { type: 'promise', id: promise.id };
}
