import type { DataOf, EntryTypeOf } from '../../audit/entry-catalogue.js';
import { after } from '../../kernel/duration.js';
import type * as bodies from './actions.dto.js';
import type { Case } from '../case/case.js';
import type { ComplaintState } from '../complaint.states.js';
import type { PromiseKind } from '../complaint.words.js';
import * as letters from '../messages/letters.js';
import { handOver, type Letter, type Said } from '../messages/telling.js';
import type { OwnerUser } from '../needs.js';
import { nameOwner, vacateInactive } from '../ownership/ownership.js';
import { keepInformed, makePromise, reopenLapsed } from '../promises/keeping.js';
import { goOn } from '../promises/pausing.js';
import { STANDARD, standardDue } from '../promises/standard.js';

/**
 * What each action does beyond its row of the table: the state it leads to where the row leaves a choice, its entry,
 * the letter to the customer, and what follows. Promises opened, kept and released stand in the row.
 */
export interface Done {
  to: ComplaintState;
  entry: Headline;
  letter?: Letter;
  /** Promises to open instead of those of the row. */
  opens?: readonly PromiseKind[];
  /** Runs last, when the letter is told and the promises of the row are settled. */
  then?: () => void;
}

/** The entry about the complaint that an action writes, once the state is known. */
type Headline = (c: Case, state: ComplaintState) => void;

/** Typed where it is written: the data has to be that of the type. */
function entry<T extends EntryTypeOf<'complaint'>>(type: T, data: Omit<DataOf<T>, 'state'>): Headline {
  return (c, state) => {
    c.recordHere(type, { ...data, state } as unknown as DataOf<T>);
  };
}

