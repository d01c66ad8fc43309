import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { DeliveryStore } from '../../../src/automation/webhooks/delivering/delivery.store.js';
import { CIRCUIT_OPENS_AT } from '../../../src/automation/webhooks/retrying.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { type Received, Target } from '../../platform/outbound/target.js';
import { eventsOf, Hooks } from './hooks.js';

const app = useTestApp({ webhooks: true, env: { INSECURE_OUTBOUND_HOSTS: '127.0.0.1' } });
let target: Target;
let hooks: Hooks;
beforeAll(async () => {
  target = await Target.start();
  hooks = new Hooks(app, target);
});
afterEach(() => hooks.clear());
afterAll(() => target.close());

const complaintOf = ({ body }: Received) =>
  (JSON.parse(body) as { data: { complaintId: string } }).data.complaintId;
/** Its last attempt is on record: what was advanced before would not count for the next. */
const isPostponed = (delivery: { nextAttemptAt: string | null } | undefined) =>
  Date.parse(delivery?.nextAttemptAt ?? '') > app.now().getTime();
const seen = () => eventsOf(target).map(({ type, data }) => [data.complaintId, type]);

it('a delivery that fails holds back its complaint only, and is tried again in order', async () => {
  const { id } = await hooks.create();
  const [sick, well] = [await app.make.receive(), await app.make.receive()];
  await eventually(() => {
    expect(target.received).toHaveLength(2);
  });
  target.forget();
  target.answer = (call) => ({ status: complaintOf(call) === sick.id ? 500 : 200 });
  for (const made of [sick, well]) {
    await app.make.act(made, 'acknowledge', { message: 'We are sorry about your bed.' });
    await app.make.act(made, 'escalate', { reason: 'It has been a week.' });
  }
  await eventually(() => {
    expect(seen()).toContainEqual([well.id, 'complaint.escalated']);
  });
  expect(seen().filter(([complaint]) => complaint === sick.id)).toEqual([
    [sick.id, 'complaint.acknowledged'],
  ]);
  await eventually(async () => {
    const waiting = await hooks.deliveries(id, 'waiting');
    expect(waiting).toMatchObject([{ attempts: 0 }, { attempts: 1, lastStatus: 500, lastFailure: null }]);
  });
  expect((await hooks.progress(id)).waitingSince).not.toBeNull();
  hooks.advance({ seconds: 6 });
  await eventually(() => {
    expect(seen().filter(([complaint]) => complaint === sick.id)).toHaveLength(2);
  });
  await eventually(async () => {
    expect(isPostponed((await hooks.deliveries(id, 'waiting')).at(-1))).toBe(true);
  });
  target.answer = { status: 204 };
  hooks.advance({ minutes: 6 });
  await eventually(async () => {
    expect(await hooks.progress(id)).toMatchObject({ waiting: 0, failures: 0 });
  });
  expect(seen().filter(([complaint]) => complaint === sick.id)).toEqual([
    ...Array<unknown>(3).fill([sick.id, 'complaint.acknowledged']),
    [sick.id, 'complaint.escalated'],
  ]);
  const same = target.received
    .filter((call) => complaintOf(call) === sick.id)
    .map(({ headers }) => headers['webhook-id']);
  expect(new Set(same.slice(0, 3)).size).toBe(1);
});

it('where everything waits behind what failed, one look at a time finds that out', async () => {
  const { id } = await hooks.create();
  target.answer = { status: 500 };
  const made = await app.make.receive();
  await app.make.act(made, 'acknowledge', { message: 'We are sorry about your bed.' });
  await eventually(async () => {
    expect(await hooks.deliveries(id, 'waiting')).toMatchObject([{ attempts: 0 }, { attempts: 1 }]);
  });
  await app.settle();
  const store = app.get(DeliveryStore);
  const [due, claim] = [jest.spyOn(store, 'due'), jest.spyOn(store, 'claim')];
  await eventually(() => {
    expect(due.mock.calls.length).toBeGreaterThan(2);
  });
  expect(claim.mock.calls.length).toBeGreaterThan(0);
  expect(claim.mock.calls.length).toBeLessThanOrEqual(due.mock.calls.length);
  jest.restoreAllMocks();
});

