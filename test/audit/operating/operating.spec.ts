import { afterEach, expect, it, jest } from '@jest/globals';
import { RecipientReads } from '../../../src/automation/notices/recipients.reads.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List, LogEntry, Problem } from '../../support/resources.js';
import { eventually } from '../../support/eventually.js';
import { errors } from '../../complaints/steps.js';

const app = useTestApp();
const NAME = 'NoticesSubscription.tell';
const PATH = `/v1/subscriptions/${NAME}`;
const reason = 'Anna was told on the phone.';

interface Subscription {
  name: string;
  followed: boolean;
  types: string[];
  position: number;
  lastPosition: number;
  lag: { entries: number; seconds: number };
  parked: { streams: number; entries: number };
  replayUntil: number | null;
  lease: object | null;
}

interface Parked {
  entryId: string;
  position: number;
  type: string;
  complaintId: string;
  first: boolean;
  attempts: number;
  lastError: string | null;
}

afterEach(async () => {
  jest.restoreAllMocks();
  // The next attempt of what was parked is an hour away by now.
  await app.database.read('UPDATE subscription_parked SET next_attempt_at = now()');
  await app.settle();
});

const read = async () => expectStatus(200, await app.as('otto').get<Subscription>(PATH));
const parked = async (query = '') =>
  expectStatus(200, await app.as('otto').get<List<Parked>>(`${PATH}/parked${query}`));

/** Complaints of Anna about which nobody can be told, with two messages each that wait. */
async function stuck(complaints: number): Promise<Parked[]> {
  const made = [];
  for (let count = 0; count < complaints; count++) made.push(await app.make.complaint('in_progress'));
  await app.settle();
  const error = new Error('no answer for "Marta Kovács" <marta@example.org> at +36 1 234 5678');
  jest.spyOn(app.get(RecipientReads), 'complaint').mockRejectedValue(error);
  for (const one of made)
    for (const body of ['Well?', 'Hello?']) await app.make.byCustomer(one, 'messages', { body }, 201);
  await app.settle();
  await app.database.read(`UPDATE subscription_parked SET next_attempt_at = now() + interval '1 hour'`);
  jest.restoreAllMocks();
  return (await parked()).items;
}

it('everybody who follows the log is listed, with how far it is', async () => {
  await app.settle();
  const list = async (query: string) =>
    expectStatus(200, await app.as('sam').get<List<Subscription>>(`/v1/subscriptions${query}`));
  const { items } = await list('');
  expect(items.map(({ name }) => name)).toEqual(
    expect.arrayContaining([NAME, 'PunctualitySubscription.count']),
  );
  for (const one of items) expect(one).toMatchObject({ followed: true, lag: { entries: 0, seconds: 0 } });
  const first = await list('?limit=1');
  expect(first.items).toEqual([expect.objectContaining({ name: items[0]?.name })]);
  const second = await list(`?limit=1&cursor=${first.nextCursor ?? ''}`);
  expect(second.items.map(({ name }) => name)).toEqual([items[1]?.name]);
  await app.database.read(`INSERT INTO subscriptions (name, position) VALUES ('Former.hear', 0)`);
  const former = expectStatus(200, await app.as('ada').get<Subscription>('/v1/subscriptions/Former.hear'));
  expect(former).toMatchObject({ followed: false, types: [], lag: { entries: 0, seconds: 0 } });
});

it('one that there is no more costs no look at the log', async () => {
  await app.database.read(`INSERT INTO subscriptions (name, position) VALUES ('Gone.hear', 0)`);
  const read = jest.spyOn(app.database, 'read');
  expectStatus(200, await app.as('ada').get('/v1/subscriptions/Gone.hear'));
  const [sql, params] = read.mock.calls.find(([text]) => text.includes('subscription_parked')) ?? [''];
  jest.restoreAllMocks();
  const plan = await app.database.read<Record<string, string>>(
    `EXPLAIN (ANALYZE, TIMING off) ${sql}`,
    params,
  );
  const steps = plan.flatMap((row) => Object.values(row)).filter((line) => / on entries e/.test(line));
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) expect(step).toContain('never executed');
});

