import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { chaos } from './chaos.js';
import { House } from './house.js';
import { logChaos } from './log/log-chaos.js';
import { percentile } from './verdict.js';

const house = new House();

beforeAll(() => house.open(), 60_000);
afterAll(() => house.end());

/** `npm run chaos` does the same with five thousand promises, for two minutes, with kill after kill. */
it('every promise is broken once, at its time, though a worker and the database are killed', async () => {
  const outcome = await chaos(house, {
    promises: 100,
    seconds: 10,
    workers: 2,
    killings: { workers: [3000], database: [5000], api: [] },
    say: () => undefined,
  });
  expect(outcome.faults).toEqual([]);
  expect(outcome.lateness).toHaveLength(100);
  expect(outcome.outages.length).toBeGreaterThan(0);
  expect(house.workers.map(({ starts }) => starts).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(2);
  expect(percentile(outcome.latenessOutside, 50)).toBeLessThan(1500);
}, 60_000);

/** `npm run chaos -- log` does the same for a minute. Slow commits begin here, so nothing else follows. */
it('a reader of the feed sees what was acknowledged, once, though API, sealer and database are killed', async () => {
  const outcome = await logChaos(house, {
    writers: 8,
    seconds: 6,
    workers: 0,
    killings: { workers: [1500], api: [2500], database: [4000] },
    say: () => undefined,
  });
  expect(outcome.faults).toEqual([]);
  expect(outcome.failures).toBeGreaterThan(0);
  expect(outcome.acknowledged).toBeGreaterThan(10);
}, 60_000);
