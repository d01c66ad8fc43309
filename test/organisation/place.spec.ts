import { describe, expect, it } from '@jest/globals';
import { NOWHERE, type Place, placed } from '../../src/organisation/place.js';

/** Two legal entities, a brand of each, and three branches: of a brand, of the second, and of no brand. */
const UNITS = [
  { id: 'e1', kind: 'legal_entity', legalEntityId: null, brandId: null, choosable: true },
  { id: 'e2', kind: 'legal_entity', legalEntityId: null, brandId: null, choosable: true },
  { id: 'b1', kind: 'brand', legalEntityId: 'e1', brandId: null, choosable: true },
  { id: 'b2', kind: 'brand', legalEntityId: 'e2', brandId: null, choosable: true },
  { id: 's1', kind: 'branch', legalEntityId: 'e1', brandId: 'b1', choosable: true },
  { id: 's2', kind: 'branch', legalEntityId: 'e2', brandId: 'b2', choosable: true },
  { id: 'all', kind: 'branch', legalEntityId: 'e1', brandId: null, choosable: true },
  { id: 'old', kind: 'brand', legalEntityId: 'e1', brandId: null, choosable: false },
];

const query = <T>(_: string, [ids]: unknown[]): Promise<T[]> =>
  Promise.resolve(UNITS.filter(({ id }) => (ids as string[]).includes(id)) as T[]);

async function outcome(given: Partial<Place>, now: Partial<Place> = {}): Promise<string> {
  const { place, errors } = await placed(query, { ...NOWHERE, ...now }, given);
  if (errors.length > 0) return errors.map(({ pointer = '', code }) => `${pointer} ${code}`).join();
  return [place.legalEntityId, place.brandId, place.branchId].map((id) => id ?? '-').join(' ');
}

const AT_S1 = { legalEntityId: 'e1', brandId: 'b1', branchId: 's1' };

describe('where something belongs', () => {
  it('follows from the lowest that is named', async () => {
    expect(await outcome({})).toBe('- - -');
    expect(await outcome({ legalEntityId: 'e1' })).toBe('e1 - -');
    expect(await outcome({ brandId: 'b1' })).toBe('e1 b1 -');
    expect(await outcome({ branchId: 's1' })).toBe('e1 b1 s1');
    expect(await outcome({ branchId: 'all' })).toBe('e1 - all');
    expect(await outcome({ branchId: 'all', brandId: 'b1' })).toBe('e1 b1 all');
    expect(await outcome(AT_S1)).toBe('e1 b1 s1');
  });

  it('is never contradicted by what else is named', async () => {
    expect(await outcome({ brandId: 'b1', legalEntityId: 'e2' })).toBe('/legalEntityId not_applicable');
    expect(await outcome({ ...AT_S1, brandId: 'b2' })).toBe('/brandId not_applicable');
    expect(await outcome({ branchId: 'all', brandId: 'b2' })).toBe('/brandId not_applicable');
    expect(await outcome({ branchId: 's1', brandId: 'b2', legalEntityId: 'e2' })).toBe(
      '/brandId not_applicable,/legalEntityId not_applicable',
    );
  });

  it('changes with what is named; what is not named gives way', async () => {
    expect(await outcome({ branchId: 's2' }, AT_S1)).toBe('e2 b2 s2');
    expect(await outcome({ branchId: null }, AT_S1)).toBe('e1 b1 -');
    expect(await outcome({ branchId: 'all' }, AT_S1)).toBe('e1 b1 all');
    expect(await outcome({ branchId: 'all' }, { legalEntityId: 'e2', brandId: 'b2' })).toBe('e1 - all');
    expect(await outcome({ branchId: null, brandId: 'b2' }, AT_S1)).toBe('e2 b2 -');
    expect(await outcome({ branchId: null, brandId: null, legalEntityId: null }, AT_S1)).toBe('- - -');
  });

  it('is not changed against what stands below and is kept', async () => {
    expect(await outcome({ brandId: 'b2' }, AT_S1)).toBe('/brandId not_applicable');
    expect(await outcome({ brandId: null }, AT_S1)).toBe('/brandId not_applicable');
    expect(await outcome({ legalEntityId: 'e2' }, AT_S1)).toBe('/legalEntityId not_applicable');
    expect(await outcome({ legalEntityId: null }, { legalEntityId: 'e1', brandId: 'b1' })).toBe(
      '/legalEntityId not_applicable',
    );
  });

  it('is only what is there, of its kind, and not retired unless it is so already', async () => {
    expect(await outcome({ brandId: 'e1', branchId: 'nothing' })).toBe(
      '/brandId not_found,/branchId not_found',
    );
    expect(await outcome({ brandId: 'old' })).toBe('/brandId not_applicable');
    expect(await outcome({ brandId: 'old' }, { legalEntityId: 'e1', brandId: 'old' })).toBe('e1 old -');
  });
});
