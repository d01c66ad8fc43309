import type { Case } from '../case/case.js';
import * as letters from '../messages/letters.js';
import { nameOwner } from '../ownership/ownership.js';
import { makePromise, nextByStandard } from '../promises/making.js';
import { goOn } from '../promises/pausing.js';
import { chooseAnew, takeStandard } from '../restandardising/recounting.js';
import { fitting, type Measure, traitsOf } from '../promises/terms.js';
import { isFirstOwner, type OwnerUser } from '../workflow/needs.js';
import type * as bodies from './actions.dto.js';
import { type Done, entry } from './deed.js';

/** What the house does while it works on a complaint. */

export function acknowledge(c: Case, body: bodies.AcknowledgeBody): Done {
  const decisions = c.view.promises.filter(({ kind, dueAt }) => kind === 'resolve' && dueAt > c.now);
  const resolve = decisions.find(({ madeByKind }) => madeByKind === 'standard');
  const law = decisions.find(({ madeByKind }) => madeByKind === 'law');
  const updateBy = nextByStandard(c.terms, 'update', c.now)?.dueAt ?? c.now;
  const limit = law ? { clause: law.what ?? '', dueAt: law.dueAt } : null;
  const dates = { resolveBy: resolve?.dueAt ?? null, updateBy, law: limit };
  const words = letters.acknowledgement(c, body.message, dates);
  return {
    to: 'acknowledged',
    entry: entry('complaint.acknowledged', {}),
    letter: { kind: 'acknowledgement', ...words, said: body.said, hears: true },
  };
}

export function establishFacts(c: Case, { summary, assessment }: bodies.EstablishFactsBody): Done {
  const { severity, safety, complexity, impact, immediateAction = null } = assessment;
  Object.assign(c.complaint, {
    summary,
    severity,
    assessment: { severity, safety, complexity, impact, immediateAction },
  });
  c.findableBy(summary);
  return {
    to: 'facts_established',
    first: () => {
      chooseAnew(c, 'severity');
    },
    entry: entry('complaint.facts_established', {
      summary,
      severity,
      safety,
      complexity,
      impact,
      immediateAction,
    }),
  };
}

export function assignOwner(c: Case, body: bodies.AssignOwnerBody & { owner: OwnerUser }): Done {
  const { ownerId: formerOwnerId, state } = c.complaint;
  const first = isFirstOwner(c.view);
  // The answer leads on to the work that was agreed meanwhile.
  if (first && c.complaint.askedIn === 'facts_established') c.complaint.askedIn = 'in_progress';
  const { owner } = body;
  nameOwner(c, owner);
  const actions = (body.agreedActions ?? []).map(({ what, dueAt }) => ({ what, dueAt: new Date(dueAt) }));
  const named = { ownerId: owner.id, ownerName: owner.name };
  return {
    to: state === 'facts_established' ? 'in_progress' : state,
    entry: first
      ? entry('complaint.owner_assigned', named)
      : entry('complaint.owner_changed', { ...named, formerOwnerId, reason: body.reason ?? null }),
    letter: {
      kind: 'owner',
      ...letters.ownerNamed(c, body.message, owner, actions),
      said: body.said,
      hears: body.message !== undefined,
    },
    then: () => {
      for (const action of actions) makePromise(c, { kind: 'action', ...action, by: c.actor });
    },
  };
}

export function askCustomer(c: Case, { question, replyBy, said }: bodies.AskCustomerBody): Done {
  const askedIn = c.complaint.state;
  c.complaint.askedIn = askedIn;
  c.complaint.pausesUsed += 1;
  c.complaint.replyBy = new Date(replyBy);
  const words = letters.write(c, 'question', { message: question, replyBy: new Date(replyBy) });
  return {
    to: 'awaiting_customer',
    entry: entry('complaint.customer_asked', { askedIn, replyBy }),
    letter: { kind: 'question', ...words, said, hears: true },
  };
}

export function resume(c: Case, { note }: bodies.ResumeBody): Done {
  const to = c.complaint.askedIn ?? 'in_progress';
  const { replyBy } = c.complaint;
  // The clock may be late: what it resumes went on when the time to answer was over.
  const at = c.actor.kind === 'system' && replyBy && replyBy < c.now ? replyBy : c.now;
  Object.assign(c.complaint, { askedIn: null, replyBy: null });
  return {
    to,
    entry: entry('complaint.resumed', { note: note ?? null }),
    then: () => {
      goOn(c, at);
    },
  };
}

export function escalate(c: Case, { reason }: bodies.ReasonBody): Done {
  c.complaint.level += 1;
  return { to: c.complaint.state, entry: entry('complaint.escalated', { level: c.complaint.level, reason }) };
}

/** @param body with the standard that was named; without one, that which fits the complaint as it is now. */
export function restandardise(
  c: Case,
  { reason, measure }: bodies.RestandardiseBody & { measure?: Measure },
): Done {
  const chosen = measure ?? fitting(c.terms.offered, traitsOf(c.complaint));
  return {
    to: c.complaint.state,
    entry: () => {
      takeStandard(c, chosen, 'asked', reason);
    },
  };
}
