import { type ConnectionOptions, PgBoss, type QueueOptions } from 'pg-boss';
import type { Database, Tx } from '../database/database.js';
import { DEAD, SCHEMA } from './job-schema.js';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** How often a job is begun at most; then it is dead. */
export const ATTEMPTS = 10;

/** Seconds that a job can wait for a worker that has nothing to do. */
export const POLL = 1;

/** Seconds after which a worker tells that it is still there. */
export const HEARTBEAT = 10;

/**
 * What holds for every job, in seconds. A worker that was killed loses its job after the lease; the next look finds
 * that, and the first delay is under 10: under a minute in all. The ten attempts take about an hour.
 */
export const TERMS = {
  heartbeatSeconds: 30,
  expireInSeconds: 15 * 60,
  retryLimit: ATTEMPTS - 1,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: HOUR,
  retentionSeconds: 365 * DAY,
  deleteAfterSeconds: DAY,
  deadLetter: DEAD,
} satisfies QueueOptions & { deadLetter: string };

const LOOK_FOR_LOST = 10;

/** The library on our own pool. What it would do as the owner of its tables (migrating, reindexing) is left out. */
export function createBoss(database: Database): PgBoss {
  return new PgBoss({
    db: { executeSql: (sql, params) => database.foreign(inOrder(sql), params) },
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    schedule: false,
    openTelemetry: { enabled: false },
    superviseIntervalSeconds: LOOK_FOR_LOST,
    monitorIntervalSeconds: LOOK_FOR_LOST,
    maintenanceIntervalSeconds: HOUR,
    queueCacheIntervalSeconds: HOUR,
    flowIntervalSeconds: DAY,
  });
}

/** The library inside a transaction of ours. */
export function inside(tx: Tx): NonNullable<ConnectionOptions['db']> {
  return { executeSql: async (sql, params) => ({ rows: await tx.rows(inOrder(sql), params) }) };
}

/**
 * What the library says otherwise than `Jobs.enqueue` promises. A worker waits while another one takes a job: if it
 * skipped that one, it could begin the next of the same key first. And a job is as old as the call that asked for it:
 * its transaction may have begun long before, and waited for the lock that decided the order.
 */
function inOrder(sql: string): string {
  return sql
    .replace(/(LIMIT 1\s+FOR UPDATE OF j) SKIP LOCKED/, '$1')
    .replace(`${SCHEMA}.job_now() as created_on`, 'clock_timestamp() as created_on');
}
