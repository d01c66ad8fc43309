import { afterEach, expect, it, jest } from '@jest/globals';
import { WebhookFiller } from '../../../src/automation/webhooks/delivering/filler.service.js';
import { expectAnswer } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';

/** The workers stand still: the test fills. */
const app = useTestApp();

afterEach(() => {
  jest.restoreAllMocks();
});

async function create(): Promise<string> {
  const body = { url: 'https://hooks.example.org', types: ['complaint.received' as const] };
  return (await expectAnswer(201, app.as('ada').client.POST('/v1/webhooks', { body }))).id;
}

/** Receives a complaint and fills. @returns how many deliveries wait in all, and how often they were counted */
async function fillWithOneMore(id: string): Promise<{ waiting: number; counted: number }> {
  await app.make.receive();
  await app.settle();
  const read = jest.spyOn(app.database, 'read');
  await app.get(WebhookFiller).fill();
  const counted = read.mock.calls.filter(([sql]) => sql.includes('count(*)')).length;
  read.mockRestore();
  const [row] = await app.database.read<{ waiting: number }>(WAITING, [id]);
  return { waiting: row?.waiting ?? 0, counted };
}

it('ten thousand deliveries wait at most, and are not counted at each look', async () => {
  const id = await create();
  expect(await fillWithOneMore(id)).toEqual({ waiting: 1, counted: 1 });
  expect(await fillWithOneMore(id)).toEqual({ waiting: 2, counted: 0 });
  await expectAnswer(204, app.as('ada').client.DELETE('/v1/webhooks/{id}', { params: { path: { id } } }));
  const full = await create();
  await app.database.read(MANY, [full, 10_000]);
  expect(await fillWithOneMore(full)).toEqual({ waiting: 10_000, counted: 1 });
  expect(await fillWithOneMore(full)).toEqual({ waiting: 10_000, counted: 0 });
  const later = performance.now() + 5001;
  jest.spyOn(performance, 'now').mockReturnValue(later);
  await app.database.read('DELETE FROM webhook_deliveries d WHERE d.webhook_id = $1', [full]);
  expect(await fillWithOneMore(full)).toEqual({ waiting: 3, counted: 1 });
});

const WAITING = `SELECT count(*)::int AS waiting FROM webhook_deliveries d
  WHERE d.webhook_id = $1 AND d.state = 'waiting'`;

const MANY = `
  INSERT INTO webhook_deliveries (id, webhook_id, type, stream, state, next_attempt_at, created_at)
  SELECT gen_random_uuid(), $1, 'webhook.ping', 'webhook.ping:' || n, 'waiting', now(), now()
  FROM generate_series(1, $2::int) n`;
