import { beforeAll, describe, expect, it } from '@jest/globals';
import { PERSONAL_DATA } from '../../../src/privacy/personal-data.js';
import { Remedies } from '../../complaints/remedies/remedies.js';
import { apologise, errors, timeline, unmet } from '../../complaints/steps.js';
import { house, NOWHERE } from '../../customers/house.js';
import { expectStatus } from '../../support/api.js';
import { type TestApp, useTestApp } from '../../support/app.js';
import { CAST, type CastName } from '../../support/cast.js';
import type { Problem } from '../../support/resources.js';

const app = useTestApp();
const its = house(app);
const PATH = '/v1/subject-exports';

interface Export {
  id: string;
  version: number;
  expiresAt: string;
}

interface Content {
  manifest: {
    customerIds: string[];
    contactIds: string[];
    complaintIds: string[];
    sections: { name: string; personal: string[]; leftOut: string[] }[];
    notes: string[];
  };
  data: Record<string, Record<string, unknown>[]>;
}

const make = (body: object, by: CastName = 'sam', headers = {}) =>
  app.as(by).post<Export & Problem>(PATH, body, headers);
const read = ({ id }: { id: string }, by: CastName = 'sam') =>
  app.as(by).get<Content & Problem>(`${PATH}/${id}/content`);
const contentOf = async (body: object): Promise<Content> =>
  expectStatus(200, await read(expectStatus(201, await make(body))));

/** Everything that staff and customer can say of somebody, each text with a mark of its own. */
async function plant(
  on: TestApp,
  mark: string,
): Promise<{ customerId: string; complaintId: string; words: string[] }> {
  const words: string[] = [];
  const say = (what: string): string => {
    words.push(`${mark} ${what}`);
    return `${mark} ${what}`;
  };
  const { customer, merge, account } = house(on);
  const [anna, sam] = [on.as('anna'), on.as('sam')];
  const until = on.inDays(300);
  const made = await customer({
    ...{ name: say('name'), address: say('home'), salutation: say('salutation') },
    emails: [{ address: `${mark}-one@example.org`, verified: true }],
    phones: [{ number: mark === 'Marta' ? '+36 1 555 1001' : '+36 1 555 2002', verified: false }],
    doNotContact: { channels: ['phone'], reason: say('sleeps by day') },
    vulnerability: { note: say('hard of hearing'), basis: 'consent', until },
  });
  words.push(`${mark}-one@example.org`);
  const merged = await customer({ name: say('other name') });
  const { id: accountId } = await account();
  const contact = { name: say('contact'), role: say('role'), notes: say('notes'), customerId: made.id };
  expectStatus(201, await anna.post(`/v1/accounts/${accountId}/contacts`, contact));
  const complaint = await on.make.complaint('received', {
    ...{ customerId: merged.id, subject: say('subject'), description: say('description') },
    ...{ desiredOutcome: say('wish'), product: say('product'), orderReference: say('order') },
    ...{ externalId: say('external'), tags: [say('tag')] },
    complainant: { name: say('complainant'), phone: '+36 1 555 3003', address: say('address') },
  });
  expectStatus(200, await merge(merged, made));
  const other = await on.make.complaint('received', {
    description: say('other description'),
    customerId: made.id,
  });
  await on.settle();
  const path = `/v1/complaints/${complaint.id}`;
  const acknowledged = await on.make.act(complaint, 'acknowledge', { message: say('sorry') });
  await on.make.fact(acknowledged, { statement: say('fact'), standing: 'confirmed' });
  await on.make.act(acknowledged, 'establish-facts', {
    summary: say('summary'),
    assessment: {
      ...{ severity: 'low', safety: false, complexity: 'low' },
      ...{ impact: say('impact'), immediateAction: say('at once') },
    },
  });
  const agreedActions = [{ what: say('action'), dueAt: on.inDays(60) }];
  const owned = await on.make.act(acknowledged, 'assign-owner', {
    ownerId: await on.idOf('anna'),
    agreedActions,
  });
  await on.make.message(owned, { audience: 'internal', body: say('internal note') });
  await on.make.byCustomer(complaint, 'messages', { body: say('own words') }, 201);
  await on.make.message(owned, { body: say('answer') });
  await on.make.callback(owned, { what: say('call') });
  expectStatus(
    201,
    await anna.post(`${path}/links`, { type: 'related', complaintId: other.id, note: say('link') }),
  );
  const remedy = { type: 'refund', money: { amount: '12.34', currency: 'CHF' }, reason: say('refund') };
  const { id: remedyId } = expectStatus(201, await anna.post<Export>(`${path}/remedies`, remedy));
  const paid = { externalReference: say('payment'), note: say('paid') };
  expectStatus(200, await anna.post(`${path}/remedies/${remedyId}/actions/execute`, paid));
  await on.passTime({ days: 8 });
  const breaches = await sam.get<{ items: Export[] }>(`${path}/breaches`);
  const breach = expectStatus(200, breaches).items[0]?.id ?? '';
  const answered = { apology: say('apology'), cause: { text: say('cause of breach') } };
  expectStatus(200, await on.as('sam').post(`${path}/breaches/${breach}/actions/answer`, answered));
  const held = await on
    .as('sam')
    .post<Export>('/v1/legal-holds', { customerId: made.id, reason: say('hold') });
  const { id: holdId } = expectStatus(201, held);
  const over = { reason: say('release') };
  expectStatus(200, await on.as('sam').post(`/v1/legal-holds/${holdId}/actions/release`, over));
  await apologise(on, complaint);
  await on.make.act(owned, 'resolve', {
    ...{ outcome: 'upheld', explanation: say('explanation'), rootCause: { text: say('root cause') } },
  });
  await on.make.byCustomer(complaint, 'actions/dispute', { reason: say('dispute') });
  return { customerId: made.id, complaintId: complaint.id, words };
}

