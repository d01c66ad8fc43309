import { describe, expect, it } from '@jest/globals';
import { errors } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { List } from '../support/resources.js';
import { type Customer, CUSTOMERS, house, NOWHERE } from './house.js';

const app = useTestApp();
const { create, customer, read, patch, account, tier, log } = house(app);

describe('a customer', () => {
  it('is recorded with how to reach and address them', async () => {
    const { id: accountId } = await account();
    const said = {
      name: 'Dr Éva Nagy',
      emails: [{ address: 'Eva@Example.org', verified: true }],
      phones: [{ number: '+36 1 234 5678', verified: false }],
      address: 'Duna utca 1, Budapest',
      language: 'hu',
      preferredChannel: 'phone',
      salutation: 'Dear Dr Nagy',
      doNotContact: { channels: ['social'], reason: 'She has no account.' },
      accountId,
    };
    const answer = await create(said);
    const made = expectStatus(201, answer);
    expect(made).toEqual({
      id: made.id,
      ...said,
      vulnerability: null,
      tier: null,
      tierBy: null,
      tierUntil: null,
      mergedIntoId: null,
      erasedAt: null,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(answer.headers.get('location')).toBe(`${CUSTOMERS}/${made.id}`);
    expect(await read(made, 'otto')).toEqual(made);
  });

  it('changes for whoever knows the version, and what is already so is no change', async () => {
    const made = await customer({ address: 'Here' });
    expectStatus(428, await patch(made, null, { name: 'x' }));
    const next = expectStatus(200, await patch(made, 1, { name: 'Marta Nagy', address: null }));
    expect(next).toMatchObject({ name: 'Marta Nagy', address: null, version: 2 });
    expect(expectStatus(200, await patch(made, 2, { name: 'Marta Nagy' })).version).toBe(2);
    expectStatus(412, await patch(made, 1, { name: 'x' }));
    const [created] = await log('customer.created', made);
    expect(created?.data).toMatchObject({ name: 'Marta Kis', address: 'Here', version: 1 });
    const [updated] = await log('customer.updated', made);
    expect(updated?.data).toMatchObject({ changed: ['name', 'address'], name: 'Marta Nagy' });
  });

  it('is refused with everything that is wrong with it', async () => {
    expect(errors(await create({ accountId: NOWHERE, tier: 'nowhere' }))).toEqual([
      '/accountId not_found',
      '/tier not_found',
    ]);
    const twice = [
      { address: 'a@example.org', verified: true },
      { address: 'A@example.org', verified: false },
    ];
    expect(errors(await create({ emails: twice, phones: [{ number: '1' }] }))).toEqual([
      '/emails/1/address unique_items',
      '/phones/0/verified required',
    ]);
    expect(errors(await create({ tierUntil: app.inDays(1) }))).toEqual(['/tierUntil not_applicable']);
    expect(errors(await create({ doNotContact: { channels: [], reason: 'x' } }))).toEqual([
      '/doNotContact/channels min_length',
    ]);
    expectStatus(403, await create({}, 'otto'));
  });

  it('has a tier that is active, given by hand', async () => {
    const gold = await tier('by-hand');
    const made = await customer({ tier: 'by-hand', tierUntil: app.inDays(10) });
    expect(made).toMatchObject({ tier: 'by-hand', tierBy: 'hand' });
    expectStatus(200, await app.as('sam').patch(`/v1/tiers/${gold.id}`, 1, { active: false }));
    expect(errors(await create({ tier: 'by-hand' }))).toEqual(['/tier not_applicable']);
    expect(expectStatus(200, await patch(made, 1, { tier: null }))).toMatchObject({
      tier: null,
      tierBy: null,
      tierUntil: null,
    });
  });

  it('is found by the beginning of the name, a whole address, the company and the tier', async () => {
    const { id: accountId } = await account();
    await tier('silver');
    const made = await customer({
      name: 'Zoltán Őszi',
      emails: [{ address: 'zoltan@example.org', verified: false }],
      accountId,
      tier: 'silver',
    });
    const other = await customer({ name: 'Zoltan Osztap' });
    const ids = async (query: string) =>
      expectStatus(200, await app.as('otto').get<List<Customer>>(`${CUSTOMERS}?${query}`)).items.map(
        ({ id }) => id,
      );
    expect(await ids('q=zoltan')).toEqual([made.id, other.id]);
    expect(await ids('q=zoltan%20os')).toEqual([made.id, other.id]);
    expect(await ids('q=ZOLT%C3%81N%20%C5%90SZI')).toEqual([made.id]);
    expect(await ids('q=Zoltan@Example.org')).toEqual([made.id]);
    expect(await ids('q=oltan@example.org')).toEqual([]);
    expect(await ids('q=zoltan&tier=silver')).toEqual([made.id]);
    expect(await ids(`accountId=${accountId}`)).toEqual([made.id]);
    const path = `${CUSTOMERS}?q=zoltan&limit=1`;
    const first = expectStatus(200, await app.as('otto').get<List<Customer>>(path));
    expect(await ids(`q=zoltan&limit=1&cursor=${String(first.nextCursor)}`)).toEqual([other.id]);
  });
});

describe('a vulnerability', () => {
  const said = () => ({ note: 'In hospital.', basis: 'consent', until: app.inDays(30) });

  it('needs a basis and an end', async () => {
    expect(errors(await create({ vulnerability: { note: 'In hospital.' } }))).toEqual([
      '/vulnerability/basis required',
      '/vulnerability/until required',
    ]);
    const wrong = { ...said(), basis: 'curiosity', until: app.inDays(-1) };
    expect(errors(await create({ vulnerability: wrong }))).toEqual([
      '/vulnerability/basis is_enum',
      '/vulnerability/until min',
    ]);
  });

  it('is shown to staff and not to an auditor, in the log neither', async () => {
    const vulnerability = said();
    const made = await customer({ vulnerability });
    for (const staff of ['anna', 'sam', 'ada'] as const)
      expect((await read(made, staff)).vulnerability).toEqual(vulnerability);
    expect((await read(made, 'otto')).vulnerability).toBeNull();
    const list = await app.as('otto').get<List<Customer>>(`${CUSTOMERS}?q=marta&limit=100`);
    expect(list.body.items.every((one) => one.vulnerability === null)).toBe(true);
    expectStatus(200, await patch(made, 1, { vulnerability: null }));
    const [created] = await log('customer.created', made, 'otto');
    expect(created?.data).toMatchObject({ name: 'Marta Kis', vulnerability: null });
    const [seen] = await log('customer.created', made, 'ada');
    expect(seen?.data).toMatchObject({ vulnerability });
    const [updated] = await log('customer.updated', made, 'otto');
    expect(updated?.data).toMatchObject({ changed: ['vulnerability'] });
    const plain = await app.database.read<{ bytes: string }>(
      `SELECT convert_from(e.bytes, 'utf8') AS bytes FROM entries e WHERE e.subject_id = $1`,
      [made.id],
    );
    expect(plain.map(({ bytes }) => bytes).join()).not.toMatch(/hospital|Marta/);
  });

  it('is taken away at its end, as a tier is that was given until then', async () => {
    await tier('for-a-while');
    const made = await customer({ vulnerability: said(), tier: 'for-a-while', tierUntil: app.inDays(40) });
    app.advance({ days: 31 });
    await app.settle();
    expect(await read(made)).toMatchObject({ vulnerability: null, tier: 'for-a-while', version: 2 });
    app.advance({ days: 10 });
    await app.settle();
    expect(await read(made)).toMatchObject({ tier: null, tierBy: null, tierUntil: null, version: 3 });
    const changes = (await log('customer.updated', made)).map(({ data }) => data.changed);
    expect(changes).toEqual([['vulnerability'], ['tier', 'tierBy', 'tierUntil']]);
  });
});
