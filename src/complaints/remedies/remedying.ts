import type { Approvers } from '../../access/authority/granting.js';
import { after } from '../../kernel/duration.js';
import { writeMoney, type Money, type MoneyText } from '../../kernel/money/money.js';
import type { Case } from '../case/case.js';
import { keep, release } from '../promises/keeping.js';
import { makePromise } from '../promises/making.js';
import type { Remedy } from './remedy.entity.js';
import type { RemedyType } from './remedy.words.js';

/** What becomes of remedies. Each function changes the case in hand and puts what it did on record. */

/** How long a remedy waits for approval before it goes to the next level. */
const WAITS = 'PT72H';
/** By when it is done, where nobody says so. */
const USUAL_TERM = 'P14D';

export interface Proposal {
  type: RemedyType;
  money: Money | null;
  reason: string;
  dueAt: Date | null;
}

/** Puts it on record; with those who may approve it, it waits for them. */
export function propose(
  c: Case,
  { type, money, reason, dueAt }: Proposal,
  approvers: Approvers | null,
): Remedy {
  const expiresAt = approvers && after(c.now, WAITS);
  const remedy = c.add<Remedy>('remedy', {
    type,
    minor: money?.minor.toString() ?? null,
    currency: money?.currency ?? null,
    reason,
    state: approvers ? 'pending_approval' : 'proposed',
    dueAt,
    proposedById: c.actor.id ?? '',
    proposedByName: c.actor.name ?? '',
    approvers,
    decidedById: null,
    decidedByName: null,
    decisionReason: null,
    approvedAt: null,
    executedAt: null,
    externalReference: null,
    note: null,
    promiseId: null,
    expiresAt,
    updatedAt: c.now,
  });
  c.view.remedies.push(remedy);
  c.record('remedy.proposed', about(remedy), {
    ...what(remedy),
    expiresAt: expiresAt?.toISOString() ?? null,
    reason,
  });
  return remedy;
}

/**
 * Grants it, and promises it to the customer.
 * @param authorityId the limit that allows it; null where no money is in it
 */
export function approve(c: Case, remedy: Remedy, authorityId: string | null, dueAt: Date | null): void {
  const proposed = remedy.dueAt && remedy.dueAt > c.now ? remedy.dueAt : null;
  const due = dueAt ?? proposed ?? after(c.now, USUAL_TERM);
  const promise = makePromise(c, { kind: 'action', what: inWords(remedy), dueAt: due, by: c.actor });
  decide(c, remedy, { state: 'approved', approvedAt: c.now, promiseId: promise.id });
  c.record('remedy.approved', about(remedy), { ...what(remedy), promiseId: promise.id, authorityId });
}

export function refuse(c: Case, remedy: Remedy, reason: string): void {
  decide(c, remedy, { state: 'refused', decisionReason: reason });
  c.record('remedy.refused', about(remedy), { ...what(remedy), reason });
}

/** It was carried out: its promise is kept, late where it is late. */
export function execute(c: Case, remedy: Remedy, externalReference: string, note: string | null): void {
  c.alter('remedy', remedy, {
    state: 'executed',
    executedAt: c.now,
    externalReference,
    note,
    updatedAt: c.now,
  });
  c.record('remedy.executed', about(remedy), { ...what(remedy), externalReference, note });
  const promise = promiseOf(c, remedy);
  if (promise) keep(c, promise, c.now);
}

/** What was granted is taken back, and its promise with it. One that was broken stays so. */
export function reverse(c: Case, remedy: Remedy, reason: string): void {
  const executed = remedy.state === 'executed';
  decide(c, remedy, { state: 'reversed', decisionReason: reason });
  c.record('remedy.reversed', about(remedy), { ...what(remedy), executed, reason });
  const promise = promiseOf(c, remedy);
  if (promise) release(c, promise, 'reverse');
}

export function expire(c: Case, remedy: Remedy, cause: 'time' | 'complaint_over'): void {
  c.alter('remedy', remedy, { state: 'expired', approvers: null, updatedAt: c.now });
  c.record('remedy.expired', about(remedy), { ...what(remedy), cause });
}

/** The complaint is over: nobody decides about what still waits. */
export function expireAll(c: Case): void {
  for (const remedy of c.view.remedies) if (isPending(remedy)) expire(c, remedy, 'complaint_over');
}

export function isPending({ state }: Remedy): boolean {
  return state === 'pending_approval';
}

/** How much, as the API says it; null where no money is in it. */
export function moneyOf({ minor, currency }: Pick<Remedy, 'minor' | 'currency'>): MoneyText | null {
  return minor === null || currency === null ? null : writeMoney({ minor: BigInt(minor), currency });
}

function decide(c: Case, remedy: Remedy, values: Partial<Remedy>): void {
  const decided = { decidedById: c.actor.id, decidedByName: c.actor.name, approvers: null };
  c.alter('remedy', remedy, { ...decided, ...values, updatedAt: c.now });
}

function promiseOf(c: Case, { promiseId }: Remedy) {
  return c.view.promises.find(({ id }) => id === promiseId);
}

/** What the customer reads: `Refund: 50.00 EUR`. */
function inWords(remedy: Remedy): string {
  const words = remedy.type.replaceAll('_', ' ');
  const named = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const money = moneyOf(remedy);
  return money ? `${named}: ${money.amount} ${money.currency}` : named;
}

function about({ id }: Remedy): { type: 'remedy'; id: string } {
  return { type: 'remedy', id };
}

function what(remedy: Remedy) {
  const { amount = null, currency = null } = moneyOf(remedy) ?? {};
  return { type: remedy.type, amount, currency };
}
