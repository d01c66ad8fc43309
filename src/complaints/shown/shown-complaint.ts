import type { ComplaintDto } from '../complaint.dto.js';
import type { Complaint } from '../complaint.entity.js';
import { inBrief, type IssueOfComplaint } from '../issues/issue.reads.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import type { Representative } from '../representation/representative.entity.js';
import { representedBy } from '../representation/representative.reads.js';
import { shownPromise } from '../promises/promise.reads.js';

/** Those that are due last; all of them are listed with the promises of the complaint. */
const MOST_PROMISES = 1000;
const MOST_ISSUES = 1000;

/** A complaint as it is shown to the house. */
export function shownComplaint(
  c: Complaint,
  promises: CustomerPromise[],
  issues: IssueOfComplaint[],
  representative?: Representative,
): ComplaintDto {
  return {
    id: c.id,
    reference: c.reference,
    state: c.state,
    version: c.version,
    channel: c.channel,
    language: c.language,
    subject: c.subject,
    description: c.description,
    desiredOutcome: c.desiredOutcome,
    product: c.product,
    orderReference: c.orderReference,
    occurredAt: c.occurredAt?.toISOString() ?? null,
    externalId: c.externalId,
    tags: c.tags,
    categoryId: c.categoryId,
    complainant: complainantOf(c),
    customerId: c.customerId,
    accountId: c.accountId,
    representative: representedBy(representative),
    legalEntityId: c.legalEntityId,
    brandId: c.brandId,
    branchId: c.branchId,
    answerVia: c.answerVia,
    answerViaReason: c.answerViaReason,
    severity: c.severity,
    tier: c.tier,
    standard: { id: c.standardId, version: c.standardVersion },
    profile: c.profile,
    assessment: c.assessment && inOrder(c.assessment, ASSESSMENT),
    summary: c.summary,
    owner: ownerOf(c),
    level: c.level,
    complainedAboutUserIds: c.complainedAboutUserIds,
    resolution: c.resolution && inOrder(c.resolution, RESOLUTION),
    promises: promises.slice(-MOST_PROMISES).map(shownPromise),
    issues: issues.slice(-MOST_ISSUES).map(inBrief),
    nextDueAt: c.nextDueAt?.toISOString() ?? null,
    replyBy: c.replyBy?.toISOString() ?? null,
    closesAt: c.closesAt?.toISOString() ?? null,
    disputableUntil: c.disputableUntil?.toISOString() ?? null,
    earlierComplaints: c.earlierComplaints,
    openReferrals: c.openReferrals,
    mergedIntoId: c.mergedIntoId,
    receivedAt: c.receivedAt.toISOString(),
    createdAt: c.createdAt.toISOString(),
    updatedAt: c.updatedAt.toISOString(),
    closedAt: c.closedAt?.toISOString() ?? null,
    retentionClass: c.retentionClass,
    eraseAfter: c.eraseAfter?.toISOString() ?? null,
    erasedAt: c.erasedAt?.toISOString() ?? null,
  };
}

/** Null where nothing was given at all. */
export function complainantOf(c: Complaint): ComplaintDto['complainant'] {
  const {
    complainantName: name,
    complainantEmail: email,
    complainantPhone: phone,
    complainantAddress: address,
  } = c;
  return (name ?? email ?? phone ?? address) === null ? null : { name, email, phone, address };
}

const ASSESSMENT = ['severity', 'safety', 'complexity', 'impact', 'immediateAction'] as const;
const RESOLUTION = [
  'outcome',
  'notDeterminedReason',
  'explanation',
  'rootCause',
  'final',
  'resolvedAt',
  'resolvedBy',
] as const;

/** PostgreSQL keeps the members of jsonb in an order of its own; readers get the documented one. */
function inOrder<T extends object>(value: T, keys: readonly (keyof T)[]): T {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as T;
}

function ownerOf(c: Complaint): ComplaintDto['owner'] {
  if (c.ownerId === null || c.ownerName === null || c.ownerAssignedAt === null) return null;
  return { id: c.ownerId, name: c.ownerName, assignedAt: c.ownerAssignedAt.toISOString() };
}
