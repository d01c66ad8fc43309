import { describe, expect, it } from '@jest/globals';
import { errors } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Complaint, List, Problem } from '../support/resources.js';
import { CUSTOMERS, house, NOWHERE } from './house.js';

const app = useTestApp();
const { customer, patch, merge, account, tier, alike } = house(app);
const SAID = { channel: 'phone', description: 'The leg is broken.', answerVia: 'tracking' };

describe('the customer of a complaint', () => {
  it('is named by staff, at receipt and later', async () => {
    const [one, other] = [await customer(), await customer()];
    const { id: accountId } = await account();
    const made = await app.make.receive({ customerId: one.id, accountId });
    expect(made.complaint).toMatchObject({ customerId: one.id, accountId });
    const change = { customerId: other.id, accountId: null };
    const path = `/v1/complaints/${made.id}`;
    expect(expectStatus(200, await app.as('anna').patch<Complaint>(path, 1, change))).toMatchObject(change);
    const list = await app.as('anna').get<List<Complaint>>(`/v1/complaints?customerId=${other.id}`);
    expect(list.body.items.map(({ id }) => id)).toEqual([made.id]);
  });

  it('is there, and stands for itself', async () => {
    const [merged, other] = [await customer(), await customer()];
    expectStatus(200, await merge(merged, other));
    const post = (body: object) => app.as('anna').post<Problem>('/v1/complaints', { ...SAID, ...body });
    expect(errors(await post({ customerId: NOWHERE, accountId: NOWHERE }))).toEqual([
      '/accountId not_found',
      '/customerId not_found',
    ]);
    expect(errors(await post({ customerId: merged.id }))).toEqual(['/customerId not_applicable']);
    const made = await app.make.receive();
    const later = app.as('anna').patch<Problem>(`/v1/complaints/${made.id}`, 1, { customerId: merged.id });
    expect(errors(await later)).toEqual(['/customerId not_applicable']);
  });

  it('is nobody where a stranger writes somebody’s address; staff are only told who it may be', async () => {
    const held = await customer({
      name: 'Sára Tóth',
      emails: [{ address: 'sara@example.org', verified: true }],
    });
    const claimed = await customer({ name: 'X', emails: [{ address: 'sara@example.org', verified: false }] });
    const phoned = await customer({ name: 'Y', phones: [{ number: '061 555 9', verified: false }] });
    const complainant = { name: 'Sára Tóth', email: 'sara@example.org' };
    const body = { channel: 'web', description: 'Mine!', complainant };
    const { id } = expectStatus(201, await app.anonymous.post<{ id: string }>('/v1/complaints', body));
    const complaint = await app.as('anna').get<Complaint>(`/v1/complaints/${id}`);
    expect(complaint.body).toMatchObject({ customerId: null, accountId: null });
    const refused = await app.anonymous.post<Problem>('/v1/complaints', { ...body, customerId: held.id });
    expect(errors(refused)).toEqual(['/customerId unknown_property']);
    const path = `${CUSTOMERS}/suggestions`;
    const found = await alike(`${path}?email=Sara@example.org&phone=0615559&name=sara%20toth`);
    expect(found.map((one) => [one.id, one.reasons])).toEqual([
      [held.id, ['verified_email', 'name']],
      [claimed.id, ['email']],
      [phoned.id, ['phone']],
    ]);
    expect(await alike(path)).toEqual([]);
    const page = await app.as('anna').get<List<object>>(`${path}?email=sara@example.org&limit=1`);
    const next = await alike(`${path}?email=sara@example.org&limit=1&cursor=${String(page.body.nextCursor)}`);
    expect(next.map((one) => one.id)).toEqual([claimed.id]);
  });
});

describe('the tier of a complaint', () => {
  it('is that of the customer, or of the company, at receipt, and stays', async () => {
    await tier('gold');
    await tier('iron');
    const { id: accountId } = await account({ tier: 'iron' });
    const golden = await customer({ tier: 'gold', tierUntil: app.inDays(5), accountId });
    const plain = await customer({ accountId });
    const tierOf = async (said: object) => (await app.make.receive(said)).complaint.tier;
    expect(await tierOf({ customerId: golden.id })).toBe('gold');
    expect(await tierOf({ customerId: plain.id })).toBe('iron');
    expect(await tierOf({ accountId })).toBe('iron');
    expect(await tierOf({ customerId: golden.id, tier: 'own' })).toBe('own');
    expect(await tierOf({ customerId: (await customer()).id })).toBeNull();
    const made = await app.make.receive({ customerId: golden.id });
    expectStatus(200, await patch(golden, 1, { tier: null }));
    const path = `/v1/complaints/${made.id}`;
    const moved = await app.as('anna').patch<Complaint>(path, 1, { customerId: plain.id });
    expect(expectStatus(200, moved).tier).toBe('gold');
  });
});
