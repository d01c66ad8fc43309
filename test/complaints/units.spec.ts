import { expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { race } from '../support/race.js';
import type { Complaint, List, Problem } from '../support/resources.js';
import { House } from '../organisation/a-house.js';
import { errors, timeline } from './steps.js';

const app = useTestApp();
const house = new House(app);

async function aHouse() {
  const entity = await house.add('legal_entity');
  const brand = await house.add('brand', { legalEntityId: entity.id });
  const branch = await house.add('branch', { brandId: brand.id });
  const place = { legalEntityId: entity.id, brandId: brand.id, branchId: branch.id };
  return { entity, brand, branch, place };
}

const HANDED_IN = {
  channel: 'web',
  description: 'Nobody answers.',
  complainant: { name: 'Marta Kis', email: 'marta@example.org' },
};

it('a complaint belongs to a branch with its brand and its legal entity, whoever hands it in', async () => {
  const { brand, branch, place } = await aHouse();
  const made = await app.make.complaint('received', { branchId: branch.id });
  expect(made.complaint).toMatchObject(place);
  const [received] = await timeline(app, made);
  expect(received?.data).toMatchObject(place);
  const receipt = await app.anonymous.post<{ id: string }>('/v1/complaints', {
    ...HANDED_IN,
    brandId: brand.id,
  });
  const { id } = expectStatus(201, receipt);
  const { body } = await app.as('otto').get(`/v1/complaints/${id}`);
  expect(body).toMatchObject({ ...place, branchId: null });
});

it('what contradicts itself, is not there or is retired is refused at the door', async () => {
  const { entity, brand, branch } = await aHouse();
  const other = await house.add('legal_entity');
  const hand = (said: object) => app.anonymous.post<Problem>('/v1/complaints', { ...HANDED_IN, ...said });
  expect(errors(await hand({ branchId: branch.id, legalEntityId: other.id }))).toEqual([
    '/legalEntityId not_applicable',
  ]);
  expect(errors(await hand({ brandId: entity.id, branchId: 'Main Street' }))).toEqual(['/branchId is_uuid']);
  expect(errors(await hand({ brandId: entity.id }))).toEqual(['/brandId not_found']);
  await house.retire(brand);
  expect(errors(await hand({ branchId: branch.id }))).toEqual(['/branchId not_applicable']);
});

it('staff correct it, and it stays where a unit is retired', async () => {
  const [here, there] = [await aHouse(), await aHouse()];
  const made = await app.make.complaint('received', { brandId: here.brand.id });
  const path = `/v1/complaints/${made.id}`;
  const moved = await app.as('anna').patch<Complaint>(path, 1, { branchId: there.branch.id });
  expect(expectStatus(200, moved)).toMatchObject({ ...there.place, version: 2 });
  const entry = (await timeline(app, made)).find(({ type }) => type === 'complaint.updated');
  expect(entry?.data).toMatchObject({ values: there.place });
  const against = await app.as('anna').patch<Problem>(path, 2, { brandId: here.brand.id });
  expect(errors(against)).toEqual(['/brandId not_applicable']);
  const unknown = await app.as('anna').patch<Problem>(`/v1/complaints/${made.complaint.reference}`, 2, {});
  expect(unknown.status).toBe(404);
  await house.retire(there.entity);
  const same = await app.as('anna').patch<Complaint>(path, 2, { ...there.place, subject: 'Nobody there' });
  expect(expectStatus(200, same)).toMatchObject({ ...there.place, version: 3 });
  const cleared = await app.as('anna').patch<Complaint>(path, 3, { branchId: null, brandId: here.brand.id });
  expect(expectStatus(200, cleared)).toMatchObject({ ...here.place, branchId: null });
  expect((await app.as('otto').patch(path, 4, { branchId: null })).status).toBe(403);
});

/** Breaks without `placeOf` under the lock (complaints.service.ts). */
it('two who correct it at once never leave a contradiction', async () => {
  const [here, there] = [await aHouse(), await aHouse()];
  for (let round = 0; round < 4; round += 1) {
    const made = await app.make.complaint();
    const path = `/v1/complaints/${made.id}`;
    const bodies = [{ branchId: here.branch.id }, { brandId: there.brand.id }];
    await race(2, (index) =>
      app.as('anna').send({ method: 'PATCH', path, body: bodies[index], headers: { 'If-Match': '*' } }),
    );
    expect(await app.make.read(made)).toMatchObject(here.place);
  }
});

it('complaints are found by each of the three', async () => {
  const { entity, brand, branch, place } = await aHouse();
  const made = await app.make.complaint('received', { branchId: branch.id });
  const found = async (query: string) => {
    const answer = await app.as('otto').get<List<Complaint>>(`/v1/complaints?${query}`);
    return expectStatus(200, answer).items.map(({ id }) => id);
  };
  for (const [name, id] of Object.entries(place)) expect(await found(`${name}=${id}`)).toEqual([made.id]);
  expect(await found(`legalEntityId=${entity.id}&brandId=${brand.id}&state=closed`)).toEqual([]);
  expect((await app.as('otto').get('/v1/complaints?brandId=aurora')).status).toBe(400);
});
