import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { Problem } from '../../support/resources.js';

export interface ReferralShown {
  id: string;
  state: string;
  outcome: string | null;
  decidedAt: string | null;
  award: { amount: string; currency: string } | null;
  recordedBy: { name: string };
  outcomeRecordedBy: { name: string } | null;
  version: number;
}

/** What the tests of referrals say again and again. */
export class Referrals {
  constructor(private readonly app: TestApp) {}

  ask({ id }: Pick<Made, 'id'>, body: object = {}, by: CastName = 'anna') {
    const referredAt = this.app.inDays(-1);
    const whole = { body: 'Bed Ombudsman', kind: 'ombudsman', referredBy: 'customer', referredAt, ...body };
    return this.app.as(by).post<ReferralShown & Problem>(`/v1/complaints/${id}/referrals`, whole);
  }

  async made(made: Pick<Made, 'id'>, body: object = {}): Promise<ReferralShown> {
    return expectStatus(201, await this.ask(made, body));
  }

  tell({ id }: Pick<Made, 'id'>, referralId: string, body: object = {}, by: CastName = 'anna') {
    const path = `/v1/complaints/${id}/referrals/${referralId}/actions/record-outcome`;
    const decidedAt = this.app.inDays(0);
    const whole = { outcome: 'for_house', decidedAt, summary: 'The bed was whole.', ...body };
    return this.app.as(by).post<ReferralShown & Problem>(path, whole);
  }

  async decided(made: Pick<Made, 'id'>, { id }: ReferralShown, body: object = {}): Promise<ReferralShown> {
    return expectStatus(200, await this.tell(made, id, body));
  }

  read({ id }: Pick<Made, 'id'>, referralId: string, by: CastName = 'otto') {
    return this.app.as(by).get<ReferralShown & Problem>(`/v1/complaints/${id}/referrals/${referralId}`);
  }

  async list({ id }: Pick<Made, 'id'>): Promise<ReferralShown[]> {
    const path = `/v1/complaints/${id}/referrals`;
    return expectStatus(200, await this.app.as('otto').get<{ items: ReferralShown[] }>(path)).items;
  }
}
