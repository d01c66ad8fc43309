import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Entry } from '../../../src/audit/entries/entry.js';
import { SubscriptionReads } from '../../../src/audit/operating/subscription.reads.js';
import { SubscriptionsService } from '../../../src/audit/operating/subscriptions.service.js';
import { On } from '../../../src/audit/subscriptions.events.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import type { Cursors } from '../../../src/platform/http/cursors.js';
import { eventually } from '../../support/eventually.js';
import { cloneDatabase, type TestDatabase } from '../../support/template-database.js';
import { Listener } from '../following/followers.js';
import { ANNA, callBy, TestLog } from '../test-log.js';

/** Hears of escalations, and stops in the middle of one while its gate is shut. */
class Gatekeeper {
  readonly heard: number[] = [];
  /** Complaints on which it fails once the gate is open again. */
  readonly poison = new Set<string>();
  private gate: Promise<void> = Promise.resolve();
  inside = 0;
  open: () => void = () => undefined;

  shut(): void {
    this.gate = new Promise((resolve) => (this.open = resolve));
  }

  @On('complaint.escalated')
  async hear(entry: Entry<'complaint.escalated'>): Promise<void> {
    this.inside += 1;
    await this.gate;
    this.inside -= 1;
    if (this.poison.has(entry.complaintId ?? '')) throw new Error('it does not agree with me');
    this.heard.push(entry.position ?? 0);
  }
}

let copy: TestDatabase;
let log: TestLog;
beforeEach(async () => {
  copy = await cloneDatabase();
});
afterEach(async () => {
  await log.close();
  await copy.drop();
});

async function start(follower: object): Promise<SubscriptionsService> {
  log = await TestLog.open(copy.url, [follower]);
  await log.work();
  const reads = new SubscriptionReads(log.database, log.subscriptions, {} as Cursors, log.clock);
  return new SubscriptionsService(log.ledger, reads, log.subscriptions);
}

const by = () => callBy({ ...ANNA, roles: ['admin'] });
const reason = 'It was seen to by hand.';

/** The codes of what is missing, or that of the refusal. */
async function refused(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { unmet } = error.members as { unmet?: { code: string }[] };
    return unmet?.map(({ code }) => code) ?? [error.code];
  }
}

/** A complaint on which the follower failed, and what waits behind: the positions. */
async function stuck(follower: { poison: Set<string> }, entries: number): Promise<number[]> {
  const bad = await log.complaint();
  follower.poison.add(bad);
  for (let round = 0; round < entries; round++) await log.escalate(bad);
  await log.subscriptions.settled();
  await eventually(async () => expect(await log.subscriptions.parked()).toHaveLength(entries));
  const positions = (await log.subscriptions.parked()).map(({ position }) => position);
  // No attempt of its own accord while the test looks.
  await log.database.read(`UPDATE subscription_parked SET next_attempt_at = now() + interval '1 hour'`);
  return positions;
}

it('what was skipped is left out, and what waited behind it follows in order', async () => {
  const listener = new Listener();
  const service = await start(listener);
  const [first = 0, second = 0, third = 0] = await stuck(listener, 3);
  expect(await refused(service.skip(by(), 'Listener.hear', second, { reason }))).toEqual(['waits_behind']);
  expect(await refused(service.retry(by(), 'Listener.hear', third))).toEqual(['waits_behind']);
  listener.poison.clear();
  await service.skip(by(), 'Listener.hear', first, { reason });
  await log.database.read('UPDATE subscription_parked SET next_attempt_at = now()');
  await eventually(() => expect(listener.heard.map(({ position }) => position)).toEqual([second, third]));
  await log.subscriptions.settled();
  expect(await log.subscriptions.parked()).toEqual([]);
});

/** Breaks without the lock of the subscriber's row that the door takes. */
it('of two who skip one, one comes too late', async () => {
  const listener = new Listener();
  const service = await start(listener);
  const [first = 0] = await stuck(listener, 1);
  const both = [1, 2].map(() => refused(service.skip(by(), 'Listener.hear', first, { reason })));
  expect((await Promise.all(both)).sort()).toEqual([[], ['not_found']]);
  expect(
    await log.value(`SELECT count(*) AS value FROM entries WHERE type = 'subscription.entry_skipped'`),
  ).toBe(1);
});

