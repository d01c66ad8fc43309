import { describe, expect, it } from '@jest/globals';
import { PunctualitySubscription } from '../../../src/insights/punctuality/punctuality.subscription.js';
import { newId } from '../../../src/kernel/identifiers.js';
import { usePunctualLog } from './punctual-log.js';

const punctual = usePunctualLog();

const rows = (split: string, tier: string) =>
  punctual.log.value<number>(
    `SELECT count(*) AS value FROM punctuality_counts n WHERE n.split = $1 AND n.tier = $2`,
    [split, tier],
  );

describe('what is counted', () => {
  it.each([
    ['2026-12-31T23:59:59.999Z', '2026-W53'],
    ['2027-01-01T00:00:00.000Z', '2026-W53'],
    ['2027-01-04T00:00:00.000Z', '2027-W01'],
    ['2024-12-30T00:00:00.000Z', '2025-W01'],
  ])('stands in the week that it was due in: %s in %s', async (dueAt, week) => {
    const tier = `due ${dueAt}`;
    await punctual.kept({ dueAt, tier });
    expect(await punctual.shares({ by: 'week', tier })).toEqual([`${week} 1/1`]);
  });

  it('is looked for by whole weeks, across the turn of a year', async () => {
    const tier = 'turn';
    for (const day of ['2026-12-27', '2026-12-31', '2027-01-01', '2027-01-04'])
      await punctual.kept({ dueAt: `${day}T12:00:00.000Z`, tier });
    const weeks = (days: { from?: string; to?: string }) => punctual.shares({ by: 'week', tier, ...days });
    expect(await weeks({})).toEqual(['2026-W52 1/1', '2026-W53 2/2', '2027-W01 1/1']);
    expect(await weeks({ from: '2027-01-03' })).toEqual(['2026-W53 2/2', '2027-W01 1/1']);
    expect(await weeks({ to: '2026-12-28' })).toEqual(['2026-W52 1/1', '2026-W53 2/2']);
    expect(await weeks({ from: '2027-01-02', to: '2026-12-29' })).toEqual(['2026-W53 2/2']);
  });

  it('belongs to whom it belonged to when it was first settled', async () => {
    const [anna, ben] = [newId(), newId()];
    const id = await punctual.broken({ ownerId: anna, tier: 'first' });
    await punctual.kept({ ownerId: ben, tier: 'first' }, { id, late: true });
    expect(await punctual.shares({ by: 'owner', tier: 'first' })).toEqual([`${anna} 0/1`]);
  });

  it('is told apart by everything that can be asked for, each alone and all together', async () => {
    const [ownerId, categoryId] = [newId(), newId()];
    await punctual.kept({ ownerId, categoryId, tier: 'silver', legal: true });
    await punctual.broken({ ownerId, categoryId: null, tier: 'silver' });
    await punctual.moved({ ownerId, categoryId, tier: 'bronze', kind: 'update' });
    expect(await punctual.shares({ by: 'tier', ownerId })).toEqual(['bronze 0/0 1', 'silver 1/2']);
    expect(await punctual.shares({ by: 'kind', categoryId })).toEqual(['resolve 1/1', 'update 0/0 1']);
    expect(await punctual.shares({ by: 'category', ownerId })).toEqual([`${categoryId} 1/1 1`, '- 0/1']);
    expect(await punctual.shares({ by: 'kind', ownerId, legal: true })).toEqual(['resolve 1/1']);
    expect(await punctual.shares({ by: 'owner', tier: 'silver', kind: ['update'] })).toEqual([]);
    const all = { ownerId, categoryId, tier: 'silver', legal: true, from: '2026-11-25', to: '2026-11-25' };
    expect(await punctual.shares({ by: 'week', ...all, kind: ['resolve'] })).toEqual(['2026-W48 1/1']);
  });

  it('has no owner where there was none', async () => {
    await punctual.kept({ tier: 'nobody' });
    await punctual.kept({ tier: 'nobody', ownerId: newId() });
    expect(await punctual.shares({ by: 'owner', tier: 'nobody', ownerId: 'none' })).toEqual(['- 1/1']);
    expect((await punctual.shares({ by: 'owner', tier: 'nobody' })).at(-1)).toBe('- 1/1');
    expect(await punctual.shares({ by: 'team', tier: 'nobody' })).toEqual(['- 2/2']);
  });
});

