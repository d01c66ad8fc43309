import { expect, it } from '@jest/globals';
import { errors } from '../../complaints/steps.js';
import { type Customer, house } from '../../customers/house.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List, Problem } from '../../support/resources.js';

const app = useTestApp();
const { customer, worth } = house(app);
const PARETO = '/v1/insights/customers/pareto';
const page = async (query: string) =>
  expectStatus(200, await app.as('otto').get<List<Record<string, unknown>>>(`${PARETO}?${query}`));

async function brought(year: number, amounts: [revenue: string, cost: string][], currency = 'EUR') {
  const made: Customer[] = [];
  for (const [revenue, cost] of amounts) {
    const one = await customer({ name: `Brought ${revenue}` });
    await worth(one, revenue, cost, year, currency);
    made.push(one);
  }
  return made;
}

it('customers are ranked by revenue, with what they bring together and what is left of it', async () => {
  const [small, large, middle] = await brought(2011, [
    ['100.10', '150.00'],
    ['700.00', '100.00'],
    ['199.90', '0.00'],
  ]);
  const { items } = await page('year=2011&currency=EUR');
  expect(items).toEqual([
    expect.objectContaining({
      ...{ rank: 1, customerId: large?.id, name: 'Brought 700.00', tier: null, revenue: '700.00' },
      ...{ costToServe: '100.00', profit: '600.00', share: 0.7, cumulativeShare: 0.7 },
    }),
    expect.objectContaining({ rank: 2, customerId: middle?.id, profit: '199.90', cumulativeShare: 0.8999 }),
    expect.objectContaining({ rank: 3, customerId: small?.id, profit: '-49.90', cumulativeShare: 1 }),
  ]);
  const first = await page('year=2011&currency=EUR&limit=2');
  const rest = await page(`year=2011&currency=EUR&limit=2&cursor=${String(first.nextCursor)}`);
  expect([...first.items, ...rest.items]).toEqual(items);
  expect((await page('year=2011&currency=USD')).items).toEqual([]);
});

it('the share of the top fifth is added up, to the last cent', async () => {
  await brought(2012, [
    ['999999999999999.99', '0.01'],
    ...Array.from({ length: 5 }, (): [string, string] => ['0.01', '0.00']),
  ]);
  const query = 'year=2012&currency=EUR';
  expect(expectStatus(200, await app.as('anna').get(`${PARETO}/summary?${query}`))).toEqual({
    customers: 6,
    revenue: '1000000000000000.04',
    costToServe: '0.01',
    profit: '1000000000000000.03',
    topFifthCustomers: 2,
    topFifthRevenue: '1000000000000000.00',
    topFifthShare: 1,
  });
});

it('the share is what it is, where all bring the same', async () => {
  await brought(
    2013,
    Array.from({ length: 10 }, () => ['10', '10']),
    'JPY',
  );
  expect(
    expectStatus(200, await app.as('anna').get(`${PARETO}/summary?year=2013&currency=JPY`)),
  ).toMatchObject({ revenue: '100', profit: '0', topFifthCustomers: 2, topFifthShare: 0.2 });
});

it('where nothing was brought there is no share', async () => {
  const [nothing] = await brought(2014, [['0.00', '5.00']]);
  const { items } = await page('year=2014&currency=EUR');
  expect(items).toEqual([
    expect.objectContaining({ customerId: nothing?.id, profit: '-5.00', share: null, cumulativeShare: null }),
  ]);
  expect(
    expectStatus(200, await app.as('anna').get(`${PARETO}/summary?year=1950&currency=EUR`)),
  ).toMatchObject({ customers: 0, revenue: '0.00', topFifthCustomers: 0, topFifthShare: null });
  expect(errors(await app.as('anna').get<Problem>(`${PARETO}/summary?year=x&currency=XXQ`))).toEqual([
    'currency is_currency',
    'year is_integer',
  ]);
});
