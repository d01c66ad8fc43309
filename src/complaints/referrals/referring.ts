import { after } from '../../kernel/duration.js';
import { type Money, writeAmount } from '../../kernel/money/money.js';
import type { Case } from '../case/case.js';
import type { Referral } from './referral.entity.js';
import type { ReferralKind, ReferralOutcome, ReferredBy } from './referral.words.js';

/** What becomes of referrals. Each function changes the case in hand and puts what it did on record. */

export interface Made {
  body: string;
  kind: ReferralKind;
  referredBy: ReferredBy;
  referredAt: Date;
  reference: string | null;
  note: string | null;
}

export interface Decided {
  outcome: ReferralOutcome;
  decidedAt: Date;
  summary: string;
  award: Money | null;
}

/** A body outside has it: the closing window ends here, and a notice that told its end counts no more. */
export function refer(c: Case, made: Made): Referral {
  const referral = c.add<Referral>('referral', {
    ...made,
    state: 'open',
    ...{ outcome: null, decidedAt: null, summary: null, awardMinor: null, awardCurrency: null },
    ...{ madeById: c.actor.id, madeByName: c.actor.name, outcomeById: null, outcomeByName: null },
    updatedAt: c.now,
  });
  c.view.referrals.push(referral);
  if (c.complaint.state === 'resolved') Object.assign(c.complaint, { closesAt: null, closingNoticeId: null });
  const { body, kind, referredBy, reference, note } = made;
  const referredAt = made.referredAt.toISOString();
  c.record('referral.made', about(referral), { kind, referredBy, referredAt, body, reference, note });
  return referral;
}

/** What became of it. With the last one that was open the closing window begins anew. */
export function recordOutcome(c: Case, referral: Referral, decided: Decided): void {
  const { outcome, decidedAt, summary, award } = decided;
  const { minor, currency } = award ?? { minor: null, currency: null };
  c.alter('referral', referral, {
    ...{ state: 'decided', outcome, decidedAt, summary },
    ...{ awardMinor: minor?.toString() ?? null, awardCurrency: currency },
    ...{ outcomeById: c.actor.id, outcomeByName: c.actor.name, updatedAt: c.now },
  });
  c.view.referrals = c.view.referrals.filter(({ id }) => id !== referral.id);
  c.record('referral.decided', about(referral), {
    ...{ kind: referral.kind, outcome, decidedAt: decidedAt.toISOString() },
    ...{ amount: award && writeAmount(award), currency, summary },
  });
  windowBegins(c);
}

/** The other complaint goes on for this one: whatever the body says is said of that. */
export function carryReferrals(c: Case, target: Case): string[] {
  const referrals = c.view.referrals;
  c.view.referrals = [];
  for (const referral of referrals) {
    target.alter('referral', referral, { complaintId: target.complaint.id, updatedAt: target.now });
    target.view.referrals.push(referral);
  }
  return referrals.map(({ id }) => id);
}

/** Only where the decision was told before: else it begins when that is. */
function windowBegins(c: Case): void {
  const { state, disputableUntil } = c.complaint;
  if (state !== 'resolved' || !disputableUntil || c.view.referrals.length > 0) return;
  const closesAt = after(c.now, c.terms.standard.closingWindow);
  Object.assign(c.complaint, { closesAt, closingNoticeId: null });
}

function about({ id }: Referral): { type: 'referral'; id: string } {
  return { type: 'referral', id };
}
