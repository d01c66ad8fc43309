import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Message } from '../../support/resources.js';
import { attempt, entryTypes, messages, promise, promises, standing, timeline, unmet } from '../steps.js';
import { merge, seenBy, tryMerge } from './merges.js';

const app = useTestApp();

describe('of two complaints that are merged', () => {
  it('one rests and says where it goes on, and both say why', async () => {
    const [made, into] = [await app.make.complaint(), await app.make.complaint('in_progress')];
    const before = await app.make.read(into);
    const merged = await merge(app, made, into);
    expect(merged).toMatchObject({ state: 'merged', mergedIntoId: into.id, nextDueAt: null, promises: [] });
    expect(merged.version).toBe(made.complaint.version + 1);
    const after = await app.make.read(into);
    expect(after).toMatchObject({ state: 'in_progress', version: before.version + 1, mergedIntoId: null });
    const said = { reason: 'The same bed.' };
    const entries = [...(await timeline(app, made)), ...(await timeline(app, into))];
    expect(entries.find(({ type }) => type === 'complaint.merged')?.data).toEqual({
      ...{ state: 'merged', endedIn: 'received', intoId: into.id, confirmedSamePerson: false, ...said },
    });
    expect(entries.find(({ type }) => type === 'complaint.absorbed')?.data).toMatchObject({
      ...{ state: 'in_progress', fromId: made.id, promises: [], messages: [], ...said },
    });
  });

  it('the customer is told once, and sees the one that goes on by either token', async () => {
    const [made, into] = [await app.make.complaint(), await app.make.complaint('acknowledged')];
    await merge(app, made, into);
    const { complaint } = into;
    const views = [await seenBy(app, made), await seenBy(app, into)];
    expect(views.map(({ reference }) => reference)).toEqual([complaint.reference, complaint.reference]);
    const told = (await messages(app, into)).filter(({ kind }) => kind === 'notice');
    expect(told.map(({ body }) => body.includes(made.complaint.reference))).toEqual([true]);
    expect((await messages(app, made)).map(({ kind }) => kind)).toEqual([]);
  });

  it('the one that goes on gets what the customer writes to either, by themselves or through staff', async () => {
    const [made, into] = [await app.make.complaint(), await app.make.complaint('awaiting_customer')];
    await merge(app, made, into);
    await app.make.byCustomer(made, 'messages', { body: 'The left leg.' }, 201);
    expect((await app.make.read(into)).state).toBe('in_progress');
    const said = { how: 'phone', saidAt: app.inDays(0) };
    const body = { audience: 'customer', direction: 'in', body: 'Both legs.', said };
    const noted = await app.as('ben').post<Message>(`/v1/complaints/${made.id}/messages`, body);
    const { id } = expectStatus(201, noted);
    expect(noted.headers.get('location')).toBe(`/v1/complaints/${into.id}/messages/${id}`);
    const heard = (await messages(app, into)).filter(({ direction }) => direction === 'in');
    expect(heard.map(({ body: words }) => words)).toEqual(['The left leg.', 'Both legs.']);
    expect(await messages(app, made)).toEqual([]);
  });

  it('the one that goes on hears what nobody heard in the other, where it stays readable', async () => {
    const [made, into] = [await app.make.complaint('in_progress'), await app.make.complaint('in_progress')];
    await app.make.byCustomer(made, 'messages', { body: 'Nobody answers.' }, 201);
    await app.make.fact(made, { statement: 'The telephone rang 40 times.' });
    await merge(app, made, into);
    const [copy] = (await messages(app, into)).filter(({ direction }) => direction === 'in');
    const [first] = (await messages(app, made)).filter(({ direction }) => direction === 'in');
    expect(copy).toMatchObject({ body: 'Nobody answers.', heardAt: null, createdAt: first?.createdAt });
    expect(unmet(await attempt(app, into, 'resolve'))).toEqual(['customer_unheard']);
    const absorbed = (await timeline(app, into)).find(({ type }) => type === 'complaint.absorbed');
    expect(absorbed?.data).toMatchObject({ messages: [{ formerId: first?.id, id: copy?.id }] });
    await app.make.message(into, { body: 'From today somebody does.' });
    expectStatus(200, await attempt(app, into, 'resolve'));
    const facts = await app
      .as('anna')
      .get<{ items: { statement: string }[] }>(`/v1/complaints/${made.id}/facts`);
    expect(facts.body.items.map(({ statement }) => statement)).toContain('The telephone rang 40 times.');
  });

  it('who is complained about in one is complained about in the other', async () => {
    const ben = await app.idOf('ben');
    const made = await app.make.complaint('received', { complainedAboutUserIds: [ben] });
    const into = await app.make.complaint();
    expect(unmet(await tryMerge(app, into, made, 'ben'))).toEqual(['conflicted']);
    await merge(app, made, into);
    expect((await app.make.read(into)).complainedAboutUserIds).toEqual([ben]);
  });

  it('the first can be brought back to where it stood, and its promises open anew', async () => {
    const made = await app.make.complaint('in_progress');
    const into = await app.make.complaint('in_progress');
    const before = (await standing(app, made)).filter((one) => one.endsWith('open'));
    await merge(app, made, into);
    expect(await standing(app, made)).not.toContain('resolve open');
    expect((await attempt(app, made, 'reopen', 'anna')).status).toBe(403);
    const { complaint } = await app.make.act(made, 'reopen', { reason: 'Two beds.' }, 'sam');
    expect(complaint).toMatchObject({ state: 'in_progress', mergedIntoId: null, level: 0 });
    expect((await standing(app, made)).filter((one) => one.endsWith('open'))).toEqual(before);
    expect((await seenBy(app, made)).reference).toBe(made.complaint.reference);
  });

  it('the token of the first opens the last of a chain', async () => {
    const chain = [
      await app.make.complaint(),
      await app.make.complaint(),
      await app.make.complaint(),
    ] as const;
    await merge(app, chain[0], chain[1]);
    await merge(app, chain[1], chain[2]);
    await app.make.byCustomer(chain[0], 'messages', { body: 'Still there?' }, 201);
    expect((await seenBy(app, chain[0])).reference).toBe(chain[2].complaint.reference);
    const heard = (await messages(app, chain[2])).filter(({ direction }) => direction === 'in');
    expect(heard).toHaveLength(1);
  });
});

