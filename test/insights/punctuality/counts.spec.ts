import { describe, expect, it } from '@jest/globals';
import { countsOf, splitOf, type Whose } from '../../../src/insights/punctuality/counts.js';

const WHOSE: Whose = {
  ...{ week: '2026-W48', kind: 'resolve', legal: true, ownerId: 'anna', teamIds: ['beds', 'tables'] },
  ...{ tier: 'gold', categoryId: 'delivery' },
};
const ids = (whose: Whose) => new Map(countsOf(whose).map(({ split, id }) => [split, id]));

describe('the rows that a promise is counted in', () => {
  it('are one for every choice of what is told apart, with nothing else in it', () => {
    const rows = new Map(countsOf(WHOSE).map((row) => [row.split, row]));
    expect([...rows.keys()].sort()).toEqual(
      [
        '',
        'category',
        'owner',
        'owner category',
        'owner tier',
        'owner tier category',
        'tier',
        'tier category',
      ].sort(),
    );
    expect(rows.get('')).toMatchObject({ ownerId: null, teamIds: [], tier: null, categoryId: null });
    expect(rows.get('owner tier')).toMatchObject({ ...WHOSE, categoryId: null });
    expect(rows.get('category')).toMatchObject({
      ownerId: null,
      teamIds: [],
      tier: null,
      categoryId: 'delivery',
    });
    for (const row of rows.values())
      expect(row).toMatchObject({ week: '2026-W48', kind: 'resolve', legal: true });
  });

  it('are the same for the same promise, and others where one thing is another', () => {
    expect(ids({ ...WHOSE })).toEqual(ids(WHOSE));
    expect(new Set(ids(WHOSE).values()).size).toBe(8);
    const changes: Partial<Whose>[] = [{ week: '2026-W49' }, { kind: 'update' }, { legal: false }];
    for (const change of changes) {
      const changed = ids({ ...WHOSE, ...change });
      for (const [split, id] of ids(WHOSE)) expect(changed.get(split)).not.toBe(id);
    }
  });

  it('differ just where the thing that differs is told apart', () => {
    const differing = (change: Partial<Whose>) => {
      const changed = ids({ ...WHOSE, ...change });
      return [...ids(WHOSE)].filter(([split, id]) => changed.get(split) !== id).map(([split]) => split);
    };
    expect(differing({ tier: null }).every((split) => split.includes('tier'))).toBe(true);
    expect(differing({ tier: null })).toHaveLength(4);
    expect(differing({ teamIds: ['beds'] }).every((split) => split.includes('owner'))).toBe(true);
    expect(differing({ teamIds: ['beds'] })).toHaveLength(4);
    expect(differing({ categoryId: 'service' })).toHaveLength(4);
  });
});

it('a choice has one name, in whatever order it is made', () => {
  expect(splitOf(['category', 'owner', 'owner'])).toBe('owner category');
  expect(splitOf([])).toBe('');
});
