import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebhookDispatcher } from '../../../src/automation/webhooks/delivering/dispatcher.service.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { Program } from '../../support/program.js';
import { type Program as Second, startProgram } from '../../access/start-program.js';
import { Target } from '../../platform/outbound/target.js';
import { eventsOf, Hooks } from './hooks.js';

const folder = await mkdtemp(join(tmpdir(), 'amends-workers-'));
const shared = {
  KEYS_DIR: join(folder, 'keys'),
  RATE_LIMIT_PUBLIC: '0',
  INSECURE_OUTBOUND_HOSTS: '127.0.0.1',
};
const app = useTestApp({ webhooks: true, env: shared });
let target: Target;
let hooks: Hooks;
let second: Second;
let onSameDatabase: Record<string, string>;

beforeAll(async () => {
  target = await Target.start();
  hooks = new Hooks(app, target);
  const [row] = await app.database.read<{ name: string }>('SELECT current_database() AS name');
  const url = new URL(process.env.TEST_SERVER ?? '');
  url.pathname = `/${row?.name ?? ''}`;
  onSameDatabase = { ...shared, DATABASE_URL: url.href };
  second = await startProgram({ ...onSameDatabase, DATA_DIR: join(folder, 'second') });
});
afterEach(() => hooks.clear());
afterAll(async () => {
  await Program.killAll();
  await target.close();
  await rm(folder, { recursive: true, force: true });
});

it('two workers deliver everything once, in order within each complaint', async () => {
  const { id } = await hooks.create({ types: ['*'] });
  const complaints = await Promise.all(Array.from({ length: 4 }, () => app.make.complaint('in_progress')));
  const ids = complaints.map((made) => made.id);
  await eventually(async () => {
    const { waiting, position, lastPosition } = await hooks.progress(id);
    expect({ waiting, position }).toEqual({ waiting: 0, position: lastPosition });
  });
  const events = eventsOf(target).filter(({ data }) => ids.includes(data.complaintId ?? ''));
  expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
  for (const complaint of ids) {
    const seqs = events.filter(({ data }) => data.complaintId === complaint).map(({ data }) => data.seq);
    expect(seqs.length).toBeGreaterThan(8);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  }
});

it('what a worker had in hand when it was killed is delivered by the next one, with the same id', async () => {
  await app.get(WebhookDispatcher).stop();
  await second.close();
  const { id } = await hooks.create({ types: ['complaint.received'] });
  target.answer = 'never';
  const first = await startWorker();
  await app.make.receive();
  await eventually(() => {
    expect(target.received).toHaveLength(1);
  });
  first.signal('SIGKILL', { group: true });
  await first.end();
  target.answer = { status: 200 };
  // Its lease, which ends by itself after 20 seconds.
  await app.database.read('UPDATE webhook_deliveries d SET leased_until = now() WHERE d.webhook_id = $1', [
    id,
  ]);
  await startWorker();
  await eventually(async () => {
    expect(await hooks.deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  }, 15_000);
  const [lost, again] = target.received;
  expect(target.received).toHaveLength(2);
  expect(again?.headers['webhook-id']).toBe(lost?.headers['webhook-id']);
  expect(again?.body).toBe(lost?.body);
}, 60_000);

async function startWorker(): Promise<Program> {
  const PUBLIC_URL = 'https://complaints.example.org';
  const own = {
    PUBLIC_URL,
    DATA_DIR: join(folder, 'worker'),
    PORT: String(await freePort()),
    ROLE: 'worker',
  };
  return new Program({ ...onSameDatabase, ...own }).ready();
}
