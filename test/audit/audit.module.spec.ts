import { type INestApplicationContext, Injectable, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditModule } from '../../src/audit/audit.module.js';
import type { Entry } from '../../src/audit/entries/entry.js';
import { Subscriptions } from '../../src/audit/following/subscriptions.js';
import { Ledger } from '../../src/audit/ledger.service.js';
import { On } from '../../src/audit/subscriptions.events.js';
import { systemCall } from '../../src/kernel/call.js';
import { newId } from '../../src/kernel/identifiers.js';
import { Config, type RunRole } from '../../src/platform/config.js';
import { APP_ROLE } from '../../src/platform/database/connection.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { cloneDatabase, type TestDatabase } from '../support/template-database.js';

Logger.overrideLogger(false);

@Injectable()
class Gatekeeper {
  readonly seen: string[] = [];

  @On('user.disabled')
  notice(entry: Entry<'user.disabled'>): Promise<void> {
    this.seen.push(entry.subject.id);
    return Promise.resolve();
  }
}

@Module({ imports: [AuditModule], providers: [Gatekeeper] })
class GateModule {}

let copy: TestDatabase;
let folder: string;
beforeAll(async () => {
  copy = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amends-audit-'));
});
afterAll(async () => {
  await copy.drop();
  await rm(folder, { recursive: true });
});

function start(role: RunRole): Promise<INestApplicationContext> {
  const config = Object.assign(new Config(), {
    ...{ role, keysDir: join(folder, 'keys'), dataDir: folder },
    publicUrl: 'http://localhost',
    storageUrl: null,
    clamdUrl: null,
    insecureOutboundHosts: [],
  });
  const platform = PlatformModule.forRoot(config, { url: copy.url, poolRole: APP_ROLE });

  @Module({ imports: [platform, GateModule] })
  class RootModule {}

  return NestFactory.createApplicationContext(RootModule);
}

async function disable(app: INestApplicationContext): Promise<string> {
  const id = newId();
  await app.get(Ledger).write(systemCall('test'), 'disable', [], (c) => {
    c.record('user.disabled', { type: 'user', id }, {});
    return Promise.resolve({ id });
  });
  return id;
}

it('an API process leaves its entries to a worker, whose subscribers are found by their mark', async () => {
  const [api, worker] = [await start('api'), await start('worker')];
  const id = await disable(api);
  await worker.get(Subscriptions).settled();
  expect(worker.get(Gatekeeper).seen).toEqual([id]);
  expect(api.get(Gatekeeper).seen).toEqual([]);
  await Promise.all([api.close(), worker.close()]);
});

it('a process that does everything hears of its own entries', async () => {
  const all = await start('all');
  const id = await disable(all);
  await all.get(Subscriptions).settled();
  expect(all.get(Gatekeeper).seen).toEqual([id]);
  await all.close();
});