describe('an owner of two teams', () => {
  it('counts in both, once in everything else, and as it was at that time', async () => {
    const [owner, other, tier] = [newId(), newId(), 'teams'];
    const beds = await punctual.team([owner, other]);
    const tables = await punctual.team([owner]);
    await punctual.kept({ ownerId: owner, tier });
    await punctual.broken({ ownerId: other, tier });
    await punctual.team([], tables);
    await punctual.kept({ ownerId: owner, tier });
    const byTeam = [`${beds} 2/3`, `${tables} 1/1`].sort();
    expect(await punctual.shares({ by: 'team', tier })).toEqual(byTeam);
    expect(await punctual.shares({ by: 'tier', tier })).toEqual(['teams 2/3']);
    expect(await punctual.shares({ by: 'team', tier, teamId: tables })).toEqual([`${tables} 1/1`]);
    expect(await punctual.shares({ by: 'owner', tier, teamId: tables })).toEqual([`${owner} 1/1`]);
    expect(await punctual.shares({ by: 'tier', teamId: beds })).toEqual(['teams 2/3']);
  });
});

describe('an entry that comes again', () => {
  it('changes nothing, also when everything since then comes again', async () => {
    const id = await punctual.broken({ tier: 'again' });
    await punctual.kept({ tier: 'again' }, { id, late: true });
    await punctual.kept({ tier: 'again' }, { id });
    await punctual.moved({ tier: 'again' });
    await punctual.team([newId()]);
    const entries = await punctual.entries();
    const before = await punctual.numbers();
    for (const entry of [...entries, ...entries]) await punctual.counter.count(entry);
    expect(await punctual.numbers()).toEqual(before);
    expect(await punctual.shares({ by: 'tier', tier: 'again' })).toEqual(['again 1/1 1']);
  });

  // Breaks without FOR UPDATE in `FORMER` of the subscriber, and without the primary key of the promises.
  it('counts once where two workers have it at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => punctual.broken({ tier: 'race' })));
    for (const id of ids) await punctual.kept({ tier: 'race' }, { id, late: true });
    const entries = await punctual.entries();
    const before = await punctual.numbers();
    await punctual.forget(3);
    expect(await punctual.numbers()).toEqual([]);
    const other = new PunctualitySubscription(punctual.log.database);
    for (const entry of entries) {
      const ends = await Promise.allSettled([punctual.counter.count(entry), other.count(entry)]);
      expect(ends.map(({ status }) => status)).toContain('fulfilled');
    }
    expect(await punctual.numbers()).toEqual(before);
  });
});

describe('the numbers', () => {
  it('take as many rows for a thing as for many of its kind', async () => {
    const [one, other] = [newId(), newId()];
    for (let round = 0; round < 20; round++) {
      await punctual.kept({ tier: 'many', ownerId: one });
      await punctual.broken({ tier: 'many', ownerId: other });
    }
    expect(await punctual.shares({ by: 'tier', tier: 'many' })).toEqual(['many 20/40']);
    expect(await rows('tier', 'many')).toBe(1);
    expect(await rows('owner tier', 'many')).toBe(2);
    expect(await rows('owner tier category', 'many')).toBe(2);
  });

  it('are the same when they are counted anew as the page of this floor says', async () => {
    const owner = newId();
    const team = await punctual.team([owner]);
    await punctual.kept({ ownerId: owner, tier: 'anew' });
    await punctual.team([], team);
    await punctual.moved({}, { id: await punctual.broken({ tier: 'anew' }), broken: true });
    const board = await punctual.board({ by: 'team' });
    expect(board.items.map(({ key }) => key)).toContain(team);
    const before = await punctual.numbers();
    await punctual.log.database.read('UPDATE punctuality_counts SET kept = kept + 5');
    await punctual.forget();
    expect(await punctual.board({ by: 'team' })).toEqual(board);
    expect(await punctual.numbers()).toEqual(before);
  });

  it('add up to the promises', async () => {
    await punctual.board({ by: 'kind' });
    const promises = await punctual.log.count('punctuality_promises');
    const sums = await punctual.log.database.read<{ split: string; all: number }>(
      'SELECT n.split, sum(n.kept + n.kept_late + n.broken + n.moved) AS all FROM punctuality_counts n GROUP BY 1',
    );
    expect(sums).toHaveLength(8);
    expect(new Set(sums.map(({ all }) => all))).toEqual(new Set([promises]));
  });
});
