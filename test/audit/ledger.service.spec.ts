import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { system } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/identifiers.js';
import { notFound, Refusal } from '../../src/kernel/refusal.js';
import { ANNA, callBy, escalate, useTestLog } from './test-log.js';

const house = useTestLog();

interface Stored {
  seq: number;
  at: Date;
  bytes: Buffer;
  complaintVersion: number;
}

function entriesOf(complaintId: string): Promise<Stored[]> {
  return house.log.database.read(
    'SELECT e.seq, e.at, e.bytes, e.complaint_version FROM entries e WHERE e.complaint_id = $1 ORDER BY e.seq',
    [complaintId],
  );
}

function versionOf(complaintId: string): Promise<number> {
  return house.log.value('SELECT c.version AS value FROM complaints c WHERE c.id = $1', [complaintId]);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}

describe('a write', () => {
  it('leaves its change and its entry', async () => {
    const id = await house.log.complaint();
    const written = await house.log.escalate(id, callBy(ANNA));
    expect(written).toMatchObject({ id, replayed: false });
    const [entry] = await entriesOf(id);
    const read = JSON.parse(String(entry?.bytes)) as object;
    expect(read).toMatchObject({ type: 'complaint.escalated', complaintVersion: 2, actor: { id: ANNA.id } });
    expect(await versionOf(id)).toBe(2);
  });

  it('that throws leaves nothing', async () => {
    const { log } = house;
    const id = await log.complaint();
    const tables = ['entries', 'entry_values', 'unsealed_entries', 'entry_positions', 'idempotency_keys'];
    const before = await Promise.all(tables.map((table) => log.count(table)));
    const write = log.ledger.write(callBy(), 'escalate', [{ type: 'complaint', id }], async (c) => {
      await escalate(c, id);
      throw notFound();
    });
    expect(await codeOf(write)).toBe('not_found');
    expect(await Promise.all(tables.map((table) => log.count(table)))).toEqual(before);
    expect(await versionOf(id)).toBe(1);
  });

  it('whose connection breaks before the commit leaves nothing, and the next one goes through', async () => {
    const { log } = house;
    const id = await log.complaint();
    const owner = new pg.Client({ connectionString: house.url });
    await owner.connect();
    const write = log.ledger.write(callBy(), 'escalate', [{ type: 'complaint', id }], async (c) => {
      const written = await escalate(c, id);
      const [connection] = await c.tx.rows<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await owner.query('SELECT pg_terminate_backend($1, 5000)', [connection?.pid]);
      return written;
    });
    await expect(write).rejects.toThrow();
    await owner.end();
    expect([await versionOf(id), (await entriesOf(id)).length]).toEqual([1, 0]);
    await log.escalate(id);
    expect([await versionOf(id), (await entriesOf(id)).length]).toEqual([2, 1]);
  });

  it('that records nothing changes nothing', async () => {
    const { log } = house;
    const id = await log.complaint();
    const written = await log.ledger.write(callBy(), 'update', [{ type: 'complaint', id }], async (c) => {
      await c.tx.rows('UPDATE complaints SET level = 3, version = 9 WHERE id = $1', [id]);
      return { id };
    });
    expect(written.id).toBe(id);
    expect(await versionOf(id)).toBe(1);
  });

  it('refuses data that the catalogue does not know', async () => {
    const { log } = house;
    const id = await log.complaint();
    const data = { state: 'received', level: 1, reason: null, iban: 'HU42' };
    const write = log.ledger.write(callBy(), 'escalate', [{ type: 'complaint', id }], (c) => {
      c.record('complaint.escalated', { type: 'complaint', id }, data, { id, version: 2 });
      return Promise.resolve({ id });
    });
    await expect(write).rejects.toThrow('iban');
  });

  it('keeps the personal values beside the bytes', async () => {
    const { log } = house;
    const id = await log.complaint();
    await log.escalate(id, callBy(ANNA));
    const [entry] = await entriesOf(id);
    expect(String(entry?.bytes)).not.toMatch(/Anna|too long/);
    const values = await log.database.read(
      `SELECT v.pointer, v.value FROM entry_values v JOIN entries e ON e.id = v.entry_id
       WHERE e.complaint_id = $1 ORDER BY v.pointer`,
      [id],
    );
    expect(values).toEqual([
      { pointer: '/actor/name', value: 'Anna Berg' },
      { pointer: '/data/reason', value: 'it takes too long' },
    ]);
  });

  it('takes several entries, numbered in the order in which they were recorded', async () => {
    const { log } = house;
    const id = await log.complaint();
    await log.ledger.write(callBy(), 'escalate', [{ type: 'complaint', id }], async (c) => {
      for (let step = 0; step < 5; step++) await escalate(c, id);
      c.record('user.enabled', { type: 'user', id: newId() }, {}, undefined, system('test'));
      return { id };
    });
    const seqs = (await entriesOf(id)).map((entry) => entry.seq);
    expect(seqs).toHaveLength(5);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });

  it('is never older than the last entry of its complaint', async () => {
    const { log } = house;
    const id = await log.complaint();
    log.clock.advance(60_000);
    await log.escalate(id);
    log.clock.advance(-60_000);
    await log.escalate(id);
    const [first, second] = await entriesOf(id);
    expect(second?.at).toEqual(first?.at);
  });
});

describe('the subjects of a write', () => {
  it('that are missing refuse it', async () => {
    const { log } = house;
    expect(await codeOf(log.escalate(newId()))).toBe('not_found');
    const missing = new Refusal('validation_failed', 'no such complaint');
    expect(await codeOf(log.escalate(newId(), callBy(), { missing }))).toBe('validation_failed');
  });

  it('that are parts of another complaint are missing', async () => {
    const { log } = house;
    const [mine, other] = [await log.complaint(), await log.complaint()];
    const fact = newId();
    await log.database.read(
      `INSERT INTO facts (id, complaint_id, statement, source, standing, created_at, updated_at)
       VALUES ($1, $2, 'It broke.', 'customer', 'claimed', now(), now())`,
      [fact, mine],
    );
    const settle = (complaintId: string) =>
      log.ledger.write(callBy(), 'settle', [{ type: 'fact', id: fact, complaintId }], () =>
        Promise.resolve({ id: fact }),
      );
    expect(await codeOf(settle(other))).toBe('not_found');
    expect(await codeOf(settle(mine))).toBe('done');
  });

  it('are compared with If-Match, after they were found and before the change', async () => {
    const { log } = house;
    const id = await log.complaint();
    const stale = callBy(ANNA, { ifMatch: '"7"' });
    expect(await codeOf(log.escalate(id, stale))).toBe('done');
    expect(await codeOf(log.escalate(id, stale, { versioned: true }))).toBe('version_mismatch');
    expect(await codeOf(log.escalate(newId(), stale, { versioned: true }))).toBe('not_found');
    expect(await codeOf(log.escalate(id, callBy(ANNA, { ifMatch: '"2"' }), { versioned: true }))).toBe(
      'done',
    );
    await expect(log.escalate(id, stale, { versioned: true })).rejects.toMatchObject({
      members: { currentVersion: 3 },
    });
  });
});
