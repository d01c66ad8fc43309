import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Message } from '../../support/resources.js';
import { ago, attempt, entryTypes, messages, promise, promises, standing, timeline } from '../steps.js';
import { writtenOut } from '../written-out.js';

const app = useTestApp();

const count = async (made: Made, type: string) =>
  (await entryTypes(app, made)).filter((one) => one === type).length;

describe('time alone', () => {
  it('warns once, at four fifths of the time, and breaks once, at its end', async () => {
    const made = await app.make.complaint();
    const { dueAt, warnAt } = await promise(app, made, 'acknowledge');
    await app.passTime({ hours: 19 });
    expect(await count(made, 'promise.warned')).toBe(0);
    await app.passTime({ minutes: 13 });
    await app.passTime();
    expect(await count(made, 'promise.warned')).toBe(1);
    expect(Date.parse(warnAt)).toBeLessThan(app.now().getTime());
    await app.passTime({ hours: 4 });
    expect(await count(made, 'promise.broken')).toBe(0);
    await app.passTime({ hours: 1 });
    await app.passTime();
    expect(await count(made, 'promise.broken')).toBe(1);
    expect((await promise(app, made, 'acknowledge', 'broken')).brokenAt).toBe(dueAt);
    const broken = (await timeline(app, made)).find(({ type }) => type === 'promise.broken');
    expect(broken?.actor).toMatchObject({ kind: 'system', name: 'clock' });
  });

  it('keeps the rhythm of news: a broken one is followed by the next', async () => {
    const made = await app.make.complaint('acknowledged');
    await app.passTime({ days: 8 });
    await app.passTime({ days: 8 });
    const updates = (await promises(app, made)).filter(({ kind }) => kind === 'update');
    expect(updates.map(({ state }) => state).sort()).toEqual(['broken', 'broken', 'open']);
  });

  it('does nothing where nothing is due', async () => {
    const made = await app.make.complaint('in_progress');
    const { version } = await app.make.read(made);
    expect(await app.passTime({ hours: 1 })).toBe(0);
    expect((await app.make.read(made)).version).toBe(version);
  });

  it('breaks nothing in a complaint that was withdrawn or declined', async () => {
    for (const state of ['withdrawn', 'declined'] as const) {
      const made = await app.make.complaint(state);
      await app.passTime({ days: 90 });
      expect(await standing(app, made)).toEqual(
        expect.not.arrayContaining([expect.stringMatching(/broken/)]),
      );
    }
  });

  it('brings a closed complaint back when what was promised beyond its end is broken', async () => {
    const open = await app.make.complaint('in_progress');
    await app.make.callback(open, { dueAt: app.inDays(5) });
    await app.make.act(open, 'resolve', { outcome: 'not_upheld', explanation: 'It was whole.' });
    const made = await app.make.act(open, 'accept', { how: 'phone', saidAt: app.now().toISOString() });
    await app.passTime({ days: 6 });
    const back = await app.make.read(made);
    expect([back.state, back.level]).toEqual(['in_progress', 1]);
    const [broken, reopened] = (await timeline(app, made)).filter(({ type }) =>
      ['promise.broken', 'complaint.reopened'].includes(type),
    );
    expect([broken?.type, reopened?.actor.name]).toEqual(['promise.broken', 'clock']);
    await promise(app, made, 'resolve');
  });
});

describe('a question that nobody answers', () => {
  it('is waited for until replyBy, and then work goes on, with the time that was waited', async () => {
    const made = await app.make.complaint('awaiting_customer');
    const { replyBy } = await app.make.read(made);
    const before = await promise(app, made, 'resolve');
    await app.passTime({ days: 6 });
    const after = await app.make.read(made);
    expect([after.state, after.replyBy]).toEqual(['in_progress', null]);
    expect(replyBy).not.toBeNull();
    const resumed = (await timeline(app, made)).find(({ type }) => type === 'complaint.resumed');
    expect(resumed?.actor).toMatchObject({ kind: 'system', name: 'clock' });
    const waited = Date.parse((await promise(app, made, 'resolve')).dueAt) - Date.parse(before.dueAt);
    expect(waited / 86_400_000).toBeCloseTo(5, 3);
  });

  it('holds up promises for a fortnight at most: then their time goes on, answered or not', async () => {
    const made = await app.make.complaint('in_progress');
    const { dueAt } = await promise(app, made, 'resolve');
    await app.make.act(made, 'ask-customer', { question: 'Which leg?', replyBy: app.inDays(100) });
    await app.passTime({ days: 15 });
    const running = await promise(app, made, 'resolve');
    expect(running.pausedSince).toBeNull();
    expect(Date.parse(running.dueAt) - Date.parse(dueAt)).toBe(14 * 86_400_000);
    expect((await app.make.read(made)).state).toBe('awaiting_customer');
    await app.passTime({ days: 40 });
    await promise(app, made, 'resolve', 'broken');
  });
});