export function acknowledge(c: Case, body: bodies.AcknowledgeBody): Done {
  const resolve = c.view.promises.find(({ kind }) => kind === 'resolve');
  const updateBy = standardDue('update', c.now) ?? c.now;
  const words = letters.acknowledgement(body.message, resolve?.dueAt ?? null, updateBy);
  return {
    to: 'acknowledged',
    entry: entry('complaint.acknowledged', {}),
    letter: { kind: 'acknowledgement', body: words, said: body.said, hears: true },
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
  const first = state === 'facts_established';
  const { owner } = body;
  nameOwner(c, owner);
  const actions = (body.agreedActions ?? []).map(({ what, dueAt }) => ({ what, dueAt: new Date(dueAt) }));
  const named = { ownerId: owner.id, ownerName: owner.name };
  return {
    to: first ? 'in_progress' : state,
    entry: first
      ? entry('complaint.owner_assigned', named)
      : entry('complaint.owner_changed', { ...named, formerOwnerId, reason: body.reason ?? null }),
    letter: {
      kind: 'owner',
      body: letters.ownerNamed(body.message, owner, actions),
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
  return {
    to: 'awaiting_customer',
    entry: entry('complaint.customer_asked', { askedIn, replyBy }),
    letter: { kind: 'question', body: letters.question(question, new Date(replyBy)), said, hears: true },
  };
}

export function resume(c: Case, { note }: bodies.ResumeBody): Done {
  const to = c.complaint.askedIn ?? 'in_progress';
  c.complaint.askedIn = null;
  return {
    to,
    entry: entry('complaint.resumed', { note: note ?? null }),
    then: () => {
      goOn(c);
    },
  };
}

export function resolve(c: Case, body: bodies.ResolveBody): Done {
  const { outcome, explanation, rootCause, notDeterminedReason = null, final = false, said } = body;
  const cause = rootCause ? { causeId: rootCause.causeId ?? null, text: rootCause.text } : null;
  const resolvedBy = { id: c.actor.id, name: c.actor.name };
  c.complaint.resolution = {
    outcome,
    notDeterminedReason,
    explanation,
    rootCause: cause,
    final,
    resolvedAt: c.now.toISOString(),
    resolvedBy,
  };
  if (c.actor.id) c.complaint.decidedByIds = [...new Set([...c.complaint.decidedByIds, c.actor.id])];
  const stillDue = c.view.promises.filter(({ kind }) => kind === 'action');
  const windowEnd = after(c.now, STANDARD.disputeWindow);
  return {
    to: 'resolved',
    entry: entry('complaint.resolved', {
      outcome,
      notDeterminedReason,
      final,
      explanation,
      causeId: cause?.causeId ?? null,
      rootCause: cause?.text ?? null,
    }),
    letter: { kind: 'decision', body: letters.decision(explanation, stillDue, final, windowEnd), said },
  };
}

export function accept(c: Case, said: Partial<Said>): Done {
  decisionIsKnown(c, said);
  c.complaint.closedAt = c.now;
  c.complaint.closesAt = null;
  return {
    to: 'closed',
    entry: entry('complaint.closed', { how: 'accepted', ...spoken(said) }),
    ...confirmation('accepted', said),
  };
}

export function dispute(c: Case, body: { reason: string } & Partial<Said>): Done {
  decisionIsKnown(c, body);
  return {
    ...undecide(c),
    entry: entry('complaint.disputed', { level: c.complaint.level, reason: body.reason, ...spoken(body) }),
    ...confirmation('disputed', body),
  };
}

export function reopen(c: Case, { reason }: bodies.ReasonBody): Done {
  const endedIn = c.complaint.endedIn;
  if (endedIn === null) {
    const back = undecide(c);
    return { ...back, entry: entry('complaint.reopened', { level: c.complaint.level, reason }) };
  }
  Object.assign(c.complaint, { endedIn: null, endedAt: null, disputableUntil: null });
  return {
    to: endedIn,
    entry: entry('complaint.reopened', { level: c.complaint.level, reason }),
    opens: [],
    then: () => {
      reopenLapsed(c);
      keepInformed(c);
      vacateInactive(c);
    },
  };
}

export function withdraw(c: Case, body: { reason: string } & Partial<Said>): Done {
  return {
    to: 'withdrawn',
    entry: entry('complaint.withdrawn', { endedIn: end(c), reason: body.reason, ...spoken(body) }),
    ...confirmation('withdrawn', body),
  };
}

export function decline(c: Case, body: bodies.DeclineBody): Done {
  const { reason, message } = body;
  const forwardedTo = body.forwardedTo ?? null;
  return {
    to: 'declined',
    entry: entry('complaint.declined', { endedIn: end(c), why: reason, forwardedTo }),
    ...(message && { letter: { kind: 'notice', body: letters.declined(message, forwardedTo) } }),
  };
}

export function escalate(c: Case, { reason }: bodies.ReasonBody): Done {
  c.complaint.level += 1;
  return { to: c.complaint.state, entry: entry('complaint.escalated', { level: c.complaint.level, reason }) };
}

/** Who answers to a decision was told it, though nobody recorded when it was said. */
function decisionIsKnown(c: Case, { how, saidAt }: Partial<Said>): void {
  const at = saidAt ? new Date(saidAt) : c.now;
  for (const message of c.view.queued.filter(({ kind }) => kind === 'decision'))
    handOver(c, message, how ?? 'other', at);
}

/** The decision is open again, one level higher; who decided stays known. */
function undecide(c: Case): Pick<Done, 'to' | 'then'> {
  const level = Math.min(c.complaint.level + 1, STANDARD.highestLevel);
  const undecided = { resolution: null, closesAt: null, disputableUntil: null, closedAt: null };
  Object.assign(c.complaint, { level, disputed: true, ...undecided });
  for (const message of c.view.queued.filter(({ kind }) => kind === 'decision'))
    c.alter('message', message, { keeps: [] });
  return {
    to: 'in_progress',
    then: () => {
      vacateInactive(c);
    },
  };
}

/** Remembers where the complaint stood, and until when the customer may bring it back. */
function end(c: Case): ComplaintState {
  const endedIn = c.complaint.state;
  const disputableUntil = after(c.now, STANDARD.disputeWindow);
  Object.assign(c.complaint, { endedIn, endedAt: c.now, disputableUntil });
  return endedIn;
}

function spoken({ how, saidAt }: Partial<Said>) {
  return { saidHow: how ?? null, saidAt: saidAt ?? null };
}

/** What staff recorded of the customer's words is confirmed to the customer. */
function confirmation(
  what: 'accepted' | 'disputed' | 'withdrawn',
  { saidAt }: Partial<Said>,
): Pick<Done, 'letter'> {
  if (!saidAt) return {};
  return {
    letter: { kind: 'notice', automatic: true, body: letters.recordConfirmed(what, new Date(saidAt)) },
  };
}
