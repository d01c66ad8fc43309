import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Claimed, DeliveryStore } from '../../../src/automation/webhooks/delivering/delivery.store.js';
import { WebhookFiller } from '../../../src/automation/webhooks/delivering/filler.service.js';
import type { Schema } from '../../../src/commands/client/amends.js';
import { expectAnswer } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';

/** The workers stand still: the test has the hands. */
const app = useTestApp();
let id: string;
let first: Claimed;

const client = () => app.as('ada').client;
const store = () => app.get(DeliveryStore);
const OK = { status: 200, failure: null };
const TROUBLE = { status: 500, failure: null };

async function claim(): Promise<Claimed> {
  const claimed = await store().claim(id);
  if (!claimed) throw new Error('there is nothing to send');
  return claimed;
}

function delivery(): Promise<Schema<'WebhookDeliveryDto'>> {
  const params = { path: { id, deliveryId: first.id } };
  return expectAnswer(200, client().GET('/v1/webhooks/{id}/deliveries/{deliveryId}', { params }));
}

beforeEach(async () => {
  const body = { url: 'https://hooks.example.org', types: ['complaint.received'] };
  ({ id } = await expectAnswer(201, client().POST('/v1/webhooks', { body })));
  await app.make.receive();
  await app.settle();
  await app.get(WebhookFiller).fill();
  first = await claim();
});
afterEach(async () => {
  await expectAnswer(204, client().DELETE('/v1/webhooks/{id}', { params: { path: { id } } }));
});

it('what is asked for anew while it is being sent is sent again', async () => {
  const params = { path: { id, deliveryId: first.id } };
  const path = '/v1/webhooks/{id}/deliveries/{deliveryId}/actions/redeliver';
  await expectAnswer(200, client().POST(path, { params }));
  await store().delivered(first, OK);
  expect(await delivery()).toMatchObject({ state: 'waiting', attempts: 0 });
  await store().delivered(await claim(), OK);
  expect(await delivery()).toMatchObject({ state: 'delivered', attempts: 1 });
});

it('what is replayed while it is being sent is sent again', async () => {
  const init = { params: { path: { id } }, body: { after: 0 } };
  await expectAnswer(200, client().POST('/v1/webhooks/{id}/actions/replay', init));
  while (await app.get(WebhookFiller).fill());
  await store().delivered(first, OK);
  expect(await delivery()).toMatchObject({ state: 'waiting', attempts: 0 });
});

it('what a worker says too late of a delivery that another one has by now is no news of it', async () => {
  app.advance({ seconds: 21 });
  const second = await claim();
  expect(second.id).toBe(first.id);
  await store().release(first);
  await store().failed(first, TROUBLE, 300, 0);
  expect(await store().claim(id)).toBeUndefined();
  await store().delivered(second, OK);
  await store().failed(first, TROUBLE, null, 0);
  await store().failed(first, TROUBLE, 300, 0);
  expect(await delivery()).toMatchObject({ state: 'delivered', attempts: 2, lastStatus: 200 });
});
