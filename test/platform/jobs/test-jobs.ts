import { Logger } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import { Clock } from '../../../src/kernel/clock.js';
import { Config, type RunRole } from '../../../src/platform/config.js';
import { APP_ROLE } from '../../../src/platform/database/connection.js';
import { createDataSource } from '../../../src/platform/database/data-source.js';
import { Database } from '../../../src/platform/database/database.js';
import { Jobs } from '../../../src/platform/jobs/jobs.js';
import { ERRAND } from './errands.js';

// What fails here fails on purpose, and need not be told.
Logger.overrideLogger(false);

/** Not started yet. */
export function jobsOf(
  database: Database,
  doers: object[],
  role: RunRole = 'all',
  clock = new Clock(),
): Jobs {
  const discovery = { getProviders: () => doers.map((instance) => ({ instance })) };
  const config = Object.assign(new Config(), { role });
  return new Jobs(discovery as unknown as DiscoveryService, database, clock, config);
}

/** The jobs on a database, as one process of the program has them. */
export class TestJobs {
  readonly clock = new Clock();
  readonly jobs: Jobs;

  private constructor(
    readonly database: Database,
    doers: object[],
    role: RunRole,
  ) {
    this.jobs = jobsOf(database, doers, role, this.clock);
  }

  /** As it is after a start of the program. */
  static async open(url: string, doer: object, role: RunRole = 'all'): Promise<TestJobs> {
    const source = await createDataSource(url, APP_ROLE, []).initialize();
    const opened = new TestJobs(new Database(source), [doer], role);
    await opened.jobs.onModuleInit();
    await opened.jobs.onApplicationBootstrap();
    return opened;
  }

  /** In a transaction of its own. */
  async enqueue(what: string, options: { key?: string; startAfter?: Date } = {}): Promise<void> {
    await this.database.transaction((tx) => this.jobs.enqueue(tx, ERRAND, { what }, options));
  }

  async close(): Promise<void> {
    await this.jobs.beforeApplicationShutdown();
    await this.database.onApplicationShutdown();
  }
}
