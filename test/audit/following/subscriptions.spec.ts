import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Entry } from '../../../src/audit/entries/entry.js';
import { eventually } from '../../support/eventually.js';
import { cloneDatabase, type TestDatabase } from '../../support/template-database.js';
import { TestLog } from '../test-log.js';
import { Historian, Listener, Writer } from './followers.js';

let copy: TestDatabase;
let open: TestLog[];

beforeEach(async () => {
  copy = await cloneDatabase();
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((log) => log.close()));
  await copy.drop();
});

async function start(...followers: object[]): Promise<TestLog> {
  const log = await TestLog.open(copy.url, followers);
  open.push(log);
  for (const follower of followers) if (follower instanceof Writer) follower.log = log;
  await log.work();
  return log;
}

const versions = (entries: Entry[], complaintId: string) =>
  entries.filter((entry) => entry.complaintId === complaintId).map((entry) => entry.complaintVersion);

describe('a subscriber', () => {
  it('gets every entry of its types once, in order, rendered and sealed', async () => {
    const listener = new Listener();
    const log = await start(listener);
    const complaints = await Promise.all([log.complaint(), log.complaint(), log.complaint()]);
    for (let round = 0; round < 5; round++) await Promise.all(complaints.map((id) => log.escalate(id)));
    await log.subscriptions.settled();
    expect(listener.heard).toHaveLength(15);
    for (const id of complaints) expect(versions(listener.heard, id)).toEqual([2, 3, 4, 5, 6]);
    expect(listener.heard[0]).toMatchObject({
      data: { reason: 'it takes too long' },
      actor: { name: 'test' },
    });
    expect(listener.heard.map((entry) => entry.position)).toEqual(
      listener.heard.map((_, index) => index + 1),
    );
  });

  it('may write, and its own entries are followed in turn', async () => {
    const [listener, writer] = [new Listener(), new Writer()];
    const log = await start(listener, writer);
    const id = await log.complaint();
    await log.escalate(id);
    await log.subscriptions.settled();
    expect(versions(listener.heard, id)).toEqual([2, 3]);
  });

  it('goes on after a restart where it was', async () => {
    const first = new Listener();
    let log = await start(first);
    const id = await log.complaint();
    await log.escalate(id);
    await log.subscriptions.settled();
    await log.close();
    open = [];
    const writer = await TestLog.open(copy.url);
    open.push(writer);
    await writer.escalate(id);
    const second = new Listener();
    log = await start(second);
    await log.subscriptions.settled();
    expect(versions(first.heard, id)).toEqual([2]);
    expect(versions(second.heard, id)).toEqual([3]);
  });

  it('that is new begins now, or at the beginning where it says so', async () => {
    const before = await start();
    const id = await before.complaint();
    await before.escalate(id);
    await before.subscriptions.settled();
    const [listener, historian] = [new Listener(), new Historian()];
    const log = await start(listener, historian);
    await log.escalate(id);
    await log.subscriptions.settled();
    expect(versions(listener.heard, id)).toEqual([3]);
    expect(historian.positions).toEqual([1, 2]);
  });

  /** Breaks without the lease in subscription.store.ts. */
  it('is served by one of several workers at a time', async () => {
    const heard: Entry[] = [];
    const logs = await Promise.all([1, 2, 3].map(() => start(new Listener(heard))));
    const [log] = logs;
    if (!log) throw new Error('no worker');
    const complaints = await Promise.all([log.complaint(), log.complaint()]);
    const writes = Array.from({ length: 40 }, (_, index) => {
      const writer = logs[index % 3] ?? log;
      return writer.escalate(complaints[index % 2] ?? '');
    });
    await Promise.all(writes);
    await log.subscriptions.settled();
    expect(heard).toHaveLength(40);
    for (const id of complaints)
      expect(versions(heard, id)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
  });

  it('is passed on when its worker dies', async () => {
    const log = await TestLog.open(copy.url);
    open.push(log);
    const listener = new Listener();
    const id = await log.complaint();
    await log.escalate(id);
    await log.database.read(
      `INSERT INTO subscriptions (name, position, leased_by, leased_until)
       VALUES ('Listener.hear', 0, gen_random_uuid(), clock_timestamp() + interval '1 second')`,
    );
    await start(listener);
    await pause(500);
    expect(listener.heard).toHaveLength(0);
    await eventually(() => expect(versions(listener.heard, id)).toEqual([2]));
  });
});

describe('a poisoned entry', () => {
  it('stops its complaint for its subscriber only, is visible, and is tried again', async () => {
    const [listener, historian] = [new Listener(), new Historian()];
    const log = await start(listener, historian);
    const [bad, good] = [await log.complaint(), await log.complaint()];
    listener.poison.add(bad);
    for (let round = 0; round < 3; round++) {
      await log.escalate(bad);
      await log.escalate(good);
    }
    await log.subscriptions.settled();
    expect(versions(listener.heard, good)).toEqual([2, 3, 4]);
    expect(versions(listener.heard, bad)).toEqual([]);
    expect(historian.positions).toHaveLength(6);
    const parked = await log.subscriptions.parked();
    expect(parked.map(({ subscription, stream }) => `${subscription} ${stream}`)).toEqual(
      Array.from({ length: 3 }, () => `Listener.hear complaint:${bad}`),
    );
    expect(parked[0]).toMatchObject({ attempts: 1, lastError: 'Error: it does not agree with me' });
    expect(parked.slice(1).map((entry) => entry.attempts)).toEqual([0, 0]);

    listener.poison.clear();
    await eventually(() => expect(versions(listener.heard, bad)).toEqual([2, 3, 4]));
    await log.subscriptions.settled();
    expect(await log.subscriptions.parked()).toEqual([]);
  });

  it('waits longer after each failure', async () => {
    const listener = new Listener();
    const log = await start(listener);
    const bad = await log.complaint();
    listener.poison.add(bad);
    await log.escalate(bad);
    await eventually(async () => {
      const [entry] = await log.subscriptions.parked();
      expect(entry?.attempts).toBe(2);
    });
    const wait = await log.value<number>(
      `SELECT extract(epoch FROM k.next_attempt_at - clock_timestamp())::float AS value FROM subscription_parked k`,
    );
    expect(wait).toBeGreaterThan(1);
  });
});
