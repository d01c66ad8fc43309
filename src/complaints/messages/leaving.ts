import { after } from '../../kernel/duration.js';
import { apologyLeft } from '../breaches/answering.js';
import type { Case } from '../case/case.js';
import type { MessageKind, PromiseKind } from '../complaint.words.js';
import { keepKinds } from '../promises/keeping.js';
import { pause } from '../promises/pausing.js';
import type { Message } from './message.entity.js';

/** What words do by leaving the house, and by being heard of. */

/** A message keeps promises, starts a pause, answers a breach, starts the windows of a decision. */
export function leftTheHouse(c: Case, message: Message, at: Date): void {
  const decided = decisionTold(c, at);
  keepKinds(c, message.keeps, at, message.id);
  if (message.kind === 'question' && c.complaint.state === 'awaiting_customer') pause(c, at);
  // The letter of a decision that was disputed or reopened keeps nothing any more, and starts nothing either.
  if (message.kind === 'decision' && message.keeps.length > 0 && c.complaint.state === 'resolved') {
    // Who asks an ombudsman is not silent: then the window begins when that is decided.
    const waits = c.view.referrals.length > 0;
    c.complaint.closesAt = waits ? null : after(decided, c.terms.standard.closingWindow);
    c.complaint.disputableUntil = after(decided, c.terms.standard.disputeWindow);
  }
  apologyLeft(c, message.id, at);
  if (message.id === c.complaint.closingNoticeId) noticed(c, at);
}

/** Whoever wrote was not silent: the window begins anew, and with it the notice before its end. */
export function silenceBroken(c: Case): void {
  const { state, closesAt } = c.complaint;
  if (state !== 'resolved' || !closesAt) return;
  const anew = after(c.now, c.terms.standard.closingWindow);
  Object.assign(c.complaint, { closingNoticeId: null, closesAt: anew > closesAt ? anew : closesAt });
}

/** Who is told late that silence closes the complaint has as much time left as who was told in time. */
function noticed(c: Case, at: Date): void {
  const { closesAt } = c.complaint;
  const earliest = after(at, c.terms.standard.closingNotice);
  if (closesAt && closesAt < earliest) c.complaint.closesAt = earliest;
}

/** A decision is never older than what it answers: a date before that would take the customer's time to disagree. */
function decisionTold(c: Case, at: Date): Date {
  const { receivedAt, createdAt } = c.complaint;
  const again = c.view.promises.find(
    (promise) => promise.kind === 'resolve' && promise.createdAt > createdAt,
  );
  const since = again?.createdAt ?? receivedAt;
  return at < since ? since : at;
}

/** The tracking page shows every date: from now on the customer counts on them. */
export function datesShown(c: Case): void {
  for (const promise of c.view.promises) if (!promise.told) c.alter('promise', promise, { told: true });
}

/** The kinds of promises whose dates stand in a letter. */
const DATES_IN: Partial<Record<MessageKind, readonly PromiseKind[]>> = {
  acknowledgement: ['resolve', 'update'],
  owner: ['action'],
  decision: ['action'],
};

/** What was handed over named dates: from now on the customer counts on them. */
export function datesTold(c: Case, { kind, deliveryAt }: Message): void {
  if (!deliveryAt) return;
  for (const promise of c.view.promises) {
    if (!promise.told && DATES_IN[kind]?.includes(promise.kind)) c.alter('promise', promise, { told: true });
  }
}
