import type { Done } from '../actions/deed.js';
import { entry } from '../actions/deed.js';
import type { Breach } from '../breaches/breach.entity.js';
import type { Case } from '../case/case.js';
import { carryIssues } from '../issues/deciding.js';
import type { Fact } from '../facts/fact.entity.js';
import * as letters from '../messages/letters.js';
import type { Message } from '../messages/message.entity.js';
import { listen, tell } from '../messages/telling.js';
import { makeAgain } from '../promises/making.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import { carryReferrals } from '../referrals/referring.js';
import { carriedBy } from '../remedies/carried-by.js';
import type { Remedy } from '../remedies/remedy.entity.js';
import { carryRepresentative } from '../representation/representing.js';
import type { MergeBody } from './merge.dto.js';
import type { MergeTarget } from './merge-target.js';
import { isStillOwed, strictest } from './strictest.js';
import { takeOver } from './taking-over.js';

/** The other complaint in hand, and what the customer wrote here that nobody heard yet. */
export interface Absorbing extends MergeTarget {
  case: Case;
  unheard: readonly Message[];
  /** What is claimed here and nobody settled. */
  claimed: readonly Fact[];
}

/** What a complaint took over: the ids that it has there, each with the id that it had before. */
interface Renamed {
  formerId: string;
  id: string;
}

/**
 * Two complaints become one. What is open is released here and made anew there, so that each log has the whole life of
 * each promise; what was broken goes with its breach as it is, because it was broken once and is answered once.
 */
export function merge(
  c: Case,
  { intoId, reason, confirmedSamePerson = false, into }: MergeBody & { into: Absorbing },
): Done {
  const open = c.view.promises.filter(({ state }) => state === 'open');
  const endedIn = c.complaint.state;
  Object.assign(c.complaint, { endedIn, endedAt: c.now, mergedIntoId: intoId });
  return {
    to: 'merged',
    entry: entry('complaint.merged', { endedIn, intoId, confirmedSamePerson, reason }),
    then: () => {
      absorb(c, into, open, reason);
    },
  };
}

function absorb(c: Case, into: Absorbing, open: readonly CustomerPromise[], reason: string): void {
  const target = into.case;
  const about = [...target.complaint.complainedAboutUserIds, ...c.complaint.complainedAboutUserIds];
  target.complaint.complainedAboutUserIds = [...new Set(about)];
  const remedies = c.view.remedies.filter(
    ({ state }) => state === 'pending_approval' || state === 'approved',
  );
  for (const remedy of remedies) carryRemedy(c, target, remedy);
  const issueIds = carryIssues(c, target);
  const referralIds = carryReferrals(c, target);
  const promises = open.flatMap((promise) => goesOn(target, promise));
  const broken = c.view.promises.filter(({ state }) => state === 'broken');
  const breaches = c.view.breaches.filter((breach) => isOwed(breach) || broken.some(owns(breach)));
  for (const promise of broken) carry(c, target, promise);
  for (const breach of breaches) carryBreach(c, target, breach);
  const messages = into.unheard.map((message) => ({ formerId: message.id, id: passOn(target, message).id }));
  target.recordHere('complaint.absorbed', {
    state: target.complaint.state,
    fromId: c.complaint.id,
    ...takeOver(c, target, into.claimed),
    promises,
    messages,
    brokenPromiseIds: broken.map(({ id }) => id),
    breachIds: breaches.map(({ id }) => id),
    remedyIds: remedies.map(({ id }) => id),
    issueIds,
    representativeId: carryRepresentative(c, target),
    referralIds,
    reason,
  });
  const body = letters.merged(c.complaint.reference, target.complaint.reference);
  tell(target, { kind: 'notice', automatic: true, body });
}

/** Of two of the house or of the law the strictest survives; what a person promised is promised still. */
function goesOn(target: Case, promise: CustomerPromise): Renamed[] {
  const rival = target.view.promises.find(
    ({ kind, madeByKind }) => kind === promise.kind && madeByKind === promise.madeByKind,
  );
  if (promise.madeByKind !== 'user') {
    if (rival) strictest(target, rival, promise);
    if (rival || !isStillOwed(target.complaint, promise.kind)) return [];
  }
  const next = makeAgain(target, promise);
  carriedBy(target, promise, next);
  return [{ formerId: promise.id, id: next.id }];
}

function carry(c: Case, target: Case, promise: CustomerPromise): void {
  c.view.promises = c.view.promises.filter(({ id }) => id !== promise.id);
  const carriedFromIds = [...promise.carriedFromIds, c.complaint.id];
  target.alter('promise', promise, { complaintId: target.complaint.id, carriedFromIds });
  target.view.promises.push(promise);
}

/** What was granted, or waits to be, is the business of the complaint that goes on. */
function carryRemedy(c: Case, target: Case, remedy: Remedy): void {
  c.view.remedies = c.view.remedies.filter(({ id }) => id !== remedy.id);
  target.alter('remedy', remedy, { complaintId: target.complaint.id, updatedAt: target.now });
  target.view.remedies.push(remedy);
}

/** Words of apology that still wait to be said stay where they were written: there is nothing left to apologise for. */
function carryBreach(c: Case, target: Case, breach: Breach): void {
  c.view.breaches = c.view.breaches.filter(({ id }) => id !== breach.id);
  const waits = c.view.queued.some(({ id }) => id === breach.apologyMessageId);
  const complaintId = target.complaint.id;
  const updatedAt = target.now;
  target.alter('breach', breach, { complaintId, updatedAt, ...(waits && { apologyMessageId: null }) });
  target.view.breaches.push(breach);
}

/** It was written when it was written: what was said here before does not answer it by chance. */
function passOn(c: Case, { body, createdAt }: Message): Message {
  const message = listen(c, body, null);
  c.alter('message', message, { createdAt });
  c.view.unheard = c.view.unheard.map((one) => (one.id === message.id ? { ...one, at: createdAt } : one));
  return message;
}

/** An apology is owed, or its cause. */
function isOwed({ state, cause }: Breach): boolean {
  return state === 'unanswered' || (state === 'answered' && cause?.notKnownYet === true);
}

const owns =
  ({ promiseId }: Breach) =>
  ({ id }: CustomerPromise) =>
    id === promiseId;
