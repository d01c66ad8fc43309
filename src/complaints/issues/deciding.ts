import type { Case } from '../case/case.js';
import type { Said } from '../messages/telling.js';
import type { DecideIssueBody, NewIssueBody } from './issue.dto.js';
import type { Issue } from './issue.entity.js';

/** What becomes of the points of a complaint. Each function changes the case in hand and puts it on record. */

export function addIssue(c: Case, body: NewIssueBody): Issue {
  const { what } = body;
  const categoryId = body.categoryId ?? null;
  const product = body.product ?? null;
  const issue = c.add<Issue>('issue', {
    what,
    categoryId,
    product,
    state: 'open',
    outcome: null,
    notDeterminedReason: null,
    explanation: null,
    rootCause: null,
    decidedById: null,
    decidedByName: null,
    decidedAt: null,
    withdrawnHow: null,
    withdrawnAt: null,
    addedById: c.actor.id,
    addedByName: c.actor.name,
    updatedAt: c.now,
  });
  c.view.issues.push(issue);
  c.findableBy(what);
  c.record('issue.added', about(issue), { categoryId, what, product });
  return issue;
}

/** What was found about it; what was found before is in the log. */
export function decideIssue(c: Case, issue: Issue, body: DecideIssueBody): void {
  const { outcome, explanation, notDeterminedReason = null } = body;
  const { causeId = null, text = null } = body.rootCause ?? {};
  const formerOutcome = issue.outcome;
  c.alter('issue', issue, {
    state: 'decided',
    outcome,
    notDeterminedReason,
    explanation,
    rootCause: text === null ? null : { causeId, text },
    decidedById: c.actor.id,
    decidedByName: c.actor.name,
    decidedAt: c.now,
    updatedAt: c.now,
  });
  c.record('issue.decided', about(issue), {
    outcome,
    formerOutcome,
    notDeterminedReason,
    causeId,
    explanation,
    rootCause: text,
  });
}

/** The customer takes it back: from now on it does not count. */
export function withdrawIssue(c: Case, issue: Issue, { how, saidAt }: Said): void {
  c.view.issues = c.view.issues.filter(({ id }) => id !== issue.id);
  c.alter('issue', issue, {
    state: 'withdrawn',
    withdrawnHow: how,
    withdrawnAt: new Date(saidAt),
    updatedAt: c.now,
  });
  c.record('issue.withdrawn', about(issue), { saidHow: how, saidAt });
}

/** A complaint that is merged: its points are the business of the one that goes on, with what was found about them. */
export function carryIssues(c: Case, target: Case): string[] {
  const carried = c.view.issues;
  c.view.issues = [];
  for (const issue of carried) {
    target.alter('issue', issue, { complaintId: target.complaint.id, updatedAt: target.now });
    target.view.issues.push(issue);
    target.findableBy(issue.what);
  }
  return carried.map(({ id }) => id);
}

function about({ id }: Issue): { type: 'issue'; id: string } {
  return { type: 'issue', id };
}
