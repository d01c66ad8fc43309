import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Deliveries } from '../../../src/communications/mail-out/deliveries.js';
import { Cases } from '../../../src/complaints/case/cases.service.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import { messages, timeline } from '../steps.js';

const app = useTestApp({ mail: true });
afterEach(() => {
  jest.restoreAllMocks();
});

let customers = 0;

/** A complaint whose receipt has arrived. */
async function receive() {
  const email = `bob${++customers}@example.org`;
  const made = await app.make.receive({ complainant: { name: 'Bob', email }, answerVia: 'email' });
  await app.settle();
  return { made, ids: () => app.mailbox.to(email).map(({ messageId }) => messageId) };
}

/** What became of the words of staff: their state, and the delivery. */
async function outcome(made: Made) {
  const sent = (await messages(app, made)).find(({ kind }) => kind === 'update');
  const path = `/v1/complaints/${made.id}/messages/${sent?.id ?? ''}/deliveries`;
  const { items } = expectStatus(200, await app.as('otto').get<{ items: Delivery[] }>(path));
  return { id: `<${sent?.id ?? ''}@example.org>`, state: sent?.delivery?.state, delivery: items[0] };
}

interface Delivery {
  state: string;
  attempts: number;
  uncertain: number;
}

/** Lets everything happen that waits; a job that failed is done again at once. */
async function afterTrouble(): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await app.settle();
    app.advance({ minutes: 2 });
    await app.database.read(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
  }
  await app.settle();
}

const died = () => Promise.reject(new Error('the process died'));

describe('a mail that the server took', () => {
  it('is not sent again where only the log could not be written', async () => {
    const { made, ids } = await receive();
    await app.make.message(made);
    jest.spyOn(app.get(Cases), 'work').mockImplementationOnce(died);
    await afterTrouble();
    const { id, state, delivery } = await outcome(made);
    expect(state).toBe('handed_over');
    expect(delivery).toMatchObject({ state: 'accepted', attempts: 1, uncertain: 0 });
    expect(ids().slice(1)).toEqual([id]);
  });

  it('is sent once more, as the same one, where nobody knows that it was taken', async () => {
    const { made, ids } = await receive();
    await app.make.message(made);
    jest.spyOn(app.get(Deliveries), 'ended').mockImplementationOnce(died);
    await afterTrouble();
    const { id, state, delivery } = await outcome(made);
    expect(state).toBe('handed_over');
    expect(delivery).toMatchObject({ state: 'accepted', attempts: 2, uncertain: 1 });
    expect(ids().slice(1)).toEqual([id, id]);
  });

  it('is never sent a third time', async () => {
    const { made, ids } = await receive();
    await app.make.message(made);
    jest.spyOn(app.get(Deliveries), 'ended').mockImplementation(died);
    await afterTrouble();
    const { id, state, delivery } = await outcome(made);
    expect(state).toBe('failed');
    expect(delivery).toMatchObject({ state: 'uncertain', attempts: 2, uncertain: 1 });
    expect(ids().slice(1)).toEqual([id, id]);
    const failure = (await timeline(app, made)).find(({ type }) => type === 'message.failed');
    expect(failure?.data).toMatchObject({ reason: 'uncertain', code: null, ownerId: null });
  });
});

describe('a connection that ends after the mail and before the answer', () => {
  it.each([
    [1, 'handed_over', 'accepted'],
    [2, 'failed', 'uncertain'],
  ])('%i times: the mail goes out twice in all, and is %s', async (times, state, delivered) => {
    const { made, ids } = await receive();
    for (let time = 0; time < times; time++) app.mailbox.dropNext();
    await app.make.message(made);
    await afterTrouble();
    const found = await outcome(made);
    expect(found.state).toBe(state);
    expect(found.delivery).toMatchObject({ state: delivered, attempts: 2, uncertain: 1 });
    expect(ids().slice(1)).toEqual([found.id, found.id]);
  });
});

it('a mail that nobody takes is given up after two days', async () => {
  const { made, ids } = await receive();
  app.mailbox.failNext(452);
  app.mailbox.failNext(452);
  await app.make.message(made);
  await app.settle();
  expect(await outcome(made)).toMatchObject({ state: 'queued', delivery: { state: 'waiting' } });
  app.advance({ days: 2 });
  await app.settle();
  const { state, delivery } = await outcome(made);
  expect(state).toBe('failed');
  expect(delivery).toMatchObject({ state: 'given_up', attempts: 2, responseCode: 452 });
  expect(ids()).toHaveLength(1);
});

it('a mail server that fails does not make the program unready', async () => {
  app.mailbox.failNext(421);
  const { made } = await receive();
  expectStatus(200, await app.anonymous.get('/health/ready'));
  app.advance({ hours: 1 });
  await app.settle();
  expect((await messages(app, made))[0]?.delivery?.state).toBe('handed_over');
});