it('an entry that cannot be written leaves the parked one where it is', async () => {
  const listener = new Listener();
  const service = await start(listener);
  const [first = 0] = await stuck(listener, 1);
  const nothing = { reason: undefined as unknown as string };
  await expect(service.skip(by(), 'Listener.hear', first, nothing)).rejects.toThrow(
    'fields not given [reason]',
  );
  await expect(service.replay(by(), 'Listener.hear', { after: 0, ...nothing })).rejects.toThrow(
    'fields not given',
  );
  expect(await log.count('subscription_parked')).toBe(1);
  expect(await log.value('SELECT position AS value FROM subscriptions')).toBe(first);
});

/** Breaks without `beginRetry` in subscription-runner.ts: what was skipped would be handled all the same. */
it('nothing is skipped that a worker is trying, and it can be as soon as that failed', async () => {
  const keeper = new Gatekeeper();
  const service = await start(keeper);
  const [first = 0] = await stuck(keeper, 1);
  keeper.shut();
  await service.retry(by(), 'Gatekeeper.hear', first);
  await eventually(() => expect(keeper.inside).toBe(1));
  expect(await refused(service.skip(by(), 'Gatekeeper.hear', first, { reason }))).toEqual(['being_tried']);
  expect(await refused(service.retry(by(), 'Gatekeeper.hear', first))).toEqual(['being_tried']);
  keeper.open();
  await eventually(async () =>
    expect(await refused(service.skip(by(), 'Gatekeeper.hear', first, { reason }))).toEqual([]),
  );
  expect(keeper.heard).toEqual([]);
});

/** Breaks without the generation in `advance` of subscription.store.ts: the worker would undo the setting back. */
it('a worker that is at it when a replay is asked for begins anew', async () => {
  const keeper = new Gatekeeper();
  const service = await start(keeper);
  const id = await log.complaint();
  for (let round = 0; round < 3; round++) await log.escalate(id);
  await log.subscriptions.settled();
  const had = [...keeper.heard];
  keeper.shut();
  await log.escalate(id);
  await eventually(() => expect(keeper.inside).toBe(1));
  await service.replay(by(), 'Gatekeeper.hear', { after: 0, reason });
  expect(await refused(service.replay(by(), 'Gatekeeper.hear', { after: 0, reason }))).toEqual([
    'replay_runs',
  ]);
  keeper.open();
  const last = (had.at(-1) ?? 0) + 1;
  await eventually(() => expect(keeper.heard).toEqual([...had, last, ...had, last]));
  await log.subscriptions.settled();
  expect(await refused(service.replay(by(), 'Gatekeeper.hear', { after: 1_000_000, reason }))).toEqual([
    'not_there_yet',
  ]);
});

it('what is parked keeps its place when a replay comes to what was before it', async () => {
  const listener = new Listener();
  const service = await start(listener);
  const bad = await log.complaint();
  await log.escalate(bad);
  await log.subscriptions.settled();
  listener.poison.add(bad);
  await log.escalate(bad);
  await eventually(async () => expect(await log.subscriptions.parked()).toHaveLength(1));
  await service.replay(by(), 'Listener.hear', { after: 0, reason });
  await eventually(async () => expect(await log.subscriptions.parked()).toHaveLength(2));
  listener.poison.clear();
  await log.database.read('UPDATE subscription_parked SET next_attempt_at = now()');
  await eventually(() => expect(listener.heard.map((entry) => entry.complaintVersion)).toEqual([2, 2, 3]));
});

it('a subscriber that was renamed stands still, and nobody replays it', async () => {
  const service = await start(new Listener());
  await log.database.read(`INSERT INTO subscriptions (name, position) VALUES ('Former.hear', 5)`);
  expect(await refused(service.replay(by(), 'Former.hear', { after: 0, reason }))).toEqual(['no_follower']);
});
