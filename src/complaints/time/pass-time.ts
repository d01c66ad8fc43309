import { act } from '../actions/act.js';
import { after, before } from '../../kernel/duration.js';
import type { Case } from '../case/case.js';
import { write } from '../messages/letters.js';
import { tell } from '../messages/telling.js';
import { breakPromise, CLOCK } from '../promises/keeping.js';
import { about } from '../promises/making.js';
import { pauseLimit } from '../promises/counting.js';
import { endPause } from '../promises/pausing.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import { expire, isPending } from '../remedies/remedying.js';
import { HIGHEST_LEVEL } from '../promises/terms.js';
import { isNoticed, owesNotice } from './next-moment.js';

/**
 * What time alone does to a case in hand: pauses become too long, promises come near their end and break, an
 * answer does not come, silence closes. Where nothing is due it changes nothing, so it may run as often as it likes.
 */
export function passTime(c: Case): void {
  const { state, replyBy } = c.complaint;
  if (state === 'awaiting_customer' && replyBy && replyBy <= c.now) act(c, 'resume', {});
  breakDue(c);
  for (const promise of c.view.promises) if (isNearItsEnd(c, promise)) warn(c, promise);
  if (c.complaint.state === 'resolved') windowGoesOn(c);
}

/**
 * What is due is broken before anybody does anything else with the case: so it makes no difference whether the clock or
 * somebody's work comes first. After a complaint was withdrawn or declined nothing breaks any more.
 */
export function breakDue(c: Case): void {
  if (c.complaint.endedAt) return;
  expireDue(c);
  for (const promise of [...c.view.promises]) {
    if (promise.state !== 'open' || waits(c, promise) || promise.dueAt > c.now) continue;
    breakPromise(c, promise);
    // What was promised over the end of a complaint brings it back when it is broken.
    if (c.complaint.state === 'closed')
      c.by(CLOCK, () => {
        act(c, 'reopen', { reason: BROKEN_AFTERWARDS });
      });
  }
}

/** Nobody decided about a remedy in time: the next level hears of it. */
function expireDue(c: Case): void {
  const over = c.view.remedies.filter(
    (remedy) => isPending(remedy) && remedy.expiresAt !== null && remedy.expiresAt <= c.now,
  );
  if (over.length === 0) return;
  c.by(CLOCK, () => {
    for (const remedy of over) expire(c, remedy, 'time');
    if (c.complaint.level < HIGHEST_LEVEL) act(c, 'escalate', { reason: NOT_DECIDED });
  });
}

/** It waits for the customer; a pause that became too long ends here. */
function waits(c: Case, promise: CustomerPromise): boolean {
  const { pausedSince } = promise;
  if (!pausedSince) return false;
  if (pauseLimit(c.terms, pausedSince) > c.now) return true;
  c.by(CLOCK, () => {
    endPause(c, promise, c.now);
  });
  return false;
}

function isNearItsEnd({ now, complaint }: Case, promise: CustomerPromise): boolean {
  const { state, pausedSince, warnedAt, warnAt, dueAt } = promise;
  return state === 'open' && !complaint.endedAt && !pausedSince && !warnedAt && warnAt <= now && dueAt > now;
}

function warn(c: Case, promise: CustomerPromise): void {
  c.alter('promise', promise, { warnedAt: c.now });
  const { ownerId } = c.complaint;
  c.record('promise.warned', about(promise), {
    kind: promise.kind,
    ownerId,
    dueAt: promise.dueAt.toISOString(),
  });
}

function windowGoesOn(c: Case): void {
  const { closesAt } = c.complaint;
  if (!closesAt || c.view.unheard.length > 0) return;
  if (owesNotice(c.view)) {
    const { closingNotice: ahead } = c.terms.standard;
    if (before(closesAt, ahead) > c.now) return;
    // Whoever is told late has as much time left as who was told in time.
    const end = after(c.now, ahead);
    c.complaint.closesAt = end > closesAt ? end : closesAt;
    const words = write(c, 'closing_notice', { closesOn: c.complaint.closesAt });
    tell(c, { kind: 'notice', automatic: true, closing: true, ...words });
  }
  if (isNoticed(c.view) && c.complaint.closesAt && c.complaint.closesAt <= c.now) act(c, 'close', {});
}

const NOT_DECIDED = 'Nobody decided in time about a remedy that was proposed.';
const BROKEN_AFTERWARDS = 'A promise that outlived the complaint was broken.';