describe('an export of everything that is known about a customer', () => {
  let marta: Awaited<ReturnType<typeof plant>>;
  let peter: Awaited<ReturnType<typeof plant>>;
  let content: Content;
  let text: string;
  beforeAll(async () => {
    await new Remedies(app).authority({ of: 'anna' }, 'CHF');
    marta = await plant(app, 'Marta');
    peter = await plant(app, 'Peter');
    content = await contentOf({ customerId: marta.customerId });
    text = JSON.stringify(content);
  }, 60_000);

  it('has all that was said, and nothing of somebody else', () => {
    expect(marta.words.length).toBeGreaterThan(40);
    expect(marta.words.filter((word) => !text.includes(word))).toEqual([]);
    expect(text).toContain('+36 1 555 3003');
    expect(text).not.toContain('Peter');
    expect(text).not.toContain(peter.customerId);
    expect(text).not.toContain(peter.complaintId);
  });

  it('has each of them in the rows, and again in the log', () => {
    const { timeline: entries = [], ...rows } = content.data;
    expect(marta.words.filter((word) => !JSON.stringify(rows).includes(word))).toEqual([
      'Marta root cause',
      'Marta dispute',
    ]);
    const unsaid = marta.words.filter((word) => !JSON.stringify(entries).includes(word));
    expect(unsaid).toEqual([]);
    const types = new Set(entries.map(({ type }) => type));
    for (const type of ['customer.created', 'customer.merged', 'contact.created', 'complaint.received']) {
      expect(types).toContain(type);
    }
    for (const type of ['message.noted', 'promise.broken', 'legal_hold.set', 'complaint.disputed']) {
      expect(types).toContain(type);
    }
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names nobody of the house, but where a letter told the customer', () => {
    const unsaid = JSON.stringify(content, (key, value: unknown) => (key === 'body' ? '' : value));
    for (const { name, email } of Object.values(CAST)) {
      expect(unsaid).not.toContain(name);
      expect(unsaid).not.toContain(email);
    }
    expect(text).not.toMatch(/salt|password|amt_|bytes/);
  });

  it('explains itself, and has every table that the map gives to a person', () => {
    const { sections, notes, customerIds, contactIds, complaintIds } = content.manifest;
    expect(Object.keys(content.data)).toEqual(sections.map(({ name }) => name));
    const left = ['entry_values', 'complaint_words', 'idempotency_keys', 'subscription_parked'];
    const mapped = Object.entries(PERSONAL_DATA).flatMap(([table, { of }]) => (of ? [table] : []));
    expect(sections.map(({ name }) => name).sort()).toEqual(
      [...mapped.filter((table) => !left.includes(table)), 'timeline'].sort(),
    );
    expect(sections.find(({ name }) => name === 'facts')).toMatchObject({
      ...{ personal: ['statement', 'standing_reason'], leftOut: ['recorded_by_name'] },
    });
    expect(notes.join()).toContain('article 15');
    expect([customerIds.length, contactIds.length, complaintIds.length]).toEqual([2, 1, 2]);
    expect(content.data['customers']?.map(({ id }) => id)).toEqual(expect.arrayContaining(customerIds));
    expect(content.data['customers']?.[0]).not.toHaveProperty('foldedName');
  });

  it('of one complaint leaves the customer and the other complaint out', async () => {
    const { data, manifest } = await contentOf({ complaintId: marta.complaintId });
    expect(manifest).toMatchObject({ customerIds: [], complaintIds: [marta.complaintId] });
    expect(JSON.stringify(data)).toContain('Marta description');
    expect(JSON.stringify(data)).not.toContain('Marta other description');
    expect(data['customers']).toEqual([]);
  });
});

