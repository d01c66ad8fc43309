import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { race } from '../support/race.js';
import type { List } from '../support/resources.js';
import { errors } from '../complaints/steps.js';
import { House, type Unit } from './a-house.js';

const app = useTestApp();
const house = new House(app);

describe('a legal entity, a brand, a branch', () => {
  it('each belong to what is above them, and the entity of a brand is that of its branches', async () => {
    const entity = await house.add('legal_entity');
    const brand = await house.add('brand', { legalEntityId: entity.id });
    const branch = await house.add('branch', { brandId: brand.id });
    const shop = await house.add('branch', { legalEntityId: entity.id });
    expect(entity).toMatchObject({ legalEntityId: null, brandId: null, retired: false, version: 1 });
    expect(brand).toMatchObject({ legalEntityId: entity.id, brandId: null });
    expect(branch).toMatchObject({ legalEntityId: entity.id, brandId: brand.id });
    expect(shop).toMatchObject({ legalEntityId: entity.id, brandId: null });
    const list = async (query: string) => {
      const answer = await app.as('otto').get<List<Unit>>(`/v1/organisation-units?${query}`);
      return expectStatus(200, answer).items.map(({ id }) => id);
    };
    expect(await list(`legalEntityId=${entity.id}`)).toEqual([brand.id, branch.id, shop.id]);
    expect(await list(`legalEntityId=${entity.id}&kind=branch`)).toEqual([branch.id, shop.id]);
    expect(await list(`brandId=${brand.id}&retired=true`)).toEqual([]);
    const [entry] = await entriesAbout(branch.id);
    const { version, kind, code, name, legalEntityId, brandId, retired } = branch;
    expect(entry).toEqual({
      type: 'organisation_unit.created',
      data: { version, kind, code, name, legalEntityId, brandId, retired },
    });
  });

  it('belong nowhere else', async () => {
    const [entity, other] = [await house.add('legal_entity'), await house.add('legal_entity')];
    const brand = await house.add('brand', { legalEntityId: entity.id });
    const said = { code: 'x-1', name: 'X' };
    const nobody = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
    for (const [body, wrong] of [
      [{ kind: 'legal_entity', legalEntityId: entity.id }, '/legalEntityId not_applicable'],
      [{ kind: 'brand' }, '/legalEntityId required'],
      [{ kind: 'brand', legalEntityId: entity.id, brandId: brand.id }, '/brandId not_applicable'],
      [{ kind: 'brand', legalEntityId: brand.id }, '/legalEntityId not_found'],
      [{ kind: 'branch' }, '/legalEntityId required'],
      [{ kind: 'branch', brandId: nobody }, '/brandId not_found'],
      [{ kind: 'branch', brandId: entity.id }, '/brandId not_found'],
      [{ kind: 'branch', brandId: brand.id, legalEntityId: other.id }, '/legalEntityId not_applicable'],
      [{ kind: 'branch', brandId: brand.id, code: 'no blanks' }, '/code pattern'],
    ] as const) {
      expect([body, errors(await house.ask({ ...said, ...body }))]).toEqual([body, [wrong]]);
    }
  });

  it('are added under what is not retired, also at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const entity = await house.add('legal_entity');
      const body = { kind: 'brand', code: `raced-${String(round)}`, name: 'Raced', legalEntityId: entity.id };
      await race(2, (index) => (index === 0 ? house.ask(body) : house.patch(entity, 1, { retired: true })));
      const added = await app.as('otto').get<List<Unit>>(`/v1/organisation-units?legalEntityId=${entity.id}`);
      const [retired] = (await entriesAbout(entity.id)).slice(-1);
      expect(retired?.type).toBe('organisation_unit.updated');
      expect(added.body.items.length).toBeLessThan(2);
      const late = await house.ask({ ...body, code: `late-${String(round)}` });
      expect(errors(late)).toEqual(['/legalEntityId not_applicable']);
    }
  });

  it('have a code that nobody else has, of whatever kind and case, and keep it', async () => {
    const entity = await house.add('legal_entity');
    const body = { kind: 'brand', name: 'Aurora', legalEntityId: entity.id };
    const answers = await Promise.all(
      ['AURORA', 'aurora', 'Aurora'].map((code) => house.ask({ ...body, code })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const codes = answers.flatMap(({ status, body: { code } }) => (status === 409 ? [code] : []));
    expect(codes).toEqual(['code_taken', 'code_taken']);
    expect((await house.ask({ kind: 'legal_entity', code: 'Aurora', name: 'Aurora Ltd' })).status).toBe(409);
    expect(errors(await house.patch(entity, 1, { code: 'other' }))).toEqual(['/code unknown_property']);
  });

  it('are renamed, retired and brought back, each a version with an entry; what is so already is none', async () => {
    const entity = await house.add('legal_entity');
    const named = expectStatus(200, await house.patch(entity, 1, { name: 'Amends Home Ltd' }));
    expect(named).toMatchObject({ name: 'Amends Home Ltd', version: 2 });
    expect(expectStatus(200, await house.patch(entity, 2, { name: 'Amends Home Ltd' })).version).toBe(2);
    expect((await house.patch(entity, 1, { retired: true })).status).toBe(412);
    const retired = await house.retire(named);
    expect(await house.retire(retired, false)).toMatchObject({ retired: false, version: 4 });
    const changes = (await entriesAbout(entity.id)).map(({ data }) => data.changed);
    expect(changes).toEqual([undefined, ['name'], ['retired'], ['retired']]);
  });

  it('are written by administrators and read by the house', async () => {
    const entity = await house.add('legal_entity');
    expect((await house.patch(entity, 1, { name: 'Mine' }, 'sam')).status).toBe(403);
    expect((await house.ask({ kind: 'legal_entity', code: 'mine', name: 'Mine' }, 'sam')).status).toBe(403);
    for (const name of ['anna', 'otto'] as const) {
      expect((await app.as(name).get(`/v1/organisation-units/${entity.id}`)).status).toBe(200);
    }
    expect((await app.anonymous.get(`/v1/organisation-units/${entity.id}`)).status).toBe(401);
  });
});

async function entriesAbout(id: string) {
  await app.settle();
  const path = '/v1/audit/entries?limit=100';
  const types = ['organisation_unit.created', 'organisation_unit.updated'];
  const all: { type: string; data: { changed?: string[] }; subject: { id: string } }[] = [];
  for (const type of types) {
    const answer = await app.as('otto').get<List<(typeof all)[number]>>(`${path}&type=${type}`);
    all.push(...expectStatus(200, answer).items);
  }
  return all.filter(({ subject }) => subject.id === id).map(({ type, data }) => ({ type, data }));
}
