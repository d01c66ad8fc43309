import { type Answer, expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { Problem } from '../../support/resources.js';

export interface Shown {
  id: string;
  name: string;
  email: string | null;
  relation: string;
  state: string;
  authority: { kind: string; scope: string; validUntil: string | null; evidence: string | null } | null;
  decidedBy: { name: string } | null;
  reason: string | null;
  version: number;
  trackingToken?: string;
}

export const JONAS = {
  name: 'Jonas Weil',
  email: 'jonas@law.example',
  organisation: 'Weil and Partners',
  relation: 'lawyer',
} as const;

/** What the tests of representatives say again and again. */
export class Representation {
  constructor(private readonly app: TestApp) {}

  ask(made: Pick<Made, 'id'>, by: CastName = 'anna', headers?: Record<string, string>) {
    const path = `/v1/complaints/${made.id}/representatives`;
    return this.app.as(by).post<Shown & Problem>(path, JONAS, headers);
  }

  async name(made: Pick<Made, 'id'>): Promise<Shown> {
    return expectStatus(201, await this.ask(made));
  }

  tell(
    made: Pick<Made, 'id'>,
    { id }: Pick<Shown, 'id'>,
    deed: 'confirm' | 'refuse' | 'end',
    body: object = deed === 'confirm'
      ? this.authority()
      : { reason: 'She says that she knows nobody of that name.' },
    by: CastName = 'anna',
    headers?: Record<string, string>,
  ): Promise<Answer<Shown & Problem>> {
    const path = `/v1/complaints/${made.id}/representatives/${id}/actions/${deed}`;
    return this.app.as(by).post<Shown & Problem>(path, body, headers);
  }

  async done(
    made: Pick<Made, 'id'>,
    one: Pick<Shown, 'id'>,
    deed: 'confirm' | 'refuse' | 'end',
    body?: object,
  ) {
    return expectStatus(200, await this.tell(made, one, deed, body));
  }

  authority(said: object = {}) {
    const authority = {
      kind: 'power_of_attorney',
      grantedAt: this.app.inDays(-10),
      evidence: 'The original, with the seal of a notary.',
      scope: 'full',
      ...said,
    };
    return { authority };
  }

  async list({ id }: Pick<Made, 'id'>, by: CastName = 'otto'): Promise<Shown[]> {
    const answer = await this.app.as(by).get<{ items: Shown[] }>(`/v1/complaints/${id}/representatives`);
    return expectStatus(200, answer).items;
  }

  /** What becomes of whoever tries a token. */
  async opens(token: string): Promise<number> {
    return (await this.app.withToken(token).get('/v1/tracking')).status;
  }
}
