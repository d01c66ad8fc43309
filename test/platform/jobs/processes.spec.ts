import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../../support/eventually.js';
import { Program } from '../../support/program.js';
import { cloneDatabase, type TestDatabase } from '../../support/template-database.js';
import { ERRAND, Runner } from './errands.js';
import { TestJobs } from './test-jobs.js';

let copy: TestDatabase;
let open: TestJobs[];

beforeEach(async () => {
  copy = await cloneDatabase();
  open = [];
});
afterEach(async () => {
  await Program.killAll();
  await Promise.all(open.map((process) => process.close()));
  await copy.drop();
});

async function start(runner: Runner, role: 'api' | 'worker' | 'all' = 'all'): Promise<TestJobs> {
  const process = await TestJobs.open(copy.url, runner, role);
  open.push(process);
  return process;
}

const WAITING_FOR_US = `
  SELECT FROM pg_locks l WHERE NOT l.granted AND l.transactionid = pg_current_xact_id()::xid`;

it('several processes do each job once', async () => {
  const runners = [new Runner(() => pause(5)), new Runner(() => pause(5))] as const;
  const [one, two] = [await start(runners[0]), await start(runners[1], 'worker')];
  const things = Array.from({ length: 40 }, (_, index) => String(index));
  await Promise.all(things.map((what) => one.enqueue(what)));
  await Promise.all([one.jobs.settled(), two.jobs.settled()]);
  expect([...runners[0].done, ...runners[1].done].sort()).toEqual([...things].sort());
  for (const runner of runners) expect(runner.done.length).toBeGreaterThan(0);
});

it('several processes do the jobs of a key one after the other, in order', async () => {
  const begun: string[] = [];
  let running = 0;
  const work = async (what: string) => {
    begun.push(what);
    expect((running += 1)).toBe(1);
    await pause(3);
    running -= 1;
  };
  const [one, two] = [await start(new Runner(work)), await start(new Runner(work))];
  const things = Array.from({ length: 20 }, (_, index) => String(index));
  for (const what of things) await one.enqueue(what, { key: 'shop' });
  await Promise.all([one.jobs.settled(), two.jobs.settled()]);
  expect(begun).toEqual(things);
  expect(await one.jobs.failing()).toEqual([]);
});

it('a process that looks while another takes the first job of a key does not begin the second', async () => {
  const api = await start(new Runner(), 'api');
  for (const what of ['first', 'second']) await api.enqueue(what, { key: 'shop' });
  const runner = new Runner();
  await api.database.transaction(async (tx) => {
    await tx.rows('SELECT FROM pgboss.job j ORDER BY j.created_on LIMIT 1 FOR UPDATE');
    await start(runner, 'worker');
    await eventually(async () => expect(await tx.rows(WAITING_FOR_US)).toHaveLength(1));
    expect(runner.begun).toEqual([]);
  });
  await eventually(() => expect(runner.done).toEqual(['first', 'second']));
});

it('jobs of a key begin in the order in which they were asked for, whichever transaction began first', async () => {
  const api = await start(new Runner(), 'api');
  await api.database.transaction(async (tx) => {
    await tx.rows('SELECT');
    await api.enqueue('first', { key: 'shop' });
    for (const what of ['second', 'third']) await api.jobs.enqueue(tx, ERRAND, { what }, { key: 'shop' });
  });
  const runner = new Runner();
  const worker = await start(runner, 'worker');
  await worker.jobs.settled();
  expect(runner.begun).toEqual(['first', 'second', 'third']);
});

it('a process of the API does no jobs', async () => {
  const [lazy, busy] = [new Runner(), new Runner()];
  const api = await start(lazy, 'api');
  await api.enqueue('milk');
  await api.jobs.settled();
  await pause(1500);
  expect(lazy.begun).toEqual([]);
  const worker = await start(busy, 'worker');
  await worker.jobs.settled();
  expect(busy.done).toEqual(['milk']);
});

it('the job of a process that was killed is done by another', async () => {
  const loader = ['node', '--import', './test/support/run-typescript.js'];
  const program = new Program({}, [...loader, 'test/platform/jobs/worker-program.ts', copy.url]);
  const api = await start(new Runner(), 'api');
  await api.enqueue('milk');
  await eventually(() => expect(program.output).toContain('begun'), 15_000);
  program.signal('SIGKILL');
  const runner = new Runner();
  await start(runner, 'worker');
  // As if the lease of 30 s, and later the delay before the second attempt, were over.
  await api.database.read(`UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '31 s'`);
  await eventually(async () => {
    await api.database.read(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
    expect(runner.done).toEqual(['milk']);
  }, 15_000);
});
