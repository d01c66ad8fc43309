import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import { ago, attempt, entryTypes, messages, promise, promises } from '../steps.js';

const app = useTestApp();

const DAY = 86_400_000;
const later = (dueAt: string, days: number) => Date.parse(dueAt) + days * DAY;
const paused = async (made: Made) =>
  (await promises(app, made))
    .filter(({ pausedSince }) => pausedSince !== null)
    .map(({ kind }) => kind)
    .sort();

describe('while the customer is asked', () => {
  it('pausable promises wait; a call back does not', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.callback(made);
    const { complaint } = await app.make.act(made, 'ask-customer', {
      question: 'Which leg?',
      replyBy: app.inDays(3),
    });
    expect(await paused(made)).toEqual(['action', 'resolve', 'update']);
    const callback = await promise(app, made, 'callback');
    expect(complaint.nextDueAt).toBe(callback.dueAt);
  });

  it('the first answer never waits, nor does what is due no more', async () => {
    const made = await app.make.complaint('acknowledged', { answerVia: 'letter' });
    expectStatus(
      200,
      await attempt(app, made, 'ask-customer', 'anna', { said: { how: 'phone', saidAt: ago(app, 0) } }),
    );
    expect(await paused(made)).toEqual(['establish_facts', 'resolve', 'update']);
    expect((await promise(app, made, 'acknowledge')).pausedSince).toBeNull();
  });

  it('what is promised meanwhile waits as well', async () => {
    const made = await app.make.complaint('awaiting_customer');
    await app.make.message(made);
    const update = await promise(app, made, 'update');
    expect(update.pausedSince).not.toBeNull();
    expect(await entryTypes(app, made)).toContain('promise.paused');
  });

  it('words said in time count by the time left, and a pause does not break a promise', async () => {
    const made = await app.make.complaint('awaiting_customer');
    app.advance({ days: 10 });
    await app.make.message(made);
    await promise(app, made, 'update', 'kept');
  });
});

describe('when it goes on', () => {
  it('every promise is due later by the time that passed', async () => {
    const made = await app.make.complaint('awaiting_customer');
    const before = await promise(app, made, 'resolve');
    app.advance({ days: 4 });
    await app.make.act(made, 'resume');
    const after = await promise(app, made, 'resolve');
    expect(Date.parse(after.dueAt) - later(before.dueAt, 4)).toBeLessThan(60_000);
    expect(Date.parse(after.dueAt)).toBeGreaterThanOrEqual(later(before.dueAt, 4));
    expect(Date.parse(after.warnAt)).toBeGreaterThan(later(before.warnAt, 3.9));
    expect(await paused(made)).toEqual([]);
    expect(await entryTypes(app, made)).toContain('promise.recomputed');
  });

  it('a pause counts up to fourteen days', async () => {
    const made = await app.make.complaint('awaiting_customer');
    const before = await promise(app, made, 'resolve');
    app.advance({ days: 20 });
    await app.make.byCustomer(made, 'messages', { body: 'The left one.' }, 201);
    expect(Date.parse((await promise(app, made, 'resolve')).dueAt)).toBe(later(before.dueAt, 14));
  });

  it('twice paused is twice as much later', async () => {
    const made = await app.make.complaint('awaiting_customer');
    const before = await promise(app, made, 'resolve');
    app.advance({ days: 3 });
    await app.make.act(made, 'resume');
    expectStatus(200, await attempt(app, made, 'ask-customer'));
    app.advance({ days: 3 });
    await app.make.act(made, 'resume');
    const late = Date.parse((await promise(app, made, 'resolve')).dueAt) - later(before.dueAt, 6);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(60_000);
  });

  it('the pause is not lost where the complaint is withdrawn meanwhile and comes back', async () => {
    const made = await app.make.complaint('awaiting_customer');
    const before = await promise(app, made, 'resolve');
    app.advance({ days: 5 });
    expectStatus(200, await attempt(app, made, 'withdraw'));
    await app.make.act(made, 'reopen', { reason: 'A mistake.' }, 'sam');
    const { complaint } = await app.make.act(made, 'resume');
    expect(complaint.state).toBe('in_progress');
    const after = await promise(app, made, 'resolve');
    expect(Date.parse(after.dueAt)).toBeGreaterThanOrEqual(later(before.dueAt, 5));
  });
});

describe('a question that waits to be asked', () => {
  it('pauses from its handing over', async () => {
    const made = await app.make.complaint('in_progress', { answerVia: 'phone' });
    const { complaint } = await app.make.act(made, 'ask-customer', {
      question: 'Which leg?',
      replyBy: app.inDays(3),
    });
    expect(complaint.state).toBe('awaiting_customer');
    await app.make.message(made, { said: { how: 'visit', saidAt: ago(app, 0) } });
    expect(await paused(made)).toEqual([]);
    app.advance({ hours: 20 });
    const question = (await messages(app, made)).find(({ kind }) => kind === 'question');
    expect(question?.delivery?.state).toBe('queued');
    const saidAt = ago(app, 0.5);
    const path = `/v1/complaints/${made.id}/messages/${question?.id ?? ''}/actions/hand-over`;
    expectStatus(200, await app.as('ben').post(path, { said: { how: 'phone', saidAt } }));
    expect(await paused(made)).toEqual(['action', 'name_owner', 'resolve', 'update']);
    expect((await promise(app, made, 'resolve')).pausedSince).toBe(saidAt);
  });
});
