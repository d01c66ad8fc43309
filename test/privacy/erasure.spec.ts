import { beforeAll, describe, expect, it } from '@jest/globals';
import { timeline, unmet } from '../complaints/steps.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { race } from '../support/race.js';
import type { ActionOffer, List, Problem } from '../support/resources.js';
import { everythingStored, foundIn } from './everything-stored.js';
import { type Certificate, ERASURES, type ErasureShown, erasures } from './erasures.js';
import { PlantedPerson } from './planted.js';
import { type Line, seen } from './seen.js';

const app = useTestApp();
const person = new PlantedPerson(app);
const { ask, plan, tell } = erasures(app);
const { lines, figures, read, entries, anotherCustomer, complaint } = seen(app, person);

let before: { lines: Line[][]; figures: unknown };
let planned: ErasureShown;

beforeAll(async () => {
  await person.live();
  before = { lines: await lines(), figures: await figures() };
});

describe('erasing a person, step by step', () => {
  it('begins with somebody who is known in every place', async () => {
    expect(foundIn(await everythingStored(app.database), person.words)).toEqual(person.words);
    expect(person.words.length).toBeGreaterThan(50);
  });

  it('is planned, with what goes and what stays, and nothing is gone yet', async () => {
    planned = await plan({ customerId: person.merged.id });
    expect(planned).toMatchObject({
      state: 'planned',
      plannedBy: { name: 'Sam Supervisor' },
      customerIds: [person.customer.id, person.merged.id],
      contactIds: [person.contact.id],
      complaintIds: person.complaints.map(({ id }) => id),
    });
    expect(planned.extent.values.map(({ kind }) => kind)).toEqual([
      ...['names', 'contact_data', 'words', 'particulars', 'vulnerability', 'search', 'log', 'traces'],
    ]);
    expect(planned.stays.length).toBeGreaterThan(5);
    expect(foundIn(await everythingStored(app.database), person.words)).toEqual(person.words);
  });

  it('is approved by somebody else only', async () => {
    expect(unmet(await tell(planned, 'approve', 'sam'))).toEqual(['own_plan']);
  });

  it('covers what was planned, or nothing: whatever changed or came since outdates the plan', async () => {
    await app.make.message(complaint(), { audience: 'internal', body: 'She asked to be forgotten.' });
    expect(unmet(await tell(planned, 'approve'))).toEqual(['plan_outdated']);
    planned = await plan({ customerId: person.customer.id });
    const late = await app.make.complaint('received', { customerId: person.customer.id });
    expect(unmet(await tell(planned, 'approve', 'sam'))).toEqual(['own_plan', 'plan_outdated']);
    const said = { how: 'phone', saidAt: app.now().toISOString(), reason: 'She called.' } as const;
    await app.make.act(late, 'withdraw', said);
    person.later.push(late);
    before = { lines: await lines(), figures: await figures() };
    planned = await plan({ customerId: person.customer.id });
  });

  it('is carried out once, however many approve at once', async () => {
    expect(await race(4, () => tell(planned, 'approve'))).toEqual({ '200': 1, '409 action_refused': 3 });
  });

  it('leaves nothing of the person in the whole database', async () => {
    await app.settle();
    const found = foundIn(await everythingStored(app.database), person.words);
    expect(person.planted.filter(({ word }) => found.includes(word))).toEqual([]);
  });

  it('leaves every entry where it was, and every figure', async () => {
    const now = await lines();
    expect(now.map((all) => all.filter(({ type }) => type !== 'values.erased'))).toEqual(before.lines);
    expect(now.map((all) => all.at(-1)?.type)).toEqual(person.complaints.map(() => 'values.erased'));
    expect(await figures()).toEqual(before.figures);
  });

  it('leaves complaint, customer and contact as frames without a person', async () => {
    expect(await read(`/v1/complaints/${person.complaint.id}`)).toMatchObject({
      state: 'closed',
      description: '[erased]',
      subject: null,
      complainant: null,
      tags: [],
      summary: '[erased]',
      assessment: { severity: 'high', impact: '[erased]' },
      resolution: { outcome: 'upheld', explanation: '[erased]', rootCause: { text: '[erased]' } },
      owner: { name: 'Anna Agent' },
      customerId: person.customer.id,
      erasedAt: expect.any(String),
    });
    expect(await read(`/v1/customers/${person.customer.id}`)).toMatchObject({ name: '[erased]', emails: [] });
    expect(await read(`/v1/contacts/${person.contact.id}`)).toMatchObject({ name: '[erased]', notes: null });
    const [entry] = await timeline(app, complaint());
    expect(entry).toMatchObject({
      type: 'complaint.received',
      data: { description: null, complainant: null },
    });
    expect(entry?.actor).toMatchObject({ name: 'Anna Agent' });
  });

  it('is certified, for auditors as well, without a word of the person', async () => {
    const path = `${ERASURES}/${planned.id}/certificate`;
    const certificate = expectStatus(200, await app.as('otto').get<Certificate>(path));
    expect(certificate).toMatchObject({
      plannedBy: { name: 'Sam Supervisor' },
      approvedBy: { name: 'Sue Supervisor' },
      extent: expectStatus(200, await app.as('otto').get<ErasureShown>(`${ERASURES}/${planned.id}`)).extent,
    });
    const named = (await entries('values.erased')).filter(({ id }) =>
      certificate.valuesErasedEntryIds.includes(id),
    );
    const values = named.flatMap(({ data }) => data['values'] as unknown[]);
    expect(certificate.extent.values).toContainEqual({ kind: 'log', count: values.length });
    expect((await entries('erasure.done')).map(({ id }) => id)).toContain(certificate.entryId);
    const reasons = (await entries('erasure.planned')).map(({ data }) => data['reason']);
    expect(reasons).toEqual([null, null, null]);
    expect(foundIn(JSON.stringify(certificate), person.words)).toEqual([]);
  });

  it('closes the page of the customer, for the tokens of every complaint', async () => {
    for (const { trackingToken } of person.complaints) {
      expectStatus(401, await app.withToken(trackingToken).get('/v1/tracking'));
    }
  });

  it('lets nothing be written any more', async () => {
    const path = `/v1/complaints/${person.complaint.id}`;
    const { items: links } = await read<List<{ id: string }>>(`${path}/links`);
    const said = { how: 'phone', saidAt: app.now().toISOString(), reason: 'She called.' };
    const { version } = await read<{ version: number }>(path);
    const [sam, anna] = [app.as('sam'), app.as('anna')];
    const refused = [
      await sam.post<Problem>(`${path}/actions/reopen`, { reason: 'She called.' }),
      await anna.post<Problem>(`${path}/actions/dispute`, said),
      await anna.post<Problem>(`${path}/messages`, { audience: 'internal', body: 'She called.' }),
      await anna.post<Problem>(`${path}/messages`, { audience: 'customer', body: 'Hello.' }),
      await anna.patch<Problem>(path, version, { subject: 'Marta' }),
      await anna.post<Problem>(`${path}/links`, { complaintId: person.other.id, type: 'duplicate' }),
      await anna.post<Problem>(`/v1/complaints/${person.other.id}/links`, {
        complaintId: person.complaint.id,
        type: 'duplicate',
      }),
      await anna.delete<Problem>(`/v1/complaints/${person.other.id}/links/${links[0]?.id ?? ''}`),
      await anna.patch<Problem>(`/v1/customers/${person.customer.id}`, 3, { name: 'Marta' }),
      await sam.post<Problem>(`/v1/customers/${person.customer.id}/actions/merge`, {
        intoId: await anotherCustomer(),
        reason: 'The same.',
      }),
      await anna.patch<Problem>(`/v1/contacts/${person.contact.id}`, 2, { name: 'Marta' }),
    ];
    expect(refused.map((answer) => unmet(answer)[0])).toEqual(refused.map(() => 'erased'));
    const { items } = await read<List<ActionOffer>>(`${path}/actions`, 'sam');
    const reopen = items.find(({ action }) => action === 'reopen');
    expect(reopen).toMatchObject({ allowed: false, unmet: [{ code: 'erased' }] });
  });

  it('lets nobody choose, find or suggest what was erased', async () => {
    const body = { intoId: person.customer.id, reason: 'The same.' };
    const merge = await app
      .as('sam')
      .post<Problem>(`/v1/customers/${await anotherCustomer()}/actions/merge`, body);
    expect(unmet(merge)).toEqual(['erased']);
    const said = { channel: 'web', description: 'It is broken.', answerVia: 'tracking' };
    const named = { ...said, customerId: person.customer.id };
    expectStatus(400, await app.as('anna').post('/v1/complaints', named));
    for (const word of [...person.words, 'erased']) {
      const q = encodeURIComponent(word);
      expect(await read(`/v1/complaints?q=${q}`)).toMatchObject({ items: [] });
      expect(await read(`/v1/customers?q=${q}`)).toMatchObject({ items: [] });
    }
    const { reference } = await read<{ reference: string }>(`/v1/complaints/${person.complaint.id}`);
    expect((await read<List<object>>(`/v1/complaints?q=${reference}`)).items).toHaveLength(1);
    expect(await read(`/v1/complaints/${person.complaint.id}/duplicates`)).toMatchObject({ items: [] });
    expect(await read(`/v1/customers/${person.customer.id}/duplicates`)).toMatchObject({ items: [] });
    const again = await app.make.complaint('received', {
      description: '[erased]',
      subject: '[erased] again',
    });
    const alike = await read<List<{ id: string }>>(`/v1/complaints/${again.id}/duplicates`);
    const gone = person.complaints.map(({ id }) => id);
    expect(alike.items.filter(({ id }) => gone.includes(id))).toEqual([]);
  });

  it('is not done twice', async () => {
    for (const named of [
      { customerId: person.customer.id },
      { contactId: person.contact.id },
      { complaintId: person.twin.id },
    ]) {
      expect(unmet(await ask(named))).toEqual(['already_erased']);
    }
    expect(unmet(await tell(planned, 'approve'))).toEqual(['state_not_allowed']);
    expect(unmet(await tell(planned, 'cancel'))).toEqual(['state_not_allowed']);
  });
});
