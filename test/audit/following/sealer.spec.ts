import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import type { Entry } from '../../../src/audit/entries/entry.js';
import { Feed } from '../../../src/audit/feed/feed.service.js';
import { RecentEntries } from '../../../src/audit/feed/recent-entries.js';
import { checkLog } from '../../../src/audit/verification/verification.js';
import { Worker } from '../../../src/platform/worker.js';
import { eventually } from '../../support/eventually.js';
import { ANNA, callBy, escalate, TestLog, useTestLog } from '../test-log.js';

const house = useTestLog();

/** Seconds that the writers write for: `SEALER_SECONDS=30 npm test -- test/audit/following`. */
const SECONDS = Number(process.env.SEALER_SECONDS ?? 2);
const WRITERS = 8;
const AUDITOR = { ...ANNA, roles: ['auditor' as const] };
const chance = (share: number) => Math.random() < share;

/**
 * Writes on a complaint of many: some are given up at the end, some hold their transaction open for long.
 * @param commits gets, by complaint, when each of its entries was committed
 */
async function write(log: TestLog, commits: Map<string, number[]>): Promise<boolean> {
  const complaints = [...commits.keys()];
  const id = complaints[Math.floor(Math.random() * complaints.length)] ?? '';
  const givenUp = chance(0.2);
  const entries = chance(0.3) ? 3 : 1;
  try {
    await log.ledger.write(callBy(), 'escalate', [{ type: 'complaint', id }], async (c) => {
      for (let nth = 0; nth < entries; nth += 1) await escalate(c, id);
      if (chance(0.2)) await pause(Math.random() * 50);
      if (givenUp) throw new Error('given up');
      return { id };
    });
    commits.get(id)?.push(...Array.from({ length: entries }, () => performance.now()));
    return true;
  } catch (error) {
    if (!givenUp) throw error;
    return false;
  }
}

const others: TestLog[] = [];
afterEach(async () => {
  await Promise.all(others.splice(0).map((other) => other.close()));
});

async function another(): Promise<TestLog> {
  const log = await TestLog.open(house.url);
  others.push(log);
  return log;
}

interface Seen {
  entry: Entry;
  at: number;
}

/** Breaks where positions are given by `seq`, or before the commit. */
it(
  `a reader of the feed sees each committed entry once, in order, without a gap (${SECONDS} s)`,
  async () => {
    const { log } = house;
    const logs = [log, await another(), await another()];
    const complaints = await Promise.all(Array.from({ length: 12 }, () => log.complaint()));
    const commits = new Map(complaints.map((id) => [id, [] as number[]]));
    for (const process of logs) await process.work();
    const end = performance.now() + SECONDS * 1000;
    let givenUp = 0;
    const writers = Array.from({ length: WRITERS }, async (_, index) => {
      const mine = logs[index % logs.length] ?? log;
      while (performance.now() < end) if (!(await write(mine, commits))) givenUp += 1;
    });
    const state = { done: false };
    const seen: Seen[] = [];
    const feed = new Feed(log.database, new RecentEntries(log.database, log.signal));
    const reader = async () => {
      for (let last = false, after = 0; ; last = state.done) {
        const { entries, next } = await feed.readOn(AUDITOR, {}, after, 50);
        seen.push(...entries.map((entry) => ({ entry, at: performance.now() })));
        if (last && next === after) return;
        after = next;
      }
    };
    const settled = Promise.all(writers)
      .then(() => log.subscriptions.settled())
      .finally(() => (state.done = true));
    await Promise.all([settled, reader()]);

    expect(givenUp).toBeGreaterThan(0);
    expect(seen).toHaveLength(await log.count('entries'));
    expect(seen.map(({ entry }) => entry.position)).toEqual(seen.map((_, index) => index + 1));
    expect(new Set(seen.map(({ entry }) => entry.id)).size).toBe(seen.length);
    const lags: number[] = [];
    for (const [id, times] of commits) {
      const mine = seen.filter(({ entry }) => entry.complaintId === id);
      const versions = mine.map(({ entry }) => entry.complaintVersion ?? 0);
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
      expect(mine).toHaveLength(times.length);
      lags.push(...mine.map(({ at }, index) => at - (times[index] ?? NaN)));
    }
    tellLag(lags);
    expect(await checkLog(log.database)).toEqual([]);
  },
  60_000 + SECONDS * 2000,
);

/** From the commit until the reader had it. */
function tellLag(lags: number[]): void {
  if (!process.env.SEALER_SECONDS) return;
  const sorted = lags.sort((a, b) => a - b);
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) =>
    sorted[Math.ceil(sorted.length * share) - 1]?.toFixed(0),
  );
  process.stdout.write(
    `sealing lag of ${sorted.length} entries: p50 ${p50} ms, p99 ${p99} ms, max ${max} ms\n`,
  );
}

/** Breaks without TAKE_TURN in sealer.ts. The primary key of the positions is the net below it. */
it('a sealer leaves the work to the one that is at it', async () => {
  const log = await another();
  await log.database.transaction(async (tx) => {
    await tx.rows(`SELECT pg_advisory_xact_lock(hashtext('amends'), hashtext('sealer'))`);
    await log.escalate(await log.complaint());
    expect(await log.sealer.sealAll()).toBe(0);
    expect(await log.sealer.isAnythingWaiting()).toBe(true);
  });
  await eventually(async () => {
    await log.sealer.sealAll();
    expect(await log.sealer.isAnythingWaiting()).toBe(false);
  });
});

it('an entry is sealed within a second, also when another process wrote it', async () => {
  const writer = await another();
  await writer.escalate(await writer.complaint());
  const end = performance.now() + 1000;
  while ((await writer.count('unsealed_entries')) > 0 && performance.now() < end) await pause(5);
  expect(await writer.count('unsealed_entries')).toBe(0);
});

it('a worker goes on after a failure, and stops when it is told', async () => {
  let turns = 0;
  const logger = { error: () => undefined } as unknown as ConstructorParameters<typeof Worker>[2];
  const worker = new Worker(1, () => Promise.reject(new Error(`turn ${++turns}`)), logger);
  worker.start();
  await eventually(() => {
    expect(turns).toBeGreaterThan(2);
  });
  await worker.stop();
  const stoppedAt = turns;
  worker.wake();
  await pause(20);
  expect(turns).toBe(stoppedAt);
});
