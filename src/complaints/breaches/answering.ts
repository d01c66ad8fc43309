import type { Case } from '../case/case.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import type { Breach } from './breach.entity.js';

/** What becomes of breaches. Each function changes the case in hand and puts what it did on record. */

/** A promise was broken: from now on an apology and a cause are owed. */
export function bornBroken(c: Case, { id, kind, dueAt }: CustomerPromise): Breach {
  const breach = c.add<Breach>('breach', {
    promiseId: id,
    kind,
    state: 'unanswered',
    brokenAt: dueAt,
    apologyMessageId: null,
    cause: null,
    answeredAt: null,
    answeredById: null,
    answeredByName: null,
    reason: null,
    updatedAt: c.now,
  });
  c.view.breaches.push(breach);
  return breach;
}

/** The promise was kept in time after all: nothing was broken. Both entries stay. */
export function undone(c: Case, promise: CustomerPromise, keptAt: Date, reason: string | null): void {
  const breach = c.view.breaches.find(({ promiseId }) => promiseId === promise.id);
  if (!breach || breach.state === 'withdrawn') return;
  c.alter('breach', breach, { state: 'withdrawn', reason, updatedAt: c.now });
  c.record('breach.withdrawn', breachOf(breach), {
    ...ofPromise(breach),
    keptAt: keptAt.toISOString(),
    reason,
  });
}

export function waive(c: Case, breach: Breach, reason: string): void {
  c.alter('breach', breach, { state: 'waived', reason, ...answeredNow(c), updatedAt: c.now });
  c.record('breach.waived', breachOf(breach), { ...ofPromise(breach), reason });
}

/** Words of apology left the house: what they apologise for, and what was broken by then, is answered. */
export function apologyLeft(c: Case, messageId: string, at: Date): void {
  for (const breach of c.view.breaches) {
    if (breach.apologyMessageId !== messageId || breach.state !== 'unanswered' || breach.brokenAt > at)
      continue;
    c.alter('breach', breach, { state: 'answered', ...answeredNow(c), updatedAt: c.now });
    recordAnswer(c, breach);
  }
}

export function recordAnswer(c: Case, breach: Breach): void {
  const { causeId = null, text = null, notKnownYet = false } = breach.cause ?? {};
  c.record('breach.answered', breachOf(breach), {
    ...ofPromise(breach),
    state: breach.state,
    messageId: breach.apologyMessageId,
    causeId,
    notKnownYet,
    cause: text,
  });
}

function answeredNow(c: Case) {
  return { answeredAt: c.now, answeredById: c.actor.id, answeredByName: c.actor.name };
}

function breachOf({ id }: Breach): { type: 'breach'; id: string } {
  return { type: 'breach', id };
}

function ofPromise({ promiseId, kind }: Breach) {
  return { promiseId, kind };
}
