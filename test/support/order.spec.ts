import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { AccessRecords } from '../../src/audit/access-records/access-records.service.js';
import { On } from '../../src/audit/subscriptions.events.js';
import { Subscriptions } from '../../src/audit/following/subscriptions.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { TestLog } from '../audit/test-log.js';
import { Runner } from '../platform/jobs/errands.js';
import { TestJobs } from '../platform/jobs/test-jobs.js';
import { expectOrder, settle } from './order.js';
import { cloneDatabase, type TestDatabase } from './template-database.js';

let copy: TestDatabase;
let log: TestLog;
let work: TestJobs;

beforeEach(async () => {
  copy = await cloneDatabase();
});
afterEach(async () => {
  await work.close();
  await log.close();
  await copy.drop();
});

/** A program with one subscriber that asks for a job, and one method that does it. */
async function start(runner: Runner): Promise<INestApplicationContext> {
  class Follower {
    @On('complaint.escalated')
    async ask(): Promise<void> {
      await work.enqueue('milk');
    }
  }
  work = await TestJobs.open(copy.url, runner);
  log = await TestLog.open(copy.url, [new Follower()]);
  await log.work();
  const parts = new Map<unknown, unknown>([
    [AccessRecords, { flush: () => Promise.resolve() }],
    [Jobs, work.jobs],
    [Subscriptions, log.subscriptions],
    [Database, log.database],
  ]);
  return { get: (part: unknown) => parts.get(part) } as INestApplicationContext;
}

it('jobs and subscribers are waited for, whichever caused the other', async () => {
  let rounds = 0;
  const runner = new Runner(async () => {
    rounds += 1;
    if (rounds < 4) await log.escalate(id);
  });
  const nest = await start(runner);
  const id = await log.complaint();
  await log.escalate(id);
  await settle(nest);
  expect(runner.done).toHaveLength(4);
});

it('a job that failed is disorder', async () => {
  const nest = await start(new Runner(() => Promise.reject(new TypeError('sold out'))));
  await work.enqueue('milk');
  await expect(expectOrder(nest)).rejects.toThrow('errand failed 1 times: TypeError: sold out');
});
