import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Message, Problem, Promised } from '../../support/resources.js';
import { five, standard } from '../standards.js';
import { ago, apologise, attempt, entryTypes, messages, promise, unmet } from '../steps.js';
import { writtenOut } from '../written-out.js';

/** What a review found: each of these was wrong once. */

const app = useTestApp();

const DAY = 86_400_000;
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;

const patched = async (made: Made, body: object) =>
  expectStatus(
    200,
    await app.as('anna').patch(`/v1/complaints/${made.id}`, (await app.make.read(made)).version, body),
  );

const answered = (made: Made, body: object) => app.make.byCustomer(made, 'messages', body, 201);

describe('a broken promise', () => {
  it('is not moved where the next of its kind runs already', async () => {
    const made = await app.make.complaint('in_progress');
    await app.passTime({ days: 8 });
    const { id } = await promise(app, made, 'update', 'broken');
    await apologise(app, made);
    const body = { dueAt: app.inDays(3), reason: 'Late.', message: 'On Friday.' };
    const path = `/v1/complaints/${made.id}/promises/${id}/actions/move`;
    expect(unmet(await app.as('anna').post<Problem>(path, body))).toEqual(['promise_due']);
  });

  it('is seen by whoever works first, as by the clock', async () => {
    const made = await app.make.complaint('in_progress');
    app.advance({ days: 8 });
    expect(unmet(await attempt(app, made, 'resolve'))).toEqual(['breach_unanswered']);
    await app.passTime();
    await apologise(app, made);
    expectStatus(200, await attempt(app, made, 'resolve'));
  });

  it('brings a closed complaint back, whoever sees it first', async () => {
    const open = await app.make.complaint('in_progress');
    const { id } = await app.make.callback(open, { dueAt: app.inDays(5) });
    await app.make.act(open, 'resolve', { outcome: 'not_upheld', explanation: 'It was whole.' });
    const made = await app.make.act(open, 'accept', { how: 'phone', saidAt: app.now().toISOString() });
    app.advance({ days: 6 });
    const keep = `/v1/complaints/${made.id}/promises/${id}/actions/keep`;
    expect(expectStatus(200, await app.as('anna').post<Promised>(keep, {})).state).toBe('kept_late');
    expect((await app.make.read(made)).state).toBe('in_progress');
  });

  it('is none after a complaint was declined, though its letter waits', async () => {
    const made = await app.make.complaint('received', { answerVia: 'letter' });
    expectStatus(200, await attempt(app, made, 'decline', 'sam'));
    await app.passTime({ days: 40 });
    expect(await entryTypes(app, made)).not.toContain('promise.broken');
  });
});

describe('a pause', () => {
  it('counts once where questions overlap', async () => {
    const made = await app.make.complaint('awaiting_customer');
    const { dueAt } = await promise(app, made, 'resolve');
    app.advance({ days: 3 });
    await answered(made, { body: 'The left one.' });
    const said = { how: 'phone', saidAt: ago(app, 2.5) } as const;
    await app.make.act(made, 'ask-customer', { question: 'Sure?', replyBy: app.inDays(5), said });
    app.advance({ days: 1 });
    await answered(made, { body: 'Yes.' });
    expect(days(dueAt, (await promise(app, made, 'resolve')).dueAt)).toBeCloseTo(4, 3);
  });

  it('ends for what becomes owed by law meanwhile', async () => {
    const legal = { pausable: false, legal: true };
    await standard(app, {
      appliesTo: { tiers: ['law'] },
      promises: five({ resolve: 'P20D' }, 'elapsed', legal),
    });
    const made = await app.make.complaint('awaiting_customer');
    await patched(made, { tier: 'law' });
    const waiting = await promise(app, made, 'resolve');
    expect([waiting.legal, waiting.pausedSince]).toEqual([true, null]);
    app.advance({ days: 3 });
    await answered(made, { body: 'The left one.' });
    expect((await promise(app, made, 'resolve')).dueAt).toBe(waiting.dueAt);
  });

  it('is not begun again by a promise that is made after the longest pause', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.act(made, 'ask-customer', { question: 'Which leg?', replyBy: app.inDays(100) });
    await app.passTime({ days: 15 });
    await app.passTime({ days: 8 });
    expect((await promise(app, made, 'update')).pausedSince).toBeNull();
  });
});

describe('a date that was told', () => {
  it('is not later after the complaint was taken back and brought back', async () => {
    await standard(app, { appliesTo: { tiers: ['slow'] }, promises: five({ resolve: 'P90D' }) });
    const said = { how: 'letter', saidAt: app.now().toISOString() };
    const made = await app.make.complaint('received', { answerVia: 'letter' });
    expectStatus(200, await attempt(app, made, 'acknowledge', 'anna', { said }));
    const { dueAt } = await promise(app, made, 'resolve');
    expectStatus(200, await attempt(app, made, 'withdraw'));
    expectStatus(200, await attempt(app, made, 'reopen', 'sam'));
    await patched(made, { tier: 'slow' });
    expect((await promise(app, made, 'resolve')).dueAt).toBe(dueAt);
  });

  it('is told by the tracking page, too, from when it answers', async () => {
    await standard(app, { appliesTo: { tiers: ['later'] }, promises: five({ resolve: 'P90D' }) });
    const made = await app.make.complaint('received', { answerVia: 'letter' });
    const { dueAt } = await promise(app, made, 'resolve');
    await patched(made, { answerVia: 'tracking' });
    await patched(made, { tier: 'later' });
    expect((await promise(app, made, 'resolve')).dueAt).toBe(dueAt);
  });

  it('is not one that is past: the acknowledgement names only what is to come', async () => {
    const made = await app.make.receive({ receivedAt: ago(app, 40) });
    const { dueAt } = await promise(app, made, 'resolve');
    await app.passTime();
    expectStatus(200, await attempt(app, made, 'acknowledge'));
    const letter: Message | undefined = (await messages(app, made)).find(
      ({ kind }) => kind === 'acknowledgement',
    );
    expect(letter?.body).not.toContain(writtenOut(dueAt));
  });
});

describe('silence', () => {
  it('is none where the customer wrote after the notice: the window begins anew', async () => {
    const made = await app.make.complaint('resolved');
    await app.passTime({ days: 11, hours: 1 });
    await answered(made, { body: 'I think about it.' });
    await app.make.message(made, { body: 'Take your time.' });
    await app.passTime({ days: 4 });
    expect((await app.make.read(made)).state).toBe('resolved');
    await app.passTime({ days: 7, hours: 1 });
    expect((await messages(app, made)).at(-1)?.kind).toBe('notice');
    await app.passTime({ days: 3 });
    expect((await app.make.read(made)).state).toBe('closed');
  });
});
