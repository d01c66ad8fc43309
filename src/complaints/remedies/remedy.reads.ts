import type { RemedyDto } from './remedy.dto.js';
import type { Remedy } from './remedy.entity.js';
import { moneyOf } from './remedying.js';

/** A remedy as it is shown to the house. */
export function shownRemedy(r: Remedy): RemedyDto {
  return {
    id: r.id,
    type: r.type,
    money: moneyOf(r),
    reason: r.reason,
    state: r.state,
    proposedBy: { id: r.proposedById, name: r.proposedByName },
    approvers: r.approvers,
    decidedBy: r.decidedById === null ? null : { id: r.decidedById, name: r.decidedByName },
    decisionReason: r.decisionReason,
    approvedAt: r.approvedAt?.toISOString() ?? null,
    executedAt: r.executedAt?.toISOString() ?? null,
    externalReference: r.externalReference,
    note: r.note,
    promiseId: r.promiseId,
    dueAt: r.dueAt?.toISOString() ?? null,
    expiresAt: r.expiresAt?.toISOString() ?? null,
    version: r.version,
    createdAt: r.createdAt.toISOString(),
    updatedAt: r.updatedAt.toISOString(),
  };
}
