import { describe, expect, it } from '@jest/globals';
import { hire } from '../access/people.js';
import { errors } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { List, Problem } from '../support/resources.js';
import { house, NOWHERE, type Thing } from './house.js';

const app = useTestApp();
const { account, customer, merge, tier, log } = house(app);
const ACCOUNTS = '/v1/accounts';

describe('a company customer', () => {
  it('is recorded with its manager, changes, and is found', async () => {
    await tier('house-gold');
    const managerId = await app.idOf('anna');
    const said = { name: 'Szálloda Kft', registrationNumber: '01-09-1', managerId, tier: 'house-gold' };
    const made = await account(said);
    expect(made).toEqual({
      id: made.id,
      ...said,
      notes: null,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    const path = `${ACCOUNTS}/${made.id}`;
    const change = { notes: 'Renews in spring.', registrationNumber: null };
    const next = expectStatus(200, await app.as('ben').patch<Thing>(path, 1, change));
    expect(next).toMatchObject({ ...change, version: 2 });
    expect(expectStatus(200, await app.as('ben').patch<Thing>(path, 2, change)).version).toBe(2);
    expectStatus(412, await app.as('ben').patch(path, 1, change));
    for (const query of ['q=szalloda', 'tier=house-gold', `managerId=${managerId}`]) {
      const list = await app.as('otto').get<List<Thing>>(`${ACCOUNTS}?${query}`);
      expect(list.body.items).toEqual([next]);
    }
    expect((await app.as('otto').get<List<Thing>>(`${ACCOUNTS}?q=alloda`)).body.items).toEqual([]);
    expect((await log('account.created', made))[0]?.data).toMatchObject({ ...said, version: 1 });
    expect((await log('account.updated', made))[0]?.data).toMatchObject({
      changed: ['registrationNumber', 'notes'],
      notes: 'Renews in spring.',
    });
  });

  it('is managed by active staff', async () => {
    const gone = await hire(app);
    expectStatus(200, await app.as('ada').patch(`/v1/users/${gone.id}`, 1, { disabled: true }));
    const post = (managerId: string) => app.as('anna').post<Problem>(ACCOUNTS, { name: 'x', managerId });
    expect(errors(await post(gone.id))).toEqual(['/managerId not_applicable']);
    expect(errors(await post(await app.idOf('otto')))).toEqual(['/managerId not_applicable']);
    expect(errors(await post(NOWHERE))).toEqual(['/managerId not_found']);
  });
});

describe('a key figure', () => {
  it('belongs to a company, and may be a customer', async () => {
    const { id: accountId } = await account();
    const { id: customerId } = await customer();
    const contacts = `${ACCOUNTS}/${accountId}/contacts`;
    const said = { name: 'Béla Nagy', role: 'head of purchasing', email: 'bela@example.org' };
    const answer = await app.as('anna').post<Thing>(contacts, said);
    const made = expectStatus(201, answer);
    expect(made).toEqual({
      ...{ id: made.id, accountId, customerId: null, ...said, phone: null, notes: null, version: 1 },
      erasedAt: null,
      ...{ createdAt: expect.any(String), updatedAt: expect.any(String) },
    });
    const path = `/v1/contacts/${made.id}`;
    expect(answer.headers.get('location')).toBe(path);
    const next = expectStatus(200, await app.as('anna').patch<Thing>(path, 1, { customerId, role: null }));
    expect(next).toMatchObject({ customerId, role: null, version: 2 });
    expect(expectStatus(200, await app.as('otto').get(path))).toEqual(next);
    expect((await app.as('otto').get<List<Thing>>(contacts)).body.items).toEqual([next]);
    expect((await log('contact.created', made))[0]?.data).toMatchObject({ accountId, ...said });
    expect((await log('contact.updated', made))[0]?.data).toMatchObject({ changed: ['customerId', 'role'] });
  });

  it('is no customer who is not there, or was merged', async () => {
    const { id } = await account();
    const [a, b] = [await customer(), await customer()];
    expectStatus(200, await merge(a, b));
    const post = (customerId: string) =>
      app.as('anna').post<Problem>(`${ACCOUNTS}/${id}/contacts`, { name: 'x', customerId });
    expect(errors(await post(a.id))).toEqual(['/customerId not_applicable']);
    expect(errors(await post(NOWHERE))).toEqual(['/customerId not_found']);
    expectStatus(404, await app.as('anna').post(`${ACCOUNTS}/${NOWHERE}/contacts`, { name: 'x' }));
    expectStatus(404, await app.as('anna').get(`${ACCOUNTS}/${NOWHERE}/contacts`));
  });
});
