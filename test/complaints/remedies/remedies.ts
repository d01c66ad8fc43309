import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { Problem } from '../../support/resources.js';

export interface RemedyShown {
  id: string;
  type: string;
  money: { amount: string; currency: string } | null;
  state: string;
  proposedBy: { name: string };
  approvers: { roles: string[]; users: { name: string }[] } | null;
  decidedBy: { name: string } | null;
  decisionReason: string | null;
  executedAt: string | null;
  externalReference: string | null;
  promiseId: string | null;
  expiresAt: string | null;
  version: number;
}

export interface AuthorityShown {
  id: string;
  version: number;
  validFrom: string;
}

interface MyAuthority {
  currencies: {
    currency: string;
    amount: string;
    approvers: { roles: string[]; users: { name: string }[] };
  }[];
}

/** What the tests of remedies say again and again. Each test has a currency of its own, so that no limit is shared. */
export class Remedies {
  constructor(private readonly app: TestApp) {}

  /** Says how much somebody, or each holder of a role, may grant: 100 at once, 200 for a complaint, 500 in 30 days. */
  async authority(
    holder: { of: CastName } | { role: string },
    currency: string,
    said: object = {},
  ): Promise<AuthorityShown> {
    const whom = 'of' in holder ? { userId: await this.app.idOf(holder.of) } : holder;
    const limits = { perRemedy: '100', perComplaint: '200', perPeriod: '500', period: 'P30D' };
    const body = { ...whom, currency, ...limits, ...said };
    return expectStatus(201, await this.app.as('ada').post<AuthorityShown>('/v1/authorities', body));
  }

  async change({ id, version }: AuthorityShown, body: object): Promise<AuthorityShown> {
    const path = `/v1/authorities/${id}`;
    return expectStatus(200, await this.app.as('ada').patch<AuthorityShown>(path, version, body));
  }

  ask({ id }: Made, body: object, by: CastName = 'anna') {
    const path = `/v1/complaints/${id}/remedies`;
    const whole = { type: 'refund', reason: 'It was broken.', ...body };
    return this.app.as(by).post<RemedyShown & Problem>(path, whole);
  }

  /** A refund that is on record, whatever became of it. */
  async refund(made: Made, amount: string, currency: string, by: CastName = 'anna'): Promise<RemedyShown> {
    return expectStatus(201, await this.ask(made, { money: { amount, currency } }, by));
  }

  tell(made: Made, { id }: Pick<RemedyShown, 'id'>, deed: string, body: object, by: CastName) {
    const path = `/v1/complaints/${made.id}/remedies/${id}/actions/${deed}`;
    return this.app.as(by).post<RemedyShown & Problem>(path, body);
  }

  async one(made: Made, { id }: Pick<RemedyShown, 'id'>): Promise<RemedyShown> {
    const path = `/v1/complaints/${made.id}/remedies/${id}`;
    return expectStatus(200, await this.app.as('otto').get<RemedyShown>(path));
  }

  /** What somebody may grant at the moment in a currency. */
  async mine(by: CastName, currency: string, made?: Made) {
    const path = `/v1/me/authority${made ? `?complaintId=${made.id}` : ''}`;
    const { currencies } = expectStatus(200, await this.app.as(by).get<MyAuthority>(path));
    return currencies.find((one) => one.currency === currency);
  }
}