describe('an export', () => {
  it('is made by a supervisor; that, and each reading, is on record', async () => {
    const { id: complaintId } = await app.make.complaint('received');
    const answer = await make({ complaintId });
    const made = expectStatus(201, answer);
    expect(answer.headers.get('location')).toBe(`${PATH}/${made.id}`);
    expect(made).toMatchObject({
      complaintId,
      customerId: null,
      madeBy: { name: 'Sam Supervisor' },
      version: 1,
    });
    expect(expectStatus(200, await app.as('otto').get(`${PATH}/${made.id}`))).toEqual(made);
    const content = await read(made, 'sue');
    expect(expectStatus(200, content).data['complaints']).toHaveLength(1);
    expect(content.headers.get('content-disposition')).toBe(
      `attachment; filename="subject-export-${made.id}.json"`,
    );
    expect(content.headers.get('content-type')).toMatch(/^application\/json/);
    expect(content.headers.get('cache-control')).toBe('no-store');
    expect((await timeline(app, { id: complaintId } as never)).slice(-2)).toMatchObject([
      { type: 'subject_export.made', actor: { name: 'Sam Supervisor' } },
      { type: 'subject_export.read', actor: { name: 'Sue Supervisor' } },
    ]);
  });

  it('is not for agents, its content not for auditors, and its subject is there', async () => {
    const { id: customerId } = await its.customer();
    const made = expectStatus(201, await make({ customerId }));
    for (const who of ['anna', 'otto'] as const) {
      expectStatus(403, await make({ customerId }, who));
      expectStatus(403, await read(made, who));
    }
    expectStatus(403, await app.as('anna').get(`${PATH}/${made.id}`));
    expectStatus(404, await app.as('sam').get(`${PATH}/${NOWHERE}`));
    expectStatus(404, await read({ id: NOWHERE }));
    expect(errors(await make({}))).toEqual(['/customerId required']);
    expect(errors(await make({ customerId: NOWHERE }))).toEqual(['/customerId not_found']);
    expect(errors(await make({ complaintId: NOWHERE }))).toEqual(['/complaintId not_found']);
    expect(errors(await make({ customerId, complaintId: NOWHERE }))).toEqual(['/complaintId not_applicable']);
  });

  it('is made once when the request is sent again', async () => {
    const { id: customerId } = await its.customer();
    const key = { 'Idempotency-Key': 'a-key-for-one-export-only' };
    const first = expectStatus(201, await make({ customerId }, 'sam', key));
    expect(expectStatus(201, await make({ customerId }, 'sam', key))).toEqual(first);
  });

  it('is neither made nor read by somebody who is complained about in it', async () => {
    const { id: customerId } = await its.customer();
    const complainedAboutUserIds = [await app.idOf('sue')];
    await app.make.complaint('received', { customerId, complainedAboutUserIds });
    expect(unmet(await make({ customerId }, 'sue'))).toEqual(['conflicted']);
    const made = expectStatus(201, await make({ customerId }));
    expect(unmet(await read(made, 'sue'))).toEqual(['conflicted']);
    expectStatus(200, await read(made));
  });

  it('shows how things stand when it is read, for 30 days', async () => {
    const { id: customerId, version } = await its.customer({ name: 'Before' });
    const made = expectStatus(201, await make({ customerId }));
    expectStatus(200, await its.patch({ id: customerId, version }, version, { name: 'Afterwards' }));
    expect(expectStatus(200, await read(made)).data['customers']).toMatchObject([{ name: 'Afterwards' }]);
    await app.passTime({ days: 30 });
    expect(unmet(await read(made))).toEqual(['export_expired']);
    expect(expectStatus(200, await app.as('sam').get<Export>(`${PATH}/${made.id}`)).expiresAt).toBe(
      made.expiresAt,
    );
  });
});
