import { writeMoney } from '../../kernel/money/money.js';
import type { ReferralDto } from './referral.dto.js';
import type { Referral } from './referral.entity.js';

/** A referral as it is shown to the house. */
export function shownReferral(r: Referral): ReferralDto {
  const { awardMinor: minor, awardCurrency: currency } = r;
  return {
    id: r.id,
    body: r.body,
    kind: r.kind,
    referredBy: r.referredBy,
    referredAt: r.referredAt.toISOString(),
    reference: r.reference,
    note: r.note,
    state: r.state,
    outcome: r.outcome,
    decidedAt: r.decidedAt?.toISOString() ?? null,
    summary: r.summary,
    award: minor === null || currency === null ? null : writeMoney({ minor: BigInt(minor), currency }),
    recordedBy: { id: r.madeById, name: r.madeByName },
    outcomeRecordedBy: r.state === 'open' ? null : { id: r.outcomeById, name: r.outcomeByName },
    version: r.version,
    createdAt: r.createdAt.toISOString(),
    updatedAt: r.updatedAt.toISOString(),
  };
}
