import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { newId } from '../../src/kernel/identifiers.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { ANNA, callBy, escalate, keyed, useTestLog } from './test-log.js';

const house = useTestLog();

/** How the calls ended, counted: `done`, `replayed`, or the code of the refusal. */
async function tally(calls: Promise<{ replayed: boolean }>[]): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const result of await Promise.allSettled(calls)) {
    const word = wordOf(result);
    counted[word] = (counted[word] ?? 0) + 1;
  }
  return counted;
}

function wordOf(result: PromiseSettledResult<{ replayed: boolean }>): string {
  if (result.status === 'fulfilled') return result.value.replayed ? 'replayed' : 'done';
  return result.reason instanceof Refusal ? result.reason.code : String(result.reason);
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** Breaks without `FOR NO KEY UPDATE` in subject-locks.ts. */
describe('writes at once on one complaint', () => {
  it('all count', async () => {
    const id = await house.log.complaint();
    expect(await tally(times(50, () => house.log.escalate(id)))).toEqual({ done: 50 });
    const versions = await house.log.database.read<{ version: number }>(
      'SELECT e.complaint_version AS version FROM entries e WHERE e.complaint_id = $1 ORDER BY e.seq',
      [id],
    );
    expect(versions.map((entry) => entry.version)).toEqual(times(50, (index) => index + 2));
  });

  it('of the same version let one through', async () => {
    const id = await house.log.complaint();
    const call = callBy(ANNA, { ifMatch: '"1"' });
    const counted = await tally(times(50, () => house.log.escalate(id, call, { versioned: true })));
    expect(counted).toEqual({ done: 1, version_mismatch: 49 });
  });

  it('go on in time, although the one before held the lock for long', async () => {
    const id = await house.log.complaint();
    const slow = house.log.ledger.write(callBy(), 'escalate', [{ type: 'complaint', id }], async (c) => {
      await pause(200);
      return escalate(c, id);
    });
    await pause(50);
    await Promise.all([slow, house.log.escalate(id)]);
    const entries = await house.log.database.read<{ at: Date }>(
      'SELECT e.at FROM entries e WHERE e.complaint_id = $1 ORDER BY e.seq',
      [id],
    );
    const [first, second] = entries.map((entry) => entry.at.getTime());
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(100);
  });
});

/** Breaks without the claim in idempotency.store.ts. */
describe('requests at once with one key', () => {
  it('have one effect', async () => {
    const id = await house.log.complaint();
    const slow = () =>
      house.log.ledger.write(
        keyed(ANNA, 'key-of-twenty-0001'),
        'escalate',
        [{ type: 'complaint', id }],
        async (c) => {
          await pause(100);
          return escalate(c, id);
        },
      );
    const counted = await tally(times(20, slow));
    expect(counted.done).toBe(1);
    expect((counted.replayed ?? 0) + (counted.idempotency_in_progress ?? 0)).toBe(19);
    expect(await tally([slow()])).toEqual({ replayed: 1 });
    const entries = await house.log.value(
      'SELECT count(*) AS value FROM entries e WHERE e.complaint_id = $1',
      [id],
    );
    expect(entries).toBe(1);
  });
});

/** Breaks without the retries in ledger.service.ts. */
describe('a deadlock', () => {
  it('is tried again, and both writes count', async () => {
    const { log } = house;
    const [one, other] = [await log.complaint(), await log.complaint()];
    let attempts = 0;
    const crossing = (first: string, second: string) =>
      log.ledger.write(callBy(), 'cross', [{ type: 'complaint', id: first }], async (c) => {
        attempts += 1;
        await pause(100);
        await c.tx.rows('UPDATE complaints SET level = 2 WHERE id = $1', [second]);
        return escalate(c, first);
      });
    expect(await tally([crossing(one, other), crossing(other, one)])).toEqual({ done: 2 });
    expect(attempts).toBe(3);
  });

  it('is given up after three more attempts', async () => {
    let attempts = 0;
    const write = house.log.ledger.write(callBy(), 'fail', [], async (c) => {
      attempts += 1;
      await c.tx.rows(`DO $$ BEGIN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END $$`);
      return { id: newId() };
    });
    await expect(write).rejects.toMatchObject({ code: '40P01' });
    expect(attempts).toBe(4);
  });
});
