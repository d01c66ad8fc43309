import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Complaint } from '../../support/resources.js';
import { ago, attempt, DECISION, entryTypes, messages, promise, promises, standing } from '../steps.js';

const app = useTestApp();

const DAY = 86_400_000;
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;
const openUpdates = async (made: Made) =>
  (await promises(app, made)).filter(({ kind, state }) => kind === 'update' && state === 'open').length;

describe('the standard promises', () => {
  it('at receipt a first answer and a decision, counted from when it was received', async () => {
    const receivedAt = ago(app, 10);
    const made = await app.make.receive({ receivedAt });
    expect(made.complaint.receivedAt).toBe(receivedAt);
    const [answer, decision] = [await promise(app, made, 'acknowledge'), await promise(app, made, 'resolve')];
    expect([days(receivedAt, answer.dueAt), days(receivedAt, decision.dueAt)]).toEqual([1, 28]);
    expect(days(receivedAt, decision.warnAt)).toBeCloseTo(28 * 0.8, 6);
    expect(answer.madeBy.kind).toBe('standard');
    expect(made.complaint.nextDueAt).toBe(answer.dueAt);
    expect(made.complaint.promises).toHaveLength(2);
  });

  it('are opened and kept along the way, each at its row', async () => {
    const made = await app.make.complaint();
    const seen = [await standing(app, made)];
    expectStatus(200, await attempt(app, made, 'acknowledge'));
    seen.push(await standing(app, made));
    await app.make.fact(made);
    expectStatus(200, await attempt(app, made, 'establish-facts'));
    seen.push(await standing(app, made));
    expectStatus(200, await attempt(app, made, 'assign-owner'));
    seen.push(await standing(app, made));
    await app.make.act(made, 'resolve', DECISION);
    seen.push(await standing(app, made));
    expect(seen).toEqual([
      ['acknowledge open', 'resolve open'],
      ['acknowledge kept', 'establish_facts open', 'resolve open', 'update open'],
      ['acknowledge kept', 'establish_facts kept', 'name_owner open', 'resolve open', 'update open'],
      [
        'acknowledge kept',
        'action open',
        'establish_facts kept',
        'name_owner kept',
        'resolve open',
        'update open',
      ],
      [
        'acknowledge kept',
        'action open',
        'establish_facts kept',
        'name_owner kept',
        'resolve kept',
        'update released',
      ],
    ]);
    const kept = await promise(app, made, 'acknowledge', 'kept');
    const letter = (await messages(app, made)).find(({ kind }) => kind === 'acknowledgement');
    expect([kept.messageId, kept.keptAt]).toEqual([letter?.id, letter?.delivery?.at]);
  });

  it('a dispute makes a new decision and news due, and keeps the old ones on record', async () => {
    const made = await app.make.complaint('closed');
    expectStatus(200, await attempt(app, made, 'dispute'));
    const all = await standing(app, made);
    expect(all.filter((one) => /^(resolve|update)/.test(one))).toEqual([
      'resolve kept',
      'resolve open',
      'update open',
      'update released',
    ]);
    expect(days(app.now().toISOString(), (await promise(app, made, 'resolve')).dueAt)).toBeCloseTo(28, 2);
  });
});

describe('a promise that is kept late', () => {
  it('is broken at its time and then kept, both on record', async () => {
    const made = await app.make.receive({ receivedAt: ago(app, 2) });
    const due = await promise(app, made, 'acknowledge');
    expectStatus(200, await attempt(app, made, 'acknowledge'));
    const kept = await promise(app, made, 'acknowledge', 'kept_late');
    expect(kept.brokenAt).toBe(due.dueAt);
    const types = await entryTypes(app, made);
    expect(types.indexOf('promise.broken')).toBeGreaterThan(0);
    expect(types.indexOf('promise.kept')).toBeGreaterThan(types.indexOf('promise.broken'));
  });

  it('is broken once, however often it is looked at', async () => {
    const made = await app.make.complaint('acknowledged');
    app.advance({ days: 8 });
    for (let round = 0; round < 2; round++) await app.make.message(made);
    const broken = (await promises(app, made)).filter(({ kind, brokenAt }) => kind === 'update' && brokenAt);
    expect([broken.length, await openUpdates(made)]).toEqual([1, 1]);
  });
});

