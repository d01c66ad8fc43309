import { after } from '../../kernel/duration.js';
import type { Case } from '../case/case.js';
import type { ComplaintState } from '../complaint.states.js';
import { outcomeOf } from '../issues/whole-decision.js';
import * as letters from '../messages/letters.js';
import { handOver, type Said } from '../messages/telling.js';
import { vacateInactive } from '../ownership/ownership.js';
import { keepInformed } from '../promises/keeping.js';
import { reopenLapsed } from '../promises/making.js';
import { HIGHEST_LEVEL } from '../promises/terms.js';
import { expireAll } from '../remedies/remedying.js';
import type * as bodies from './actions.dto.js';
import type { DeclineBody, ResolveBody } from './decision.dto.js';
import { type Done, entry } from './deed.js';

/** What decides a complaint or ends it, and what brings it back. */

export function resolve(c: Case, body: ResolveBody): Done {
  const outcome = outcomeOf(c.view, body);
  const { explanation, rootCause, notDeterminedReason = null, final = false, said } = body;
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
  const windowEnd = after(c.now, c.terms.standard.disputeWindow);
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
    letter: {
      kind: 'decision',
      ...letters.decision(c, { outcome, explanation }, stillDue, final ? null : windowEnd),
      said,
    },
  };
}

export function accept(c: Case, said: Partial<Said>): Done {
  decisionIsKnown(c, said);
  c.complaint.closedAt = c.now;
  c.complaint.closesAt = null;
  return {
    to: 'closed',
    entry: entry('complaint.closed', { how: 'accepted', ...spoken(said) }),
    ...confirmation(c, 'accepted', said),
  };
}

/** The customer was told that silence would close it, and was silent. */
export function close(c: Case): Done {
  const { disputableUntil: until } = c.complaint;
  // A body outside the house may have taken longer than the customer had to disagree.
  const disputableUntil = until && until > c.now ? until : null;
  Object.assign(c.complaint, { closedAt: c.now, closesAt: null });
  return {
    to: 'closed',
    entry: entry('complaint.closed', { how: 'silence', ...spoken({}) }),
    letter: { kind: 'notice', automatic: true, ...letters.closedBySilence(c, disputableUntil) },
  };
}

export function dispute(c: Case, body: { reason: string } & Partial<Said>): Done {
  decisionIsKnown(c, body);
  c.complaint.disputed = true;
  return {
    ...undecide(c),
    entry: entry('complaint.disputed', { level: c.complaint.level, reason: body.reason, ...spoken(body) }),
    ...confirmation(c, 'disputed', body),
  };
}

export function reopen(c: Case, { reason }: bodies.ReasonBody): Done {
  const endedIn = c.complaint.endedIn;
  if (endedIn === null) {
    const back = undecide(c);
    return { ...back, entry: entry('complaint.reopened', { level: c.complaint.level, reason }) };
  }
  Object.assign(c.complaint, { endedIn: null, endedAt: null, disputableUntil: null, mergedIntoId: null });
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
    first: () => {
      expireAll(c);
    },
    ...confirmation(c, 'withdrawn', body),
  };
}

export function decline(c: Case, body: DeclineBody): Done {
  const { reason, message } = body;
  const forwardedTo = body.forwardedTo ?? null;
  return {
    to: 'declined',
    entry: entry('complaint.declined', { endedIn: end(c), why: reason, forwardedTo }),
    first: () => {
      expireAll(c);
    },
    ...(message && { letter: { kind: 'notice', ...letters.declined(c, message, forwardedTo) } }),
  };
}

/** Who answers to a decision was told it, though nobody recorded when it was said. */
function decisionIsKnown(c: Case, { how, saidAt }: Partial<Said>): void {
  const at = saidAt ? new Date(saidAt) : c.now;
  for (const message of c.view.queued.filter(({ kind }) => kind === 'decision'))
    handOver(c, message, how ?? 'other', at);
}

/** The decision is open again, one level higher; who decided stays known. */
function undecide(c: Case): Pick<Done, 'to' | 'then'> {
  const level = Math.min(c.complaint.level + 1, HIGHEST_LEVEL);
  const undecided = {
    resolution: null,
    closesAt: null,
    closingNoticeId: null,
    disputableUntil: null,
    closedAt: null,
  };
  Object.assign(c.complaint, { level, ...undecided });
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
  const disputableUntil = after(c.now, c.terms.standard.disputeWindow);
  Object.assign(c.complaint, { endedIn, endedAt: c.now, disputableUntil });
  return endedIn;
}

function spoken({ how, saidAt }: Partial<Said>) {
  return { saidHow: how ?? null, saidAt: saidAt ?? null };
}

/** What staff recorded of the customer's words is confirmed to the customer. */
function confirmation(
  c: Case,
  step: 'accepted' | 'disputed' | 'withdrawn',
  { saidAt }: Partial<Said>,
): Pick<Done, 'letter'> {
  if (!saidAt) return {};
  const words = letters.write(c, 'record_confirmed', { step, saidOn: new Date(saidAt) });
  return { letter: { kind: 'notice', automatic: true, ...words } };
}
