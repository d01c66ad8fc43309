import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { checkLog } from '../../../src/audit/verification/verification.js';
import { Worker } from '../../../src/platform/worker.js';
import { eventually } from '../../support/eventually.js';
import { callBy, escalate, TestLog, useTestLog } from '../test-log.js';

const house = useTestLog();

/** Seconds that the writers write for: `SEALER_SECONDS=30 npm test -- test/audit/following`. */
const SECONDS = Number(process.env.SEALER_SECONDS ?? 2);
const WRITERS = 8;
const chance = (share: number) => Math.random() < share;

/** Writes on a complaint of many: some are given up at the end, some hold their transaction open for long. */
async function write(log: TestLog, complaints: string[]): Promise<boolean> {
  const id = complaints[Math.floor(Math.random() * complaints.length)] ?? '';
  const givenUp = chance(0.2);
  try {
    await log.ledger.write(callBy(), 'escalate', [{ type: 'complaint', id }], async (c) => {
      for (let entries = chance(0.3) ? 3 : 1; entries > 0; entries--) await escalate(c, id);
      if (chance(0.2)) await pause(Math.random() * 50);
      if (givenUp) throw new Error('given up');
      return { id };
    });
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
  position: number;
  entryId: string;
  complaintId: string;
  seq: number;
}

function readAfter(position: number): Promise<Seen[]> {
  return house.log.database.read(
    `SELECT p.position, p.entry_id, e.complaint_id, e.seq FROM entry_positions p JOIN entries e ON e.id = p.entry_id
     WHERE p.position > $1 ORDER BY p.position LIMIT 50`,
    [position],
  );
}

/** Breaks where positions are given by `seq`, or before the commit. */
it(`a reader by position sees each committed entry once, in order, without a gap (${SECONDS} s)`, async () => {
  const { log } = house;
  const logs = [log, await another(), await another()];
  const complaints = await Promise.all(Array.from({ length: 12 }, () => log.complaint()));
  for (const process of logs) await process.work();
  const end = performance.now() + SECONDS * 1000;
  let givenUp = 0;
  const writers = Array.from({ length: WRITERS }, async (_, index) => {
    const mine = logs[index % logs.length] ?? log;
    while (performance.now() < end) if (!(await write(mine, complaints))) givenUp += 1;
  });
  const state = { done: false };
  const seen: Seen[] = [];
  const reader = async () => {
    for (let last = false; ; last = state.done) {
      const page = await readAfter(seen.at(-1)?.position ?? 0);
      seen.push(...page);
      if (last && page.length === 0) return;
    }
  };
  const settled = Promise.all(writers)
    .then(() => log.subscriptions.settled())
    .finally(() => (state.done = true));
  await Promise.all([settled, reader()]);

  expect(givenUp).toBeGreaterThan(0);
  expect(seen).toHaveLength(await log.count('entries'));
  expect(seen.map((entry) => entry.position)).toEqual(seen.map((_, index) => index + 1));
  expect(new Set(seen.map((entry) => entry.entryId)).size).toBe(seen.length);
  for (const id of complaints) {
    const seqs = seen.filter((entry) => entry.complaintId === id).map((entry) => entry.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  }
  expect(await checkLog(log.database)).toEqual([]);
}, 120_000);

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
  await pause(50);
  await worker.stop();
  const stoppedAt = turns;
  expect(stoppedAt).toBeGreaterThan(2);
  worker.wake();
  await pause(20);
  expect(turns).toBe(stoppedAt);
});
