import { expect, it } from '@jest/globals';
import { compareRows, type Difference } from '../../../src/complaints/replay/compare-rows.js';
import { ComparisonJob } from '../../../src/complaints/replay/comparison.job.js';
import { newId } from '../../../src/kernel/identifiers.js';
import type { Database } from '../../../src/platform/database/database.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List, LogEntry } from '../../support/resources.js';
import { attempt } from '../steps.js';

const app = useTestApp();

async function found(database: Pick<Database, 'read'> = app.database): Promise<Difference[]> {
  const all: Difference[] = [];
  const made = await compareRows(database, (difference) => all.push(difference));
  expect(made.differences).toBe(all.length);
  return all;
}

/** Alters rows behind the back of the door, looks, and puts them back. */
async function altered(
  change: string,
  back: string,
  params: unknown[],
  look: () => Promise<void>,
): Promise<void> {
  await app.settle();
  await app.database.read(change, params);
  try {
    await look();
  } finally {
    await app.database.read(back, params);
  }
  expect(await found()).toEqual([]);
}

it('state, owner and level altered by hand are found, with the entry that says otherwise', async () => {
  const made = await app.make.complaint('in_progress');
  await app.make.complaint('resolved');
  expect(await found()).toEqual([]);
  const [before] = await app.database.read<{ ownerId: string }>(
    'SELECT owner_id FROM complaints WHERE id = $1',
    [made.id],
  );
  const change = `UPDATE complaints SET state = 'closed', owner_id = NULL, level = 3 WHERE id = $1`;
  const owner = before?.ownerId ?? '';
  const back = `UPDATE complaints SET state = 'in_progress', owner_id = '${owner}', level = 0 WHERE id = $1`;
  await altered(change, back, [made.id], async () => {
    const [entry] = await app.database.read<{ position: number }>(
      `SELECT p.position FROM entries e JOIN entry_positions p ON p.entry_id = e.id
       WHERE e.complaint_id = $1 AND e.type = 'complaint.owner_assigned'`,
      [made.id],
    );
    const about = { complaintId: made.id, promiseId: null, position: entry?.position };
    expect(await found()).toEqual([
      { ...about, field: 'state', logSays: 'in_progress', rowSays: 'closed' },
      { ...about, field: 'level', logSays: '0', rowSays: '3', position: null },
      { ...about, field: 'ownerId', logSays: before?.ownerId, rowSays: null },
    ]);
  });
});

it('a promise altered by hand is found, and so is one that is only in the rows or only in the log', async () => {
  const made = await app.make.complaint('acknowledged');
  const [promise] = await app.database.read<{ id: string; dueAt: Date }>(
    `SELECT r.id, r.due_at FROM promises r WHERE r.complaint_id = $1 AND r.kind = 'update'`,
    [made.id],
  );
  if (!promise) throw new Error('nothing was promised');
  const dueAt = promise.dueAt.toISOString();
  const about = { complaintId: made.id, promiseId: promise.id };
  const change = `UPDATE promises SET due_at = due_at + interval '1 day', state = 'kept', kept_at = due_at
    WHERE id = $1`;
  const back = `UPDATE promises SET due_at = due_at - interval '1 day', state = 'open', kept_at = NULL WHERE id = $1`;
  await altered(change, back, [promise.id], async () => {
    const later = new Date(promise.dueAt.getTime() + 86_400_000).toISOString();
    expect(await found()).toMatchObject([
      { ...about, field: 'state', logSays: 'open', rowSays: 'kept' },
      { ...about, field: 'dueAt', logSays: dueAt, rowSays: later },
    ]);
  });
  const stray = newId();
  const copy = `INSERT INTO promises
    SELECT (jsonb_populate_record(p, jsonb_build_object('id', $1::uuid, 'state', 'kept'))).*
    FROM promises p WHERE p.id = '${promise.id}'`;
  await altered(copy, 'DELETE FROM promises WHERE id = $1', [stray], async () => {
    expect(await found()).toEqual([
      { ...about, promiseId: stray, field: 'row', logSays: null, rowSays: 'there', position: null },
    ]);
  });
  const other = await app.make.complaint();
  const move = `UPDATE promises SET complaint_id = '${other.id}' WHERE id = $1`;
  await altered(
    move,
    `UPDATE promises SET complaint_id = '${made.id}' WHERE id = $1`,
    [promise.id],
    async () => {
      expect(await found()).toEqual([
        { ...about, field: 'row', logSays: 'there', rowSays: null, position: expect.any(Number) },
        { ...about, complaintId: other.id, field: 'row', logSays: null, rowSays: 'there', position: null },
      ]);
    },
  );
});

it('a broken promise that a merge took along, twice, is where the log says', async () => {
  const received = () => app.make.complaint('acknowledged');
  const [first, second, third] = [await received(), await received(), await received()];
  await app.passTime({ days: 6 });
  const merge = async (from: { id: string }, into: { id: string }) => {
    const body = { intoId: into.id, reason: 'The same bed.', confirmedSamePerson: true };
    expectStatus(200, await app.as('sam').post(`/v1/complaints/${from.id}/actions/merge`, body));
  };
  await merge(first, second);
  await merge(second, third);
  expectStatus(200, await attempt(app, first, 'reopen', 'sam'));
  const carried = await app.database.read<{ ids: string[] }>(
    `SELECT r.carried_from_ids AS ids FROM promises r
     WHERE r.complaint_id = $1 AND cardinality(r.carried_from_ids) > 0`,
    [third.id],
  );
  expect(carried.map(({ ids }) => ids)).toContainEqual([first.id, second.id]);
  expect(await found()).toEqual([]);
});

/** Breaks where rows and entries are read by two statements. */
it('what is committed while it compares is no difference', async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => app.make.complaint()));
  const state = { done: false };
  const work = async () => {
    for (const one of made) {
      for (const action of [
        'acknowledge',
        'escalate',
        'withdraw',
        'reopen',
        'ask-customer',
        'resume',
      ] as const)
        await attempt(app, one, action, 'sam');
    }
    state.done = true;
  };
  const working = work();
  let looks = 0;
  while (!state.done) {
    expect(await found()).toEqual([]);
    looks += 1;
  }
  await working;
  expect(looks).toBeGreaterThan(5);
});

it('is done once a day, and what it finds is an entry', async () => {
  const job = app.get(ComparisonJob);
  const entries = async (type: string) => {
    await app.settle();
    return expectStatus(200, await app.as('otto').get<List<LogEntry>>(`/v1/audit/entries?type=${type}`))
      .items;
  };
  await job.askIfDue();
  await job.askIfDue();
  const [clean, ...more] = await entries('log.compared');
  const [{ count } = { count: 0 }] = await app.database.read<{ count: number }>(
    'SELECT count(*)::int AS count FROM complaints',
  );
  expect([clean?.data, more]).toEqual([{ complaints: count }, []]);
  const made = await app.make.complaint();
  app.advance({ days: 1 });
  await altered(
    'UPDATE complaints SET level = 2 WHERE id = $1',
    'UPDATE complaints SET level = 0 WHERE id = $1',
    [made.id],
    async () => {
      await job.askIfDue();
      const [entry] = await entries('log.differences_found');
      expect(entry?.data).toMatchObject({
        differences: 1,
        named: [{ complaintId: made.id, field: 'level', logSays: '0', rowSays: '2' }],
      });
      const ready = await app.anonymous.get<{ conditions: { name: string }[] }>('/health/ready');
      expect(ready.body.conditions.map(({ name }) => name)).toContain('rows_differ');
    },
  );
  await job.askIfDue();
  expect(await entries('log.compared')).toHaveLength(1);
});
