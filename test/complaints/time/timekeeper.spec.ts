import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import type { Made } from '../../support/make.js';
import { entryTypes, promise, timeline } from '../steps.js';

const running = useTestApp({ timekeeper: true });
const still = useTestApp();

describe('the worker that wakes complaints', () => {
  it('breaks a promise at its time, by itself, within a second', async () => {
    const made = await running.make.complaint('in_progress');
    const { dueAt } = await running.make.callback(made, {
      dueAt: new Date(running.now().getTime() + 1500).toISOString(),
    });
    const broken = await eventually(async () => {
      const entry = (await timeline(running, made)).find(({ type }) => type === 'promise.broken');
      if (!entry) throw new Error('it is not broken yet');
      return entry;
    });
    expect(Date.parse(broken.at) - Date.parse(dueAt)).toBeGreaterThanOrEqual(0);
    expect(Date.parse(broken.at) - Date.parse(dueAt)).toBeLessThan(1000);
    expect((await entryTypes(running, made)).filter((type) => type === 'promise.warned')).toHaveLength(1);
  });

  it('takes everything that is due at once, each complaint once, whoever else is at work', async () => {
    const all: Made[] = [];
    for (let index = 0; index < 25; index += 1) all.push(await still.make.complaint());
    still.advance({ days: 2 });
    const changed = await Promise.all([still.passTime(), still.passTime(), still.passTime()]);
    expect(changed.reduce((sum, one) => sum + one, 0)).toBe(25);
    for (const made of all) {
      expect((await entryTypes(still, made)).filter((type) => type === 'promise.broken')).toHaveLength(1);
    }
  });

  it('passes over what somebody else has in hand, and comes back to it', async () => {
    const made = await still.make.complaint();
    still.advance({ days: 2 });
    await still.database.transaction(async (tx) => {
      await tx.rows('SELECT 1 FROM complaints c WHERE c.id = $1 FOR UPDATE', [made.id]);
      expect(await still.passTime()).toBe(0);
    });
    expect(await still.passTime()).toBe(1);
    await promise(still, made, 'acknowledge', 'broken');
  });

  it('tries again after a second what the database refused', async () => {
    await still.passTime();
    const made = await still.make.complaint();
    await still.make.callback(made, { dueAt: still.inDays(0.001) });
    still.advance({ days: 0.001 });
    await still.database.transaction(async (tx) => {
      await tx.rows('LOCK TABLE breaches IN SHARE MODE');
      expect(await still.passTime()).toBe(0);
    });
    await eventually(async () => {
      await still.passTime();
      await promise(still, made, 'callback', 'broken');
    });
  });

  it('puts a row right that says another moment than its promises, and is there when theirs comes', async () => {
    const made = await still.make.complaint();
    const { warnAt } = await promise(still, made, 'acknowledge');
    await still.database.read('UPDATE complaints SET wake_at = received_at WHERE id = $1', [made.id]);
    await still.passTime();
    const [row] = await still.database.read('SELECT c.wake_at, c.version FROM complaints c WHERE c.id = $1', [
      made.id,
    ]);
    expect(row).toEqual({ wakeAt: new Date(warnAt), version: made.complaint.version });
    await still.passTime({ days: 2 });
    await promise(still, made, 'acknowledge', 'broken');
  });

  it('finds by the sweep what no row says when to wake', async () => {
    const made = await still.make.complaint();
    await still.database.read('UPDATE complaints SET wake_at = NULL WHERE id = $1', [made.id]);
    await still.passTime({ days: 2 });
    await promise(still, made, 'acknowledge');
    expect(await still.sweep()).toBe(1);
    await promise(still, made, 'acknowledge', 'broken');
    expect(await still.sweep()).toBe(0);
  });
});
