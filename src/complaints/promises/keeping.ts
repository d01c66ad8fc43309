import { bornBroken, undone } from '../breaches/answering.js';
import { system } from '../../kernel/actor.js';
import type { Case } from '../case/case.js';
import { OPEN_STATES } from '../complaint.states.js';
import type { PromiseKind, SaidHow } from '../complaint.words.js';
import { carriedBy } from '../remedies/carried-by.js';
import { about, makeInstead, openByStandard } from './making.js';
import { endPause } from './pausing.js';
import type { CustomerPromise } from './promise.entity.js';

/** The name under which time alone acts. */
export const CLOCK = system('clock');

/** What becomes of promises. Each function changes the case in hand and puts what it did on record. */

/**
 * Keeps a promise at a moment, which may lie in the past: words said in time and recorded late undo a break,
 * and both entries stay. Late, it is broken first, whoever sees it first.
 */
export function keep(
  c: Case,
  promise: CustomerPromise,
  at: Date,
  how: { messageId?: string | undefined; note?: string | undefined; proof?: string } = {},
): void {
  endPause(c, promise, at);
  const late = at > promise.dueAt;
  // No promise breaks after a complaint was withdrawn or declined: what was not due by then is not owed any more.
  const { endedAt } = c.complaint;
  if (late && promise.state === 'open' && endedAt && promise.dueAt >= endedAt) {
    setFree(c, promise, c.complaint.state === 'declined' ? 'decline' : 'withdraw', null);
    return;
  }
  if (late && promise.state === 'open') breakPromise(c, promise);
  if (!late) undone(c, promise, at, how.proof ?? null);
  c.alter('promise', promise, {
    state: late ? 'kept_late' : 'kept',
    keptAt: at,
    brokenAt: late ? promise.brokenAt : null,
    messageId: how.messageId ?? null,
  });
  c.record('promise.kept', about(promise), {
    ...whose(c, promise),
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
    // Nothing is kept before its time began.
    keep(c, promise, at < promise.countedFrom ? promise.countedFrom : at, { messageId });
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
  if (promise.state === 'broken' && by === 'customer') setFree(c, promise, by, said);
  if (promise.state !== 'open') return;
  endPause(c, promise, c.now);
  if (promise.dueAt < c.now) {
    breakPromise(c, promise);
    return;
  }
  setFree(c, promise, by, said);
}

/** Another date in the place of a promise; the customer was told by the message. */
export function replace(
  c: Case,
  promise: CustomerPromise,
  dueAt: Date,
  reason: string,
  messageId: string,
): void {
  endPause(c, promise, c.now);
  c.alter('promise', promise, { state: 'moved' });
  c.view.promises = c.view.promises.filter(({ id }) => id !== promise.id);
  const next = makeInstead(c, promise, dueAt);
  c.alter('promise', promise, { movedToId: next.id });
  carriedBy(c, promise, next);
  c.record('promise.moved', about(promise), {
    ...whose(c, promise),
    broken: promise.brokenAt !== null,
    movedToId: next.id,
    messageId,
    reason,
  });
}

/** The time of a promise is over: said by the clock, whoever sees it first. */
export function breakPromise(c: Case, promise: CustomerPromise): void {
  c.by(CLOCK, () => {
    c.alter('promise', promise, { state: 'broken', brokenAt: promise.dueAt });
    const { id: breachId } = bornBroken(c, promise);
    const brokenAt = promise.dueAt.toISOString();
    c.record('promise.broken', about(promise), { ...whose(c, promise), breachId, brokenAt });
    keepInformed(c);
  });
}

/** From the acknowledgement to the decision exactly one date for news is open. */
export function keepInformed(c: Case): void {
  const informing = OPEN_STATES.includes(c.complaint.state) && c.complaint.state !== 'received';
  if (informing) openByStandard(c, ['update']);
}

/** Whose promise it was, for those who count: the owner, and what the customer is to the house. */
function whose(c: Case, { kind, legal, madeByKind, dueAt }: CustomerPromise) {
  const { ownerId, tier, categoryId } = c.complaint;
  return { kind, legal, madeByKind, dueAt: dueAt.toISOString(), ownerId, tier, categoryId };
}

function setFree(
  c: Case,
  promise: CustomerPromise,
  by: string,
  said: { how: SaidHow; saidAt: string } | null,
): void {
  c.alter('promise', promise, { state: 'released', releasedBy: by, releasedAt: c.now });
  c.record('promise.released', about(promise), {
    kind: promise.kind,
    by,
    saidHow: said?.how ?? null,
    saidAt: said?.saidAt ?? null,
  });
  settled(c, promise);
}

function settled(c: Case, promise: CustomerPromise): void {
  c.view.promises = c.view.promises.filter(({ id }) => id !== promise.id);
  if (promise.kind === 'update') keepInformed(c);
}