describe('silence after a decision', () => {
  it('closes after the window, with a notice before, and says that it was silence', async () => {
    const made = await app.make.complaint('resolved');
    await app.passTime({ days: 10 });
    expect((await messages(app, made)).at(-1)?.kind).toBe('decision');
    await app.passTime({ days: 1, hours: 1 });
    const notice = (await messages(app, made)).at(-1);
    expect(notice).toMatchObject({ kind: 'notice', author: { kind: 'system' } });
    expect(notice?.body).toContain(writtenOut(made.complaint.closesAt));
    await app.passTime({ days: 3 });
    const closed = await app.make.read(made);
    expect(closed).toMatchObject({ state: 'closed', closesAt: null });
    const entry = (await timeline(app, made)).find(({ type }) => type === 'complaint.closed');
    expect(entry).toMatchObject({ actor: { kind: 'system', name: 'clock' }, data: { how: 'silence' } });
    expect((await messages(app, made)).at(-1)?.body).toContain('heard nothing');
    expectStatus(200, await attempt(app, made, 'dispute'));
  });

  it('is none where the customer wrote: first they are heard', async () => {
    const made = await app.make.complaint('resolved');
    await app.make.byCustomer(made, 'messages', { body: 'I think about it.' }, 201);
    await app.passTime({ days: 30 });
    expect((await app.make.read(made)).state).toBe('resolved');
    expect((await messages(app, made)).filter(({ kind }) => kind === 'notice')).toEqual([]);
    await app.make.message(made, { body: 'Take your time.' });
    await app.passTime({ minutes: 1 });
    expect((await messages(app, made)).at(-1)?.kind).toBe('notice');
    expect((await app.make.read(made)).state).toBe('resolved');
    await app.passTime({ days: 3 });
    expect((await app.make.read(made)).state).toBe('closed');
  });

  it('closes nothing while the notice still has to be said, and leaves the time after it', async () => {
    const said = { how: 'phone', saidAt: app.now().toISOString() } as const;
    const open = await app.make.complaint('in_progress', { answerVia: 'phone' });
    const made = await app.make.act(open, 'resolve', {
      outcome: 'not_upheld',
      explanation: 'It was whole.',
      said,
    });
    await app.passTime({ days: 20 });
    expect((await app.make.read(made)).state).toBe('resolved');
    const notice = (await messages(app, made)).at(-1);
    expect(notice).toMatchObject({ kind: 'notice', delivery: { state: 'queued' } });
    const path = `/v1/complaints/${made.id}/messages/${notice?.id ?? ''}/actions/hand-over`;
    expectStatus(
      200,
      await app.as('anna').post<Message>(path, { said: { how: 'phone', saidAt: ago(app, 0) } }),
    );
    await app.passTime({ days: 2 });
    expect((await app.make.read(made)).state).toBe('resolved');
    await app.passTime({ days: 2 });
    expect((await app.make.read(made)).state).toBe('closed');
  });

  it('closes without a notice where nobody can be reached, which is on record', async () => {
    const nobody = { answerVia: 'none', answerViaReason: 'no contact data' } as const;
    const made = await app.make.complaint('resolved', nobody);
    await app.passTime({ days: 14, minutes: 1 });
    expect((await app.make.read(made)).state).toBe('closed');
    expect(await count(made, 'complaint.closed')).toBe(1);
  });

  it('begins anew after a dispute', async () => {
    const made = await app.make.complaint('resolved');
    await app.passTime({ days: 12 });
    expectStatus(200, await attempt(app, made, 'dispute'));
    await app.passTime({ days: 1 });
    const again = await app.make.act(made, 'resolve', { outcome: 'not_upheld', explanation: 'Still whole.' });
    await app.passTime({ days: 10 });
    expect((await app.make.read(again)).state).toBe('resolved');
    await app.passTime({ days: 1, hours: 1 });
    await app.passTime({ days: 3 });
    expect((await app.make.read(again)).state).toBe('closed');
  });
});
