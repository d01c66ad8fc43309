import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { calendar, five, standard } from './standards.js';
import { attempt, entryTypes, messages, promise, promises, standing } from './steps.js';

/** What users of other systems had to live with, each by its number there. Others stand beside what they are about. */

const app = useTestApp();

const DAY = 86_400_000;

describe('a clock that can be trusted', () => {
  it('the reply clock stops when the complaint is resolved (Chatwoot 10178)', async () => {
    const made = await app.make.complaint('resolved');
    await app.passTime({ days: 10 });
    expect(await entryTypes(app, made)).not.toContain('promise.broken');
    expect((await standing(app, made)).filter((one) => one.startsWith('update'))).toEqual([
      'update released',
    ]);
    expect((await app.make.read(made)).nextDueAt).not.toBeNull();
  });

  it('an update clock never overrules the first answer (Zammad 5177)', async () => {
    await standard(app, { appliesTo: { tiers: ['news'] }, promises: five({ update: 'PT1H' }) });
    const made = await app.make.receive({ tier: 'news' });
    expect(made.complaint.nextDueAt).toBe((await promise(app, made, 'acknowledge')).dueAt);
    await app.make.message(made, { body: 'We look into it.' });
    await app.passTime({ hours: 30 });
    expect(await standing(app, made)).toEqual(['acknowledge broken', 'resolve open']);
    expectStatus(200, await attempt(app, made, 'acknowledge'));
    await app.passTime({ hours: 2 });
    expect(await standing(app, made)).toEqual([
      'acknowledge kept_late',
      'establish_facts open',
      'resolve open',
      'update broken',
      'update open',
    ]);
  });

  it('closed complaints never breach (Zammad 904)', async () => {
    for (const state of ['closed', 'withdrawn', 'declined', 'merged'] as const) {
      const made = await app.make.complaint(state);
      const { version } = await app.make.read(made);
      const open = (await promises(app, made)).filter((one) => one.state === 'open');
      expect(open.filter(({ kind }) => kind !== 'action')).toEqual([]);
      await app.passTime({ days: 40 });
      expect([state, (await app.make.read(made)).version]).toEqual([state, version]);
    }
  });

  it('a resumed complaint is not overdue at once (RT)', async () => {
    const made = await app.make.complaint('in_progress');
    await app.passTime({ days: 6 });
    await app.make.act(made, 'ask-customer', { question: 'Which leg?', replyBy: app.inDays(9) });
    await app.passTime({ days: 8 });
    await app.make.byCustomer(made, 'messages', { body: 'The left one.' }, 201);
    await app.passTime();
    expect(await entryTypes(app, made)).not.toContain('promise.broken');
    const { dueAt } = await promise(app, made, 'update');
    expect(Date.parse(dueAt) - app.now().getTime()).toBeGreaterThan(0.9 * DAY);
  });

  it('a holiday does not count (osTicket 4969)', async () => {
    const holidays = [{ date: '2026-11-24', name: 'Day of the house' }];
    const { id: calendarId } = await calendar(app, { holidays });
    const promised = five({ acknowledge: 'PT8H' }, 'business');
    await standard(app, { appliesTo: { tiers: ['holiday'] }, calendarId, promises: promised });
    const made = await app.make.receive({ tier: 'holiday', receivedAt: '2026-11-23T10:00:00.000Z' });
    expect((await promise(app, made, 'acknowledge')).dueAt).toBe('2026-11-25T11:00:00.000Z');
  });

  it('an internal note and an automatic message never keep a promise', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.message(made, { audience: 'internal', body: 'Called the carrier.' });
    expect((await promise(app, made, 'update')).state).toBe('open');
    const resolved = await app.make.complaint('resolved');
    expectStatus(200, await attempt(app, resolved, 'dispute'));
    const [automatic] = (await messages(app, resolved)).filter(({ author }) => author.kind === 'system');
    expect(automatic?.kind).toBe('notice');
    const kept = (await promises(app, resolved)).filter(({ messageId }) => messageId === automatic?.id);
    expect(kept).toEqual([]);
    await promise(app, resolved, 'update');
  });
});
