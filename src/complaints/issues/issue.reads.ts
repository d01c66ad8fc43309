import type { TrackedIssueDto } from '../tracking/tracking.dto.js';
import type { IssueDto, IssueInBriefDto } from './issue.dto.js';
import type { Issue } from './issue.entity.js';

/** An issue as it is shown to the house. */
export function shownIssue(i: Issue): IssueDto {
  return {
    ...inBrief(i),
    categoryId: i.categoryId,
    product: i.product,
    notDeterminedReason: i.notDeterminedReason,
    explanation: i.explanation,
    rootCause: i.rootCause && { causeId: i.rootCause.causeId, text: i.rootCause.text },
    decidedBy: i.decidedAt && { id: i.decidedById, name: i.decidedByName },
    decidedAt: i.decidedAt?.toISOString() ?? null,
    withdrawn:
      i.withdrawnHow && i.withdrawnAt ? { how: i.withdrawnHow, saidAt: i.withdrawnAt.toISOString() } : null,
    addedBy: i.addedById === null ? null : { id: i.addedById, name: i.addedByName },
    version: i.version,
    createdAt: i.createdAt.toISOString(),
    updatedAt: i.updatedAt.toISOString(),
  };
}

/** What is read of an issue where its complaint is shown. */
export type IssueOfComplaint = IssueInBriefDto & Pick<Issue, 'complaintId'>;

export function inBrief({ id, what, state, outcome }: IssueInBriefDto): IssueInBriefDto {
  return { id, what, state, outcome };
}

/**
 * What the customer sees of the points that count.
 * @param told the decision stands and left the house: before that, what was found is known to the house only
 */
export function trackedIssues(issues: Issue[], told: boolean): TrackedIssueDto[] {
  return issues.map(({ what, outcome, explanation }) => ({
    what,
    outcome: told ? outcome : null,
    explanation: told ? explanation : null,
  }));
}
