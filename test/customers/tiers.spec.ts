import { describe, expect, it } from '@jest/globals';
import { errors } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { List, Problem } from '../support/resources.js';
import { type Customer, CUSTOMERS, house, NOWHERE, type Thing } from './house.js';

const app = useTestApp();
const { customer, read, patch, tier, worth, log } = house(app);
const TIERS = '/v1/tiers';
const apply = (body: object) =>
  app
    .as('sam')
    .post<{ customers: number; changes: number; tiers: object[] } & Problem>(`${TIERS}/actions/apply`, {
      year: 2026,
      currency: 'EUR',
      dryRun: false,
      ...body,
    });

describe('a tier', () => {
  it('is made once for a name and a rank, and changes but for its name', async () => {
    const body = { name: 'bronze', rank: 500, rule: { minRevenue: '10.00' } };
    const made = expectStatus(201, await app.as('sam').post<Thing>(TIERS, body));
    expect(made).toMatchObject({
      ...body,
      rule: { minRevenue: '10.00', topPercentOfRevenue: null },
      active: true,
    });
    const again = (said: object) => app.as('sam').post<Problem>(TIERS, { ...body, ...said });
    expect(expectStatus(409, await again({ rank: 501 })).code).toBe('name_taken');
    expect(expectStatus(409, await again({ name: 'other' })).code).toBe('rank_taken');
    const wrong = await again({ name: 'Not A Word', rank: 0, rule: {} });
    expect(errors(wrong)).toEqual(['/name pattern', '/rank min', '/rule required']);
    const path = `${TIERS}/${made.id}`;
    expect(errors(await app.as('sam').patch<Problem>(path, 1, { name: 'x' }))).toEqual([
      '/name unknown_property',
    ]);
    const changed = await app.as('sam').patch<Thing>(path, 1, { rule: null, active: false });
    expect(expectStatus(200, changed)).toMatchObject({ rule: null, active: false, version: 2 });
    expectStatus(403, await app.as('anna').post(TIERS, body));
    expect((await log('tier.updated', made))[0]?.data).toMatchObject({ changed: ['rule', 'active'] });
    const { items } = expectStatus(200, await app.as('otto').get<List<Thing>>(TIERS));
    expect(items.map(({ id }) => id)).toEqual([made.id]);
  });
});

describe('what a customer was worth', () => {
  it('is one amount for each year and currency, imported again in its place', async () => {
    const made = await customer();
    await worth(made, '1200', '300.5');
    await worth(made, '1300.00', '300.50');
    await worth(made, '1300', '300.50');
    await worth(made, '5000', '0', 2026, 'JPY');
    const path = `${CUSTOMERS}/${made.id}/values`;
    const { items } = expectStatus(200, await app.as('otto').get<List<object>>(path));
    expect(items).toMatchObject([
      { year: 2026, currency: 'EUR', revenue: '1300.00', costToServe: '300.50' },
      { year: 2026, currency: 'JPY', revenue: '5000', costToServe: '0' },
    ]);
    const revenues = (await log('customer.valued', made)).map(({ data }) => data.revenue);
    expect(revenues).toEqual(['1200.00', '1300.00', '5000']);
    const wrong = { year: 2026, revenue: '1.001', costToServe: '-1', currency: 'EUR' };
    expect(errors(await app.as('sam').post<Problem>(path, wrong))).toEqual([
      '/costToServe is_money',
      '/revenue decimals',
    ]);
    expectStatus(403, await app.as('anna').post(path, wrong));
    const value = { ...wrong, revenue: '1', costToServe: '1' };
    expectStatus(404, await app.as('sam').post(`${CUSTOMERS}/${NOWHERE}/values`, value));
    expectStatus(404, await app.as('sam').get(`${CUSTOMERS}/${NOWHERE}/values`));
  });

  // Without the lock on the customer in `ValuesService.put` two imports would both insert.
  it('is one, however many imports come at once', async () => {
    const made = await customer();
    await Promise.all(['1', '2', '3', '4', '5'].map((revenue) => worth(made, revenue, '0', 1999)));
    const path = `${CUSTOMERS}/${made.id}/values`;
    expect(expectStatus(200, await app.as('sam').get<List<object>>(path)).items).toHaveLength(1);
  });
});

describe('the rules of the tiers', () => {
  it('class whom nobody classed by hand, best tier first, and say before how many change', async () => {
    await tier('rule-top', { rank: 601, rule: { topPercentOfRevenue: 60, minRevenue: '100.00' } });
    await tier('rule-some', { rank: 602, rule: { minRevenue: '50.00' } });
    const inYear = { year: 2020 };
    const made: Customer[] = [];
    for (const revenue of ['600.00', '300.00', '90.00', '10.00']) {
      const one = await customer();
      await worth(one, revenue, '0', 2020);
      made.push(one);
    }
    const [best, byHand, some, none] = made as [Customer, Customer, Customer, Customer];
    expectStatus(200, await patch(byHand, 1, { tier: 'rule-top' }));
    const outcome = {
      customers: 4,
      changes: 2,
      tiers: [
        { tier: 'rule-top', customers: 1 },
        { tier: 'rule-some', customers: 2 },
      ],
    };
    expect(expectStatus(200, await apply({ ...inYear, dryRun: true }))).toEqual({ dryRun: true, ...outcome });
    await app.settle();
    expect((await read(best)).tier).toBeNull();
    expect(expectStatus(200, await apply(inYear))).toEqual({ dryRun: false, ...outcome });
    await app.settle();
    const shown = await Promise.all([best, byHand, some, none].map((one) => read(one)));
    expect(shown.map((one) => [one.tier, one.tierBy])).toEqual([
      ['rule-top', 'rule'],
      ['rule-top', 'hand'],
      ['rule-some', 'rule'],
      [null, null],
    ]);
    expect((await log('customer.updated', best))[0]?.data).toMatchObject({ changed: ['tier', 'tierBy'] });
    expect(expectStatus(200, await apply({ ...inYear, dryRun: true })).changes).toBe(0);
    await worth(some, '10.00', '0', 2020);
    expectStatus(200, await apply(inYear));
    await app.settle();
    expect((await read(some)).tier).toBeNull();
  });

  it('are asked once with one key, and stand in the log for each tier', async () => {
    const ruled = await tier('logged', { rank: 700, rule: { minRevenue: '999999.00' } });
    const body = { year: 1990, currency: 'USD', dryRun: false };
    const key = { 'Idempotency-Key': 'a-key-for-one-apply' };
    expectStatus(200, await app.as('sam').post(`${TIERS}/actions/apply`, body, key));
    const again = await app.as('sam').post(`${TIERS}/actions/apply`, body, key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    const lines = (await log('tier.applied', ruled)).filter(({ data }) => data.currency === 'USD');
    expect(lines.map(({ data }) => data)).toEqual([{ year: 1990, currency: 'USD' }]);
  });
});
