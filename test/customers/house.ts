import { expectStatus } from '../support/api.js';
import type { TestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';
import type { List, Problem } from '../support/resources.js';

/** What tests of customers say again and again. */

export interface Customer {
  id: string;
  name: string;
  emails: { address: string; verified: boolean }[];
  phones: { number: string; verified: boolean }[];
  vulnerability: object | null;
  doNotContact: { channels: string[]; reason: string } | null;
  accountId: string | null;
  tier: string | null;
  tierBy: string | null;
  tierUntil: string | null;
  mergedIntoId: string | null;
  version: number;
}

export interface Alike {
  id: string;
  reasons: string[];
}

export interface Thing {
  id: string;
  version: number;
}

export interface Line {
  type: string;
  subject: { id: string };
  data: Record<string, unknown>;
}

export const NOWHERE = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
export const CUSTOMERS = '/v1/customers';

let rank = 0;

/** Anna records people and companies, Sam merges and classes them. */
export function house(app: TestApp) {
  const create = (said: object = {}, by: CastName = 'anna') =>
    app.as(by).post<Customer & Problem>(CUSTOMERS, { name: 'Marta Kis', ...said });
  return {
    create,
    customer: async (said: object = {}): Promise<Customer> => expectStatus(201, await create(said)),
    read: async ({ id }: { id: string }, by: CastName = 'anna'): Promise<Customer> =>
      expectStatus(200, await app.as(by).get<Customer>(`${CUSTOMERS}/${id}`)),
    patch: ({ id }: Thing, version: number | null, body: object, by: CastName = 'anna') =>
      app.as(by).patch<Customer & Problem>(`${CUSTOMERS}/${id}`, version, body),
    merge: ({ id }: { id: string }, into: { id: string }, by: CastName = 'sam') =>
      app.as(by).post<Customer & Problem>(`${CUSTOMERS}/${id}/actions/merge`, {
        intoId: into.id,
        reason: 'She said so on the phone.',
      }),
    account: async (said: object = {}): Promise<Thing & { tier: string | null }> =>
      expectStatus(201, await app.as('anna').post('/v1/accounts', { name: 'Hotel Duna', ...said })),
    tier: async (name: string, said: object = {}): Promise<Thing> => {
      rank += 1;
      return expectStatus(201, await app.as('sam').post('/v1/tiers', { name, rank, ...said }));
    },
    worth: async (
      { id }: { id: string },
      revenue: string,
      costToServe = '0',
      year = 2026,
      currency = 'EUR',
    ) =>
      expectStatus(
        200,
        await app.as('sam').post(`${CUSTOMERS}/${id}/values`, { year, revenue, costToServe, currency }),
      ),
    alike: async (path: string): Promise<Alike[]> =>
      expectStatus(200, await app.as('anna').get<List<Alike>>(path)).items,
    log: async (type: string, { id }: { id: string }, by: CastName = 'ada'): Promise<Line[]> => {
      await app.settle();
      const path = `/v1/audit/entries?type=${type}&limit=100`;
      const { items } = expectStatus(200, await app.as(by).get<List<Line>>(path));
      return items.filter(({ subject }) => subject.id === id);
    },
  };
}