describe('in merged', () => {
  it('nothing breaks, and nothing is done there (Zammad 904)', async () => {
    const [made, into] = [await app.make.complaint('in_progress'), await app.make.complaint('in_progress')];
    await app.make.callback(made);
    const { version } = await merge(app, made, into);
    expect((await standing(app, made)).filter((one) => / (open|broken)$/.test(one))).toEqual([]);
    await app.passTime({ days: 40 });
    expect(await app.sweep()).toBe(0);
    expect((await app.make.read(made)).version).toBe(version);
    expect(await entryTypes(app, made)).not.toContain('promise.broken');
    const path = `/v1/complaints/${made.id}`;
    const words = { audience: 'customer', body: 'News.' };
    for (const [noun, body] of [
      ['messages', words],
      ['messages', { ...words, audience: 'internal' }],
      ['facts', { statement: 'It broke.', source: 'customer' }],
      ['links', { type: 'related', complaintId: into.id }],
    ] as const) {
      expect(unmet(await app.as('sam').post(`${path}/${noun}`, body))).toEqual(['state_not_allowed']);
    }
    const patched = await app.as('sam').patch(path, version, { subject: 'Another' });
    expect(unmet(patched as never)).toEqual(['state_not_allowed']);
  });
});

describe('what a person promised', () => {
  it('is promised still, under a new id that the log tells', async () => {
    const [made, into] = [await app.make.complaint('in_progress'), await app.make.complaint('in_progress')];
    const call = await app.make.callback(made);
    await merge(app, made, into);
    const again = await promise(app, into, 'callback');
    expect(again).toMatchObject({ what: call.what, dueAt: call.dueAt, madeBy: call.madeBy });
    expect(await standing(app, made)).toContain('callback released');
    const absorbed = (await timeline(app, into)).find(({ type }) => type === 'complaint.absorbed');
    const { promises: taken } = absorbed?.data as { promises: object[] };
    expect(taken).toContainEqual({ formerId: call.id, id: again.id });
    expect(
      (await promises(app, into)).filter(({ kind, state }) => kind === 'action' && state === 'open'),
    ).toHaveLength(2);
  });
});
