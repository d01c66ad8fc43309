import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';
import { type Customer, house, NOWHERE, type Thing } from './house.js';

const app = useTestApp();
const { customer, account, tier } = house(app);

let trackingToken: string;
let things: Record<string, string>;
beforeAll(async () => {
  const { id: accountId } = await account();
  const made: Customer = await customer({ accountId });
  const body = { name: 'Béla' };
  const contact = await app.as('anna').post<Thing>(`/v1/accounts/${accountId}/contacts`, body);
  const { id: tierId } = await tier('seen');
  ({ trackingToken } = await app.make.receive({ customerId: made.id }));
  things = {
    customer: `/v1/customers/${made.id}`,
    duplicates: `/v1/customers/${made.id}/duplicates`,
    values: `/v1/customers/${made.id}/values`,
    account: `/v1/accounts/${accountId}`,
    contacts: `/v1/accounts/${accountId}/contacts`,
    contact: `/v1/contacts/${contact.body.id}`,
    tier: `/v1/tiers/${tierId}`,
    customers: '/v1/customers',
    accounts: '/v1/accounts',
    tiers: '/v1/tiers',
    suggestions: '/v1/customers/suggestions',
    pareto: '/v1/insights/customers/pareto?year=2026&currency=EUR',
    summary: '/v1/insights/customers/pareto/summary?year=2026&currency=EUR',
  };
});

const KINDS = ['customer', 'duplicates', 'values', 'account', 'contacts', 'contact', 'tier'];
const LISTS = ['customers', 'accounts', 'tiers', 'suggestions', 'pareto', 'summary'];
const pathOf = (kind: string) => things[kind] ?? '';
const absent = (kind: string) => pathOf(kind).replace(/[0-9a-f-]{36}/, NOWHERE);

describe('customers, companies and tiers', () => {
  it.each<CastName>(['anna', 'ben', 'sam', 'otto', 'ada'])(
    'are seen whole by %s, whoever looks after them',
    async (reader) => {
      for (const kind of [...KINDS, ...LISTS]) expectStatus(200, await app.as(reader).get(pathOf(kind)));
    },
  );

  it('are not there for a tracking token or nobody, be they there or not', async () => {
    for (const caller of [app.withToken(trackingToken), app.anonymous]) {
      for (const kind of KINDS) {
        expect(await told(caller, pathOf(kind))).toEqual(await told(caller, absent(kind)));
        expectStatus(401, await caller.get(pathOf(kind)));
      }
      for (const kind of LISTS) expectStatus(401, await caller.get(pathOf(kind)));
    }
  });

  it('answer 404 for any id that names nothing, the same but for the request id', async () => {
    for (const kind of KINDS) {
      const answers = [
        await told(app.as('anna'), absent(kind)),
        await told(app.as('anna'), absent(kind).replace(NOWHERE, 'no-id')),
        await told(app.as('anna'), absent(kind).replace(NOWHERE, things.tier?.slice(-36) ?? '')),
      ];
      if (kind === 'tier') answers.pop();
      expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(answers[0]?.status).toBe(404);
    }
  });

  // A look-up that misses and one of another kind's id cost the same: neither reads more than its own index.
  it('take about as long over an id of something else as over one of nothing', async () => {
    const other = absent('customer').replace(NOWHERE, things.tier?.slice(-36) ?? '');
    const times: Record<'nothing' | 'other', number[]> = { nothing: [], other: [] };
    for (let round = 0; round < 40; round++) {
      times.nothing.push(await took(absent('customer')));
      times.other.push(await took(other));
    }
    const [nothing, something] = [median(times.nothing), median(times.other)];
    expect(Math.max(nothing, something) / Math.min(nothing, something)).toBeLessThan(3);
  });
});

async function told(caller: Api, path: string) {
  const { status, body, headers } = await caller.get<Record<string, unknown>>(path);
  const { requestId: _, ...rest } = body;
  const passing = ['date', 'x-request-id', 'ratelimit'];
  const said = [...headers].filter(([name]) => !passing.includes(name));
  return {
    status,
    rest,
    said: said.map(([name, value]) => `${name}: ${value}`.replace(/[0-9a-f-]{36}/g, 'id')),
  };
}

async function took(path: string): Promise<number> {
  const start = performance.now();
  expectStatus(404, await app.as('anna').get(path));
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
