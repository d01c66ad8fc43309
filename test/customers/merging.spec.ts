import { describe, expect, it } from '@jest/globals';
import { entryTypes, errors, timeline, unmet } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { race } from '../support/race.js';
import type { List, Problem } from '../support/resources.js';
import { type Customer, CUSTOMERS, house, NOWHERE, type Thing } from './house.js';

const app = useTestApp();
const { customer, read, patch, merge, account, alike, log, worth } = house(app);

describe('duplicates', () => {
  it('have an address that both were seen to hold, the same number, or nearly the same name', async () => {
    const { id: accountId } = await account();
    const email = (verified: boolean) => ({ emails: [{ address: 'dup@example.org', verified }] });
    const made = await customer({
      name: 'Katalin Horvath',
      ...email(true),
      phones: [{ number: '+36 (1) 555-0001', verified: false }],
      accountId,
    });
    const sameAddress = await customer({ name: 'K', ...email(true) });
    const stranger = await customer({ name: 'Stranger', ...email(false) });
    const samePhone = await customer({ name: 'H', phones: [{ number: '003615550001', verified: true }] });
    const sameName = await customer({ name: 'Horváth Katalin', accountId });
    const oneSlip = await customer({ name: 'Katalin Horvat', accountId });
    const elsewhere = await customer({ name: 'Katalin Horvath' });
    const found = await alike(`${CUSTOMERS}/${made.id}/duplicates`);
    expect(found.map(({ id, reasons }) => [id, reasons])).toEqual([
      [sameAddress.id, ['verified_email']],
      [samePhone.id, ['phone']],
      [sameName.id, ['name']],
      [oneSlip.id, ['name']],
    ]);
    const ids = found.map(({ id }) => id);
    expect(ids).not.toContain(stranger.id);
    expect(ids).not.toContain(elsewhere.id);
  });
});

describe('merging', () => {
  it('keeps the record, moves contacts and complaints, and hands on what the other has not', async () => {
    const { id: accountId } = await account();
    const from = await customer({
      emails: [{ address: 'm@example.org', verified: true }],
      doNotContact: { channels: ['phone'], reason: 'Sleeps by day.' },
    });
    const into = await customer({
      emails: [{ address: 'M@example.org', verified: false }],
      doNotContact: { channels: ['letter'], reason: 'Letters come back.' },
      address: 'Own',
    });
    const path = `/v1/accounts/${accountId}/contacts`;
    const contact = await app.as('anna').post<Thing>(path, { name: 'Marta', customerId: from.id });
    const open = await app.make.complaint('acknowledged', { customerId: from.id });
    const closed = await app.make.complaint('closed', { customerId: from.id });
    const before = await entryTypes(app, closed);
    expect(expectStatus(200, await merge(from, into))).toMatchObject({ mergedIntoId: into.id, version: 2 });
    await app.settle();
    expect(await read(into)).toMatchObject({
      emails: [{ address: 'M@example.org', verified: true }],
      doNotContact: { channels: ['letter', 'phone'], reason: 'Letters come back.\nSleeps by day.' },
      address: 'Own',
    });
    expect(expectStatus(200, await app.as('anna').get(`/v1/contacts/${contact.body.id}`))).toMatchObject({
      customerId: into.id,
    });
    for (const made of [open, closed]) expect((await app.make.read(made)).customerId).toBe(into.id);
    expect(await entryTypes(app, closed)).toEqual([...before, 'complaint.updated']);
    expect((await timeline(app, closed)).at(-1)?.data).toEqual({
      changed: ['customerId'],
      values: { customerId: into.id },
    });
    const [merged] = await log('customer.merged', from);
    expect(merged?.data).toEqual({ intoId: into.id, version: 2, reason: 'She said so on the phone.' });
    const list = await app.as('anna').get<List<Customer>>(`${CUSTOMERS}?q=m@example.org`);
    expect(list.body.items.map(({ id }) => id)).toEqual([into.id]);
  });

  it('leads from any record in one step to the one that goes on', async () => {
    const [a, b, c] = [await customer(), await customer(), await customer()];
    const made = await app.make.receive({ customerId: a.id });
    expectStatus(200, await merge(a, b));
    expectStatus(200, await merge(b, c));
    expect([(await read(a)).mergedIntoId, (await read(b)).mergedIntoId]).toEqual([c.id, c.id]);
    await app.settle();
    expect((await app.make.read(made)).customerId).toBe(c.id);
    const back = await merge(c, a);
    expect([unmet(back), back.body.unmet?.[0]?.ids]).toEqual([['target_merged'], [c.id]]);
    expect(unmet(await merge(a, c))).toEqual(['state_not_allowed']);
    expect(unmet(await patch(a, (await read(a)).version, { name: 'x' }))).toEqual(['state_not_allowed']);
  });

  it('is for supervisors, and refuses what is not there', async () => {
    const [a, b] = [await customer(), await customer()];
    expectStatus(403, await merge(a, b, 'anna'));
    expect(errors(await merge(a, { id: NOWHERE }))).toEqual(['/intoId not_found']);
    expect(errors(await merge(a, a))).toEqual(['/intoId not_applicable']);
    expectStatus(404, await merge({ id: NOWHERE }, a));
  });

  // Without the lock on both in `CustomersService.merge` both would be merged into each other.
  it('of two records into each other at once happens once', async () => {
    const [a, b] = [await customer(), await customer()];
    const complaints = [
      await app.make.receive({ customerId: a.id }),
      await app.make.receive({ customerId: b.id }),
    ];
    const tally = await race(6, (index) => (index % 2 === 0 ? merge(a, b) : merge(b, a)));
    expect(tally).toEqual({ '200': 1, '409 action_refused': 5 });
    await app.settle();
    const [now, other] = [await read(a), await read(b)];
    const target = now.mergedIntoId === null ? now : other;
    expect([now.mergedIntoId, other.mergedIntoId].filter(Boolean)).toEqual([target.id]);
    for (const made of complaints) expect((await app.make.read(made)).customerId).toBe(target.id);
  });

  // Without the shared lock in `named-customer.ts` a complaint could be left with a record that was merged.
  it('leaves no complaint behind that comes in at the same time', async () => {
    const [a, b] = [await customer(), await customer()];
    const hand = () =>
      app.as('anna').post<{ id: string } & Problem>('/v1/complaints', {
        channel: 'phone',
        description: 'Broken.',
        answerVia: 'tracking',
        customerId: a.id,
      });
    const [, ...answers] = await Promise.all([merge(a, b), ...Array.from({ length: 6 }, hand)]);
    await app.settle();
    for (const answer of answers) {
      if (answer.status === 201) {
        const { body } = await app.as('anna').get<{ customerId: string }>(`/v1/complaints/${answer.body.id}`);
        expect(body.customerId).toBe(b.id);
      } else expect(errors(answer)).toEqual(['/customerId not_applicable']);
    }
  });

  it('counts together what both were worth', async () => {
    const [a, b] = [await customer(), await customer()];
    await worth(a, '10.10', '1', 2001);
    await worth(b, '20.20', '2', 2001);
    expectStatus(200, await merge(a, b));
    const path = '/v1/insights/customers/pareto?year=2001&currency=EUR';
    const { items } = expectStatus(200, await app.as('sam').get<List<object>>(path));
    expect(items).toEqual([
      expect.objectContaining({ customerId: b.id, revenue: '30.30', costToServe: '3.00', profit: '27.30' }),
    ]);
  });
});