it('what stands still is counted and shown, without what the error quotes', async () => {
  const items = await stuck(2);
  expect(items.map(({ type, first, attempts }) => [type, first, attempts])).toEqual([
    ['message.received', true, 1],
    ['message.received', false, 0],
    ['message.received', true, 1],
    ['message.received', false, 0],
  ]);
  expect(items[0]?.lastError).toBe('Error: no answer for … … at …');
  app.advance({ hours: 2 });
  const { lag, parked: still } = await read();
  expect(still).toEqual({ streams: 2, entries: 4 });
  expect(lag.entries).toBe(4);
  expect(lag.seconds).toBeGreaterThanOrEqual(7200);
  const page = await parked('?limit=3');
  expect([
    page.items.length,
    (await parked(`?limit=3&cursor=${page.nextCursor ?? ''}`)).items.length,
  ]).toEqual([3, 1]);
  expectStatus(200, await app.anonymous.get('/health/ready'));
});

it('an administrator has it tried again, or skipped; both stand in the log', async () => {
  const [first, behind, other] = await stuck(2);
  if (!first || !behind || !other) throw new Error('nothing is parked');
  const skip = `${PATH}/parked/${first.position}/actions/skip`;
  const key = { 'Idempotency-Key': 'skip-the-first-of-two' };
  const ada = app.as('ada');
  expectStatus(409, await ada.post<Problem>(`${PATH}/parked/${behind.position}/actions/skip`, { reason }));
  expectStatus(200, await ada.post(skip, { reason }, key));
  const again = await ada.post(skip, { reason }, key);
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
  expectStatus(404, await ada.post(skip, { reason }));
  expectStatus(200, await ada.post(`${PATH}/parked/${other.position}/actions/retry`));
  await app.database.read('UPDATE subscription_parked SET next_attempt_at = now()');
  await app.settle();
  expect((await parked()).items).toEqual([]);
  const about = async (type: string) =>
    expectStatus(200, await app.as('otto').get<List<LogEntry>>(`/v1/audit/entries?type=${type}`)).items.at(-1)
      ?.data;
  const { position, entryId, complaintId: entryComplaintId } = first;
  expect(await about('subscription.entry_skipped')).toEqual({
    ...{ name: NAME, position, entryId, entryType: first.type, entryComplaintId },
    ...{ attempts: 1, reason },
  });
  expect(await about('subscription.entry_retried')).toMatchObject({ position: other.position });
  const told = await app.database.read<{ entryId: string }>('SELECT n.entry_id FROM staff_notices n');
  const ids = told.map((one) => one.entryId);
  expect([first, behind, other].map((one) => ids.includes(one.entryId))).toEqual([false, true, true]);

  // A replay does what was left out, and nothing else.
  const before = ids.length;
  const replayed = await ada.post<Subscription>(`${PATH}/actions/replay`, { after: 0, reason });
  expect(expectStatus(200, replayed).replayUntil).toBeGreaterThan(first.position);
  await eventually(async () => expect((await read()).replayUntil).toBeNull());
  await app.settle();
  const now = await app.database.read<{ entryId: string }>('SELECT n.entry_id FROM staff_notices n');
  expect(now.map((one) => one.entryId).filter((id) => !ids.includes(id))).toEqual([first.entryId]);
  expect(now).toHaveLength(before + 1);
  expect(await about('subscription.replayed')).toMatchObject({ name: NAME, after: 0, reason });
});

it('only an administrator does, and only to what there is', async () => {
  const replay = { after: 0, reason };
  for (const name of ['sam', 'otto', 'anna'] as const) {
    expectStatus(403, await app.as(name).post(`${PATH}/actions/replay`, replay));
    expectStatus(403, await app.as(name).post(`${PATH}/parked/1/actions/skip`, { reason }));
    expectStatus(403, await app.as(name).post(`${PATH}/parked/1/actions/retry`));
  }
  expectStatus(403, await app.as('anna').get('/v1/subscriptions'));
  expectStatus(401, await app.anonymous.get(`${PATH}/parked`));
  const ada = app.as('ada');
  for (const name of ['Nobody.hear', 'no', '%00.hear', `${'a'.repeat(300)}.hear`]) {
    expectStatus(404, await ada.get(`/v1/subscriptions/${name}`));
    expectStatus(404, await ada.get(`/v1/subscriptions/${name}/parked`));
    expectStatus(404, await ada.post(`/v1/subscriptions/${name}/actions/replay`, replay));
  }
  for (const position of ['1', '0', '-1', '1e3', '99999999999999999'])
    expectStatus(404, await ada.post(`${PATH}/parked/${position}/actions/retry`));
  expect(errors(await ada.post<Problem>(`${PATH}/actions/replay`, { after: -1 }))).toEqual([
    '/after min',
    '/reason required',
  ]);
  const late = await ada.post<Problem>(`${PATH}/actions/replay`, { after: 1_000_000, reason });
  expect(expectStatus(409, late).unmet?.map(({ code }) => code)).toEqual(['not_there_yet']);
});
