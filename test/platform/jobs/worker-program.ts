import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { Runner } from './errands.js';
import { TestJobs } from './test-jobs.js';

/** A process that takes an errand, says so, and never ends it. */
const runner = new Runner(async () => {
  process.stdout.write('begun');
  await pause(600_000);
});
await TestJobs.open(process.argv[2] ?? '', runner, 'worker');
