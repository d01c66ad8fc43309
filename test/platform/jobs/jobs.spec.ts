import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../support/eventually.js';
import { cloneDatabase, type TestDatabase } from '../../support/template-database.js';
import { ERRAND, Runner } from './errands.js';
import { jobsOf, TestJobs } from './test-jobs.js';

let copy: TestDatabase;
let open: TestJobs[];

beforeEach(async () => {
  copy = await cloneDatabase();
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((process) => process.close()));
  await copy.drop();
});

async function start(runner: Runner): Promise<TestJobs> {
  const process = await TestJobs.open(copy.url, runner);
  open.push(process);
  return process;
}

/** As if the delay after each failure were over. */
async function untilDead({ database, jobs }: TestJobs): Promise<void> {
  await eventually(async () => {
    await database.read(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
    await jobs.settled();
    expect(await jobs.dead()).toHaveLength(1);
  }, 20_000);
}

describe('a job', () => {
  it('is done when its transaction is committed', async () => {
    const runner = new Runner();
    const { database, jobs } = await start(runner);
    await database.transaction(async (tx) => {
      await jobs.enqueue(tx, ERRAND, { what: 'milk' });
      await pause(1500);
      expect(runner.begun).toEqual([]);
    });
    await jobs.settled();
    expect(runner.done).toEqual(['milk']);
  });

  it('is begun without being asked for', async () => {
    const runner = new Runner();
    const process = await start(runner);
    await process.enqueue('milk');
    await eventually(() => expect(runner.done).toEqual(['milk']));
  });

  it('is not there when its transaction is rolled back', async () => {
    const runner = new Runner();
    const { database, jobs } = await start(runner);
    const work = database.transaction(async (tx) => {
      await jobs.enqueue(tx, ERRAND, { what: 'milk' });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    await jobs.settled();
    expect(await database.read('SELECT FROM pgboss.job')).toEqual([]);
    expect(runner.begun).toEqual([]);
  });

  it('that nobody does cannot be asked for', async () => {
    const { database, jobs } = await start(new Runner());
    const work = database.transaction((tx) => jobs.enqueue(tx, { name: 'nothing' }, {}));
    await expect(work).rejects.toThrow('no method does the job nothing');
  });

  it('is done by one method only', async () => {
    const { database } = await start(new Runner());
    const jobs = jobsOf(database, [new Runner(), new Runner()]);
    await expect(jobs.onModuleInit()).rejects.toThrow('two methods do the job errand');
  });

  it('waits for its time by the clock of the program', async () => {
    const runner = new Runner();
    const process = await start(runner);
    process.clock.advance(86_400_000);
    await process.enqueue('milk', { startAfter: new Date(process.clock.now().getTime() + 3_600_000) });
    await process.jobs.settled();
    expect(runner.begun).toEqual([]);
    process.clock.advance(3_600_000);
    await process.jobs.settled();
    expect(runner.done).toEqual(['milk']);
  });
});

describe('a job that fails', () => {
  it('is tried again, ten times, and is dead then, where it can be seen', async () => {
    const runner = new Runner(() => {
      throw Object.assign(new Error('duplicate key "anna@example.org"'), { code: '23505' });
    });
    const process = await start(runner);
    await process.enqueue('milk');
    await process.jobs.settled();
    expect(await process.jobs.failing()).toMatchObject([{ job: 'errand', attempts: 1 }]);
    await untilDead(process);
    expect(runner.begun).toHaveLength(10);
    const [dead] = await process.jobs.dead();
    expect(dead).toEqual({
      id: expect.any(String),
      job: 'errand',
      data: { what: 'milk' },
      attempts: 10,
      lastError: 'Error: 23505',
    });
    expect(await process.jobs.failing()).toEqual([]);
    const rows = await process.database.read('SELECT j::text FROM pgboss.job j');
    expect(JSON.stringify(rows)).not.toContain('anna');
  });

  it('waits longer before each attempt', async () => {
    const runner = new Runner(() => Promise.reject(new Error('closed')));
    const process = await start(runner);
    const { database, jobs } = process;
    await process.enqueue('milk');
    await jobs.settled();
    const wait = async () => {
      const [row] = await database.read<{ seconds: number }>(
        `SELECT extract(epoch FROM j.start_after - now())::float8 AS seconds FROM pgboss.job j WHERE j.state = 'retry'`,
      );
      return row?.seconds ?? 0;
    };
    expect(await wait()).toBeGreaterThan(3);
    expect(await wait()).toBeLessThanOrEqual(10);
    await database.read(`UPDATE pgboss.job SET start_after = now(), retry_count = 5 WHERE state = 'retry'`);
    await jobs.settled();
    expect(await wait()).toBeGreaterThan(5 * 2 ** 6 - 10);
  });

  it('does not hold up the others of its key', async () => {
    const runner = new Runner((what) => {
      if (what === 'milk') throw new Error('sold out');
    });
    const process = await start(runner);
    await process.enqueue('milk', { key: 'shop' });
    await process.enqueue('bread', { key: 'shop' });
    await process.jobs.settled();
    expect(runner.done).toEqual(['bread']);
  });
});

describe('a stop', () => {
  it('waits for the job that is running, and begins no other', async () => {
    const runner = new Runner(() => pause(500));
    const process = await start(runner);
    await process.enqueue('milk', { key: 'shop' });
    await process.enqueue('bread', { key: 'shop' });
    await eventually(() => expect(runner.begun).toEqual(['milk']));
    await process.jobs.beforeApplicationShutdown();
    expect(runner.done).toEqual(['milk']);
    await pause(100);
    expect(runner.begun).toEqual(['milk']);
  });
});