describe('words said in time and recorded late', () => {
  it('keep the promise at the time they were said', async () => {
    const made = await app.make.receive({ receivedAt: ago(app, 3) });
    const saidAt = ago(app, 2.5);
    expectStatus(200, await attempt(app, made, 'acknowledge', 'anna', { said: { how: 'phone', saidAt } }));
    expect(await promise(app, made, 'acknowledge', 'kept')).toMatchObject({ keptAt: saidAt, brokenAt: null });
    const seen = (await entryTypes(app, made)).filter((type) => /broken|withdrawn|kept/.test(type));
    expect(seen).toEqual(['promise.broken', 'breach.withdrawn', 'promise.kept']);
  });

  it.each(['email', 'social', 'other'])('by %s do not count as handed over then', async (how) => {
    const made = await app.make.receive({ receivedAt: ago(app, 3) });
    const said = { how, saidAt: ago(app, 2.5) };
    expectStatus(200, await attempt(app, made, 'acknowledge', 'anna', { said }));
    await promise(app, made, 'acknowledge', 'kept_late');
  });
});

describe('news', () => {
  it('is due exactly once from the acknowledgement to the decision', async () => {
    const made = await app.make.complaint();
    const counts = [await openUpdates(made)];
    for (const state of ['acknowledged', 'facts_established', 'in_progress'] as const) {
      const there = await app.make.complaint(state);
      counts.push(await openUpdates(there));
      await app.make.message(there);
      counts.push(await openUpdates(there));
      app.advance({ days: 8 });
      await app.make.message(there);
      counts.push(await openUpdates(there));
    }
    counts.push(await openUpdates(await app.make.complaint('resolved')));
    expect(counts).toEqual([0, ...Array.from({ length: 9 }, () => 1), 0]);
  });

  it('is no internal note, no noted words of the customer and no letter of the product', async () => {
    const made = await app.make.complaint('in_progress');
    const before = await promise(app, made, 'update');
    const said = { how: 'phone', saidAt: ago(app, 0) } as const;
    await app.make.message(made, { audience: 'internal' });
    await app.make.message(made, { direction: 'in', said });
    expect(await promise(app, made, 'update')).toEqual(before);
    await app.make.message(made);
    expect((await promise(app, made, 'update')).id).not.toBe(before.id);
  });

  it('said before it was promised keeps nothing', async () => {
    const made = await app.make.complaint('acknowledged');
    const before = await promise(app, made, 'update');
    await app.make.message(made, { said: { how: 'visit', saidAt: ago(app, 1) } });
    expect(await promise(app, made, 'update')).toEqual(before);
  });
});

describe('what is over', () => {
  it.each(['withdraw', 'decline'] as const)(
    '%s releases what is open; reopening opens it anew',
    async (end) => {
      const made = await app.make.complaint('in_progress');
      await app.make.callback(made, { dueAt: app.inDays(2) });
      const before = await app.make.read(made);
      const after = expectStatus(200, await attempt(app, made, end, 'sam')) as unknown as Complaint;
      expect([after.promises, after.nextDueAt]).toEqual([[], null]);
      app.advance({ days: 10 });
      const { complaint } = await app.make.act(made, 'reopen', { reason: 'A mistake.' }, 'sam');
      const dues = (one: Complaint) =>
        Object.fromEntries(one.promises.map(({ kind, dueAt }) => [kind, dueAt]));
      const [old, anew] = [dues(before), dues(complaint)];
      expect([anew.resolve, anew.action]).toEqual([old.resolve, old.action]);
      const now = app.now().toISOString();
      expect(days(now, anew.update ?? '')).toBeCloseTo(7, 2);
      expect(days(now, anew.callback ?? '')).toBeCloseTo(2, 2);
      expect(Object.keys(anew).sort()).toEqual(Object.keys(old).sort());
      expect(complaint.promises.find(({ kind }) => kind === 'callback')?.madeBy.name).toBe('Anna Agent');
    },
  );

  it('a declined complaint was answered, and comes back answered', async () => {
    const made = await app.make.complaint('declined');
    expect(await standing(app, made)).toEqual(['acknowledge kept', 'resolve released']);
    await app.make.act(made, 'reopen', { reason: 'A mistake.' }, 'sam');
    expect(await standing(app, made)).toEqual(['acknowledge kept', 'resolve open', 'resolve released']);
    expectStatus(200, await attempt(app, made, 'acknowledge'));
  });

  it.each(['spam', 'test'] as const)('%s is sent nothing', async (reason) => {
    const made = await app.make.complaint();
    await app.make.act(made, 'decline', { reason }, 'sam');
    expect(await messages(app, made)).toEqual([]);
    expect(await standing(app, made)).toEqual(['acknowledge released', 'resolve released']);
  });

  it('what was broken before stays to be answered', async () => {
    const made = await app.make.receive({ receivedAt: ago(app, 2) });
    expectStatus(200, await attempt(app, made, 'withdraw'));
    expect(await standing(app, made)).toEqual(['acknowledge broken', 'resolve released']);
  });
});
