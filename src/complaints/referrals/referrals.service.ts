import { Injectable } from '@nestjs/common';
import type { Change, Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { readMoney } from '../../kernel/money/money.js';
import { inputError, invalid, stateNotAllowed } from '../../kernel/refusal.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { permit } from '../parts/nouns.js';
import type { NewReferralBody, ReferralOutcomeBody } from './referral.dto.js';
import type { Referral } from './referral.entity.js';
import { recordOutcome, refer } from './referring.js';

/** What staff put on record of bodies outside the house. */
@Injectable()
export class ReferralsService {
  constructor(private readonly cases: Cases) {}

  make(call: Call, complaintId: string, given: NewReferralBody): Promise<Written> {
    const { body, kind, referredBy, referredAt, reference = null, note = null } = given;
    return this.cases.work(call, 'make referral', complaintId, (c) => {
      permit(c, 'make-referral');
      const made = { body, kind, referredBy, referredAt: new Date(referredAt), reference, note };
      const { id } = refer(c, made);
      return { id, location: `/v1/complaints/${complaintId}/referrals/${id}` };
    });
  }

  /** Once. @throws Refusal 400 where it would be decided before it was referred, 404, 412, 409 */
  recordOutcome(call: Call, complaintId: string, id: string, body: ReferralOutcomeBody): Promise<Written> {
    const { outcome, summary } = body;
    const award = body.award ? readMoney(body.award) : null;
    const decidedAt = new Date(body.decidedAt);
    const subject: Subject = { type: 'referral', id, complaintId, versioned: true };
    const work = (c: Case, change: Change) => {
      const { referredAt, state } = change.row<Referral>(subject);
      if (decidedAt < referredAt) throw invalid([inputError('/decidedAt', 'min')]);
      const referral = c.view.referrals.find((one) => one.id === id);
      if (!referral) throw stateNotAllowed(NOUN, `${NOUN} is possible while a referral is open`, state);
      permit(c, NOUN);
      recordOutcome(c, referral, { outcome, decidedAt, summary, award });
      return { id };
    };
    return this.cases.work(call, NOUN, complaintId, work, [subject]);
  }
}

const NOUN = 'decide-referral';
