import { expectStatus } from '../support/api.js';
import type { TestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';
import type { Problem } from '../support/resources.js';

export interface ErasureShown {
  id: string;
  state: string;
  reason: string | null;
  customerIds: string[];
  contactIds: string[];
  complaintIds: string[];
  extent: { rows: number; entries: number; values: { kind: string; count: number }[] };
  stays: { what: string; why: string }[];
  plannedBy: { name: string };
  decidedBy: { name: string } | null;
  version: number;
}

export const ERASURES = '/v1/erasures';

/** What tests of erasures say again and again: Sam plans, Sue approves. */
export function erasures(app: TestApp) {
  const ask = (named: object, by: CastName = 'sam', headers?: Record<string, string>) =>
    app
      .as(by)
      .post<ErasureShown & Problem>(
        ERASURES,
        { basis: 'request', reason: 'Asked for by letter.', ...named },
        headers,
      );
  const tell = (
    { id }: { id: string },
    action: 'approve' | 'cancel',
    by: CastName = 'sue',
    headers?: Record<string, string>,
  ) => app.as(by).post<ErasureShown & Problem>(`${ERASURES}/${id}/actions/${action}`, undefined, headers);
  return {
    ask,
    tell,
    plan: async (named: object): Promise<ErasureShown> => expectStatus(201, await ask(named)),
    erase: async (named: object): Promise<ErasureShown> =>
      expectStatus(200, await tell(expectStatus(201, await ask(named)), 'approve')),
  };
}
