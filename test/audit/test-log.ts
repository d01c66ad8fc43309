import { afterAll, beforeAll } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import { IdempotencyStore } from '../../src/audit/door/idempotency.store.js';
import { LogSignal } from '../../src/audit/following/log-signal.js';
import { Sealer } from '../../src/audit/following/sealer.js';
import { SubscriptionStore } from '../../src/audit/following/subscription.store.js';
import { Subscriptions } from '../../src/audit/following/subscriptions.js';
import { type Change, Ledger, type Subject, type Written } from '../../src/audit/ledger.service.js';
import { type Actor, system } from '../../src/kernel/actor.js';
import type { Call } from '../../src/kernel/call.js';
import { Clock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/identifiers.js';
import { Config } from '../../src/platform/config.js';
import { APP_ROLE } from '../../src/platform/database/connection.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { cloneDatabase, type TestDatabase } from '../support/template-database.js';

// What fails here fails on purpose, and need not be told.
Logger.overrideLogger(false);

/** The door and the log on a database, as one process of the program has them. */
export class TestLog {
  readonly clock = new Clock();
  readonly signal = new LogSignal();
  readonly idempotency: IdempotencyStore;
  readonly ledger: Ledger;
  readonly sealer: Sealer;
  readonly subscriptions: Subscriptions;

  private constructor(
    readonly database: Database,
    followers: object[],
  ) {
    const config = Object.assign(new Config(), { role: 'all' as const });
    const discovery = { getProviders: () => followers.map((instance) => ({ instance })) };
    const store = new SubscriptionStore(database);
    this.idempotency = new IdempotencyStore(database);
    this.ledger = new Ledger(database, this.clock, this.idempotency, this.signal);
    this.sealer = new Sealer(database, this.signal, config);
    const found = discovery as unknown as DiscoveryService;
    this.subscriptions = new Subscriptions(found, store, this.sealer, this.signal, config);
  }

  /** @param role the pool's role; null is the owner of the tables. */
  static async open(url: string, followers: object[] = [], role: string | null = APP_ROLE): Promise<TestLog> {
    const source = await createDataSource(url, role, []).initialize();
    return new TestLog(new Database(source), followers);
  }

  /** Begins to seal and to serve the subscribers, as a worker does. */
  async work(): Promise<void> {
    await this.subscriptions.onModuleInit();
    this.sealer.onApplicationBootstrap();
    this.subscriptions.onApplicationBootstrap();
  }

  async close(): Promise<void> {
    await Promise.all([
      this.sealer.beforeApplicationShutdown(),
      this.subscriptions.beforeApplicationShutdown(),
    ]);
    await this.database.onApplicationShutdown();
  }

  count(table: string): Promise<number> {
    return this.value(`SELECT count(*) AS value FROM ${table}`);
  }

  async value<T>(sql: string, params: unknown[] = []): Promise<T> {
    const [row] = await this.database.read<{ value: T }>(sql, params);
    if (!row) throw new Error(`no row: ${sql}`);
    return row.value;
  }

  /** A user, by SQL: the floors that make users lie above. */
  async user(name = 'Anna Berg'): Promise<string> {
    const id = newId();
    await this.database.read(
      `INSERT INTO users (id, email, name, password_hash, roles, created_at, updated_at)
       VALUES ($1, $2, $3, 'x', '{agent}', now(), now())`,
      [id, `${id}@example.org`, name],
    );
    return id;
  }

  /** A complaint, likewise. */
  async complaint(complainedAbout: string[] = []): Promise<string> {
    const id = newId();
    await this.database.read(
      `INSERT INTO complaints (id, reference, state, channel, language, description, tags, answer_via, level, disputed,
         complained_about_user_ids, decided_by_ids, pauses_used, token_generation, standard_id, standard_version,
         profile,         received_at, created_at, updated_at)
       VALUES ($1, $2, 'received', 'web', 'en', 'The bed broke.', '{}', 'tracking', 0, false, $3, '{}', 0, 1,
         '019ab000-0000-7000-8000-000000000001', 1, 'iso_10002', now(), now(), now())`,
      [id, id, complainedAbout],
    );
    return id;
  }

  /** Raises the version of a complaint and says so in the log. */
  escalate(complaintId: string, call: Call = callBy(), subject: Partial<Subject> = {}): Promise<Written> {
    const about = { type: 'complaint', id: complaintId } as const;
    return this.ledger.write(call, 'escalate', [{ ...about, ...subject }], (c) => escalate(c, complaintId));
  }
}

/** One log with a database of its own for all tests of the file. */
export function useTestLog(role: string | null = APP_ROLE): { readonly log: TestLog; readonly url: string } {
  let copy: TestDatabase;
  let log: TestLog;
  beforeAll(async () => {
    copy = await cloneDatabase();
    log = await TestLog.open(copy.url, [], role);
  });
  afterAll(async () => {
    await log.close();
    await copy.drop();
  });
  return {
    get log() {
      return log;
    },
    get url() {
      return copy.url;
    },
  };
}

export async function escalate(c: Change, complaintId: string): Promise<{ id: string; location: string }> {
  const { version } = c.row<{ version: number }>({ type: 'complaint', id: complaintId });
  const level = Math.min(version, 3);
  const sql = 'UPDATE complaints SET version = $2, level = $3 WHERE id = $1';
  await c.tx.rows(sql, [complaintId, version + 1, level]);
  c.record(
    'complaint.escalated',
    { type: 'complaint', id: complaintId },
    { state: 'received', level, reason: 'it takes too long' },
    { id: complaintId, version: version + 1 },
  );
  return { id: complaintId, location: `/v1/complaints/${complaintId}` };
}

export const ANNA: Actor = { kind: 'user', id: newId(), name: 'Anna Berg', roles: ['agent'] };

/** A call as the HTTP side makes it. */
export function callBy(actor: Actor = system('test'), more: Partial<Call> = {}): Call {
  return { actor, requestId: newId(), ifMatch: null, idempotency: null, ...more };
}

/** The same with an `Idempotency-Key`. */
export function keyed(actor: Actor, key: string, bodyDigest = 'digest', route = 'POST /v1/test'): Call {
  return callBy(actor, { idempotency: { key, route, bodyDigest, status: 201 } });
}
