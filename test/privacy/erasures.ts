import { expectAnswer, expectStatus } from '../support/api.js';
import type { TestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';
import type { Made } from '../support/make.js';
import type { Complaint, Problem } from '../support/resources.js';

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

export interface Certificate {
  extent: ErasureShown['extent'];
  entryId: string;
  valuesErasedEntryIds: string[];
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
    customer: async (): Promise<string> => {
      const made = await app.as('anna').post<{ id: string }>('/v1/customers', { name: 'Marta Kis' });
      return expectStatus(201, made).id;
    },
    withdraw: async ({ id }: Made): Promise<void> => {
      const said = { how: 'phone', saidAt: app.now().toISOString(), reason: 'She called.' };
      expectStatus(200, await app.as('anna').post<Problem>(`/v1/complaints/${id}/actions/withdraw`, said));
    },
    read: ({ id }: Made): Promise<Complaint> =>
      expectAnswer(200, app.as('anna').client.GET('/v1/complaints/{id}', { params: { path: { id } } })),
    erase: async (named: object): Promise<ErasureShown> =>
      expectStatus(200, await tell(expectStatus(201, await ask(named)), 'approve')),
  };
}