it('what is given up after ten attempts lets the next one go, and can be delivered again', async () => {
  const { id } = await hooks.create({ types: ['complaint.received', 'complaint.acknowledged'] });
  target.answer = ({ body }) => ({ status: body.includes('complaint.received') ? 302 : 200 });
  const made = await app.make.complaint('acknowledged');
  for (let attempts = 1; attempts <= 10; attempts++) {
    await eventually(() => {
      expect(target.received.filter(({ body }) => body.includes('complaint.received'))).toHaveLength(
        attempts,
      );
    });
    await eventually(async () => {
      const [last] = (await hooks.deliveries(id)).slice(-1);
      expect(last).toMatchObject({ attempts, lastStatus: 302 });
      expect(attempts === 10 ? last?.state === 'failed' : isPostponed(last)).toBe(true);
    });
    if (attempts < 10) hooks.advance({ hours: 27 });
  }
  await eventually(async () => {
    expect((await hooks.deliveries(id)).map(({ state }) => state)).toEqual(['waiting', 'failed']);
  });
  target.answer = { status: 200 };
  hooks.advance({ hours: 2 }); // ten failures in a row, and the target rests
  await eventually(async () => {
    expect((await hooks.deliveries(id)).map(({ state }) => state)).toEqual(['delivered', 'failed']);
  });
  const [, lost] = await hooks.deliveries(id);
  await hooks.redeliver(id, lost?.id ?? '');
  await eventually(async () => {
    expect((await hooks.deliveries(id)).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  });
  expect(made.complaint.state).toBe('acknowledged');
}, 60_000);

it('a target that asks for time is left alone for so long, and one that is gone for good', async () => {
  const { id } = await hooks.create({ types: ['complaint.received'] });
  target.answer = { status: 429, headers: { 'retry-after': '600' } };
  await app.make.receive();
  await eventually(async () => {
    const { restsUntil, circuit } = await hooks.progress(id);
    expect(Date.parse(restsUntil ?? '') - app.now().getTime()).toBeGreaterThan(590_000);
    expect(circuit).toBe('closed');
  });
  await app.make.receive();
  hooks.advance({ minutes: 9 });
  await app.settle();
  await eventually(async () => {
    expect((await hooks.progress(id)).waiting).toBe(2);
  });
  expect(target.received).toHaveLength(1);
  target.answer = { status: 410 };
  hooks.advance({ minutes: 2 });
  await eventually(async () => {
    expect(await hooks.get(id)).toMatchObject({ active: false, disabledReason: 'gone', version: 2 });
  });
  target.forget();
  await hooks.change(id, { active: true });
  await eventually(async () => {
    expect(await hooks.progress(id)).toMatchObject({ waiting: 0, failures: 0 });
  });
  expect(await hooks.get(id)).toMatchObject({ active: true, disabledReason: null, version: 3 });
  expect(target.received).toHaveLength(2);
  expect(await hooks.entries(id)).toEqual(['webhook.created', 'webhook.disabled', 'webhook.updated']);
});

it('a target that fails again and again rests, is tried with one delivery, and recovers', async () => {
  const { id } = await hooks.create({ types: ['complaint.received'] });
  target.answer = { status: 500 };
  for (let count = 0; count < CIRCUIT_OPENS_AT + 2; count++) await app.make.receive();
  await eventually(async () => {
    expect((await hooks.progress(id)).circuit).toBe('open');
  });
  const failed = target.received.length;
  expect(failed).toBeGreaterThanOrEqual(CIRCUIT_OPENS_AT);
  hooks.advance({ seconds: 30 });
  expect(target.received).toHaveLength(failed);
  hooks.advance({ minutes: 20 });
  await eventually(async () => {
    expect(target.received).toHaveLength(failed + 1);
    expect((await hooks.progress(id)).circuit).toBe('open');
  });
  expect((await hooks.test(id)).attempts).toBeLessThanOrEqual(1);
  await eventually(async () => {
    expect((await hooks.deliveries(id, 'failed')).map(({ type }) => type)).toEqual(['webhook.ping']);
  });
  target.answer = { status: 200 };
  hooks.advance({ hours: 1 });
  await eventually(async () => {
    expect(await hooks.progress(id)).toMatchObject({ circuit: 'closed', waiting: 0, failures: 0, failed: 1 });
  });
  expect(await hooks.entries(id)).toEqual([
    ...['webhook.created', 'webhook.circuit_opened', 'webhook.tested', 'webhook.circuit_closed'],
  ]);
});
