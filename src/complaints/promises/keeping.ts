import { share } from '../../kernel/duration.js';
import type { Case } from '../case/case.js';
import { OPEN_STATES } from '../complaint.states.js';
import type { PromiseKind, SaidHow } from '../complaint.words.js';
import { STANDARD, standardDue, STANDARD_NAME } from './standard.js';
import { endPause, isPausable, isPaused } from './pausing.js';
import type { CustomerPromise } from './promise.entity.js';

/** What becomes of promises. Each function changes the case in hand and puts what it did on record. */

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
 * Keeps a promise at a moment, which may lie in the past: words said in time and recorded late undo a break,
 * and both entries stay. Late, it is broken first, whoever sees it first.
 */
export function keep(
  c: Case,
  promise: CustomerPromise,
  at: Date,
  how: { messageId?: string | undefined; note?: string | undefined } = {},
): void {
  endPause(c, promise, at);
  const late = at > promise.dueAt;
  if (late && promise.state === 'open') breakPromise(c, promise);
  c.alter('promise', promise, {
    state: late ? 'kept_late' : 'kept',
    keptAt: at,
    brokenAt: late ? promise.brokenAt : null,
    messageId: how.messageId ?? null,
  });
  c.record('promise.kept', about(promise), {
    kind: promise.kind,
    late,
    keptAt: at.toISOString(),
    messageId: how.messageId ?? null,
    note: how.note ?? null,
  });
  settled(c, promise);
}

/** Keeps every running promise of these kinds that was made by the moment. News kept opens the next one. */
export function keepKinds(c: Case, kinds: readonly PromiseKind[], at: Date, messageId?: string): void {
  const running = c.view.promises.filter(({ kind }) => kinds.includes(kind));
  for (const promise of running) {
    if (promise.kind === 'update' && at < promise.createdAt) continue;
    keep(c, promise, at, { messageId });
  }
}

/** The other kinds of the standard are kept by the handing over of their message, or by a person who says so. */
export const isKeptByDoing = (kind: PromiseKind): boolean => kind === 'establish_facts';

/** A promise that is no longer expected; one whose time is over was broken and stays so. */
export function release(
  c: Case,
  promise: CustomerPromise,
  by: string,
  said: { how: SaidHow; saidAt: string } | null = null,
): void {
  if (promise.state !== 'open') return;
  endPause(c, promise, c.now);
  if (promise.dueAt < c.now) {
    breakPromise(c, promise);
    return;
  }
  c.alter('promise', promise, { state: 'released', releasedBy: by, releasedAt: c.now });
  c.record('promise.released', about(promise), {
    kind: promise.kind,
    by,
    saidHow: said?.how ?? null,
    saidAt: said?.saidAt ?? null,
  });
  settled(c, promise);
}

/** Another date in the place of a promise; the customer was told by the message. */
export function replace(
  c: Case,
  promise: CustomerPromise,
  dueAt: Date,
  reason: string,
  messageId: string,
): void {
  const by = promise.madeByKind === 'user' ? { id: promise.madeById, name: promise.madeByName } : undefined;
  endPause(c, promise, c.now);
  c.alter('promise', promise, { state: 'moved' });
  c.view.promises = c.view.promises.filter(({ id }) => id !== promise.id);
  const next = makePromise(c, {
    kind: promise.kind,
    dueAt,
    ...(promise.what && { what: promise.what }),
    ...(by && { by }),
  });
  c.alter('promise', promise, { movedToId: next.id });
  c.record('promise.moved', about(promise), {
    kind: promise.kind,
    dueAt: promise.dueAt.toISOString(),
    movedToId: next.id,
    messageId,
    reason,
  });
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

/** The time of a promise is over: said aloud by whoever sees it first. */
export function breakPromise(c: Case, promise: CustomerPromise): void {
  c.alter('promise', promise, { state: 'broken', brokenAt: promise.dueAt });
  c.record('promise.broken', about(promise), { kind: promise.kind, brokenAt: promise.dueAt.toISOString() });
  keepInformed(c);
}

/** From the acknowledgement to the decision exactly one date for news is open. */
export function keepInformed(c: Case): void {
  const informing = OPEN_STATES.includes(c.complaint.state) && c.complaint.state !== 'received';
  if (informing) openByStandard(c, ['update']);
}

function settled(c: Case, promise: CustomerPromise): void {
  c.view.promises = c.view.promises.filter(({ id }) => id !== promise.id);
  if (promise.kind === 'update') keepInformed(c);
}

function about(promise: CustomerPromise): { type: 'promise'; id: string } {
  return { type: 'promise', id: promise.id };
}
