import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Made } from '../support/make.js';
import type { Complaint, Decision, List, Message, Said, Tracking } from '../support/resources.js';

const app = useTestApp();

const decision = (said?: Said): Decision => ({
  outcome: 'not_upheld',
  explanation: 'Whole.',
  ...(said && { said }),
});
const letters = async (made: Made, kind: string): Promise<Message[]> => {
  const path = `/v1/complaints/${made.id}/messages?limit=100`;
  const { items } = expectStatus(200, await app.as('anna').get<List<Message>>(path));
  return items.filter((message) => message.kind === kind);
};

describe('times at the edge', () => {
  it('a pause carries no promise beyond the year 9999', async () => {
    const last = '9999-12-31T23:59:59.999Z';
    const made = await app.make.complaint('in_progress');
    await app.make.callback(made, { kind: 'action', dueAt: last });
    await app.make.act(made, 'ask-customer', { question: 'Which?', replyBy: last });
    app.advance({ days: 2 });
    const { complaint } = await app.make.act(made, 'resume', {});
    expect(complaint.promises.map(({ dueAt }) => dueAt)).toContain(last);
  });

  it('words said before a promise was made do not pause it from then', async () => {
    const made = await app.make.complaint('in_progress');
    const before = await app.make.read(made);
    const said = { how: 'phone', saidAt: app.inDays(-10) } as const;
    await app.make.act(made, 'ask-customer', { question: 'Which?', replyBy: app.inDays(1), said });
    const { complaint } = await app.make.act(made, 'resume', {});
    for (const promise of complaint.promises) {
      const was = before.promises.find(({ id }) => id === promise.id);
      const longer = Date.parse(promise.dueAt) - Date.parse(was?.dueAt ?? promise.dueAt);
      expect(longer).toBeLessThan(60_000);
    }
  });

  it('a decision dated before the complaint takes nothing of the time to disagree', async () => {
    const made = await app.make.complaint('in_progress');
    const said = { how: 'phone', saidAt: '0001-01-01T00:00:00Z' } as const;
    const { complaint } = await app.make.act(made, 'resolve', decision(said));
    expect((complaint.closesAt ?? '') > app.inDays(13)).toBe(true);
    const again = await app.make.byCustomer(made, 'actions/dispute', { reason: 'It was broken.' });
    expect(again.state).toBe('in_progress');
    app.advance({ days: 1 });
    const second = await app.make.act(
      made,
      'resolve',
      decision({ how: 'phone', saidAt: app.inDays(-100) }),
      'sam',
    );
    expect((second.complaint.disputableUntil ?? '') > app.inDays(150)).toBe(true);
  });

  it('a clock that stands still brings nothing back twice', async () => {
    const made = await app.make.complaint('in_progress');
    app.advance({ days: -1 });
    for (let round = 0; round < 3; round++) {
      await app.make.byCustomer(made, 'actions/withdraw', { reason: 'No more.' });
      await app.make.byCustomer(made, 'actions/reopen', { reason: 'Again.' });
    }
    const kinds = (await app.make.read(made)).promises
      .filter(({ state }) => state === 'open')
      .map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'resolve')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'update')).toHaveLength(1);
    app.advance({ days: 1 });
  });
});

describe('letters that wait', () => {
  it('the letter of a decision that was reopened starts no window', async () => {
    const made = await app.make.complaint('resolved', { answerVia: 'letter' });
    const [first] = await letters(made, 'decision');
    await app.make.act(made, 'reopen', { reason: 'A photo came.' }, 'sam');
    await app.make.act(made, 'resolve', decision(), 'sam');
    const said = { how: 'letter', saidAt: app.now().toISOString() };
    const path = `/v1/complaints/${made.id}/messages/${first?.id}/actions/hand-over`;
    expectStatus(200, await app.as('anna').post(path, { said }));
    expect(await app.make.read(made)).toMatchObject({ closesAt: null, disputableUntil: null });
  });
});

describe('a decision that was not told yet', () => {
  it('is neither shown to the customer nor answered by them', async () => {
    const made = await app.make.complaint('resolved', { answerVia: 'letter' });
    const before = await app.withToken(made.trackingToken).get<Tracking>('/v1/tracking');
    expect(before.body).toMatchObject({ state: 'resolved', resolution: null, actions: [] });
    const [letter] = await letters(made, 'decision');
    const path = `/v1/complaints/${made.id}/messages/${letter?.id}/actions/hand-over`;
    expectStatus(200, await app.as('anna').post(path, { said: { how: 'letter', saidAt: app.inDays(0) } }));
    const after = await app.withToken(made.trackingToken).get<Tracking>('/v1/tracking');
    expect(after.body.actions).toEqual(['accept', 'dispute']);
  });
});

describe('the first owner', () => {
  it('is named while the customer is asked, with what was agreed, and the answer leads on to the work', async () => {
    const made = await app.make.complaint('facts_established');
    await app.make.act(made, 'ask-customer', { question: 'Which?', replyBy: app.inDays(2) });
    const ownerId = await app.idOf('anna');
    const agreedActions = [{ what: 'Send a leg', dueAt: app.inDays(3) }];
    const { complaint } = await app.make.act(made, 'assign-owner', { ownerId, agreedActions });
    expect(complaint).toMatchObject({ state: 'awaiting_customer', owner: { id: ownerId } });
    const answered = await app.make.byCustomer(made, 'messages', { body: 'The left one.' }, 201);
    expect(answered.state).toBe('in_progress');
  });
});

describe('what a customer can write', () => {
  it('fills the search row without a write that fails', async () => {
    const made = await app.make.complaint();
    for (let round = 0; round < 22; round++) {
      const words = Array.from({ length: 31 }, (_, n) => `${round}a${n}${'漢'.repeat(600)}`);
      await app.make.byCustomer(made, 'messages', { body: words.join(' ') }, 201);
    }
    const { version } = await app.make.read(made);
    expectStatus(200, await app.as('anna').patch(`/v1/complaints/${made.id}`, version, { subject: 'Zzyzx' }));
    const found = expectStatus(200, await app.as('anna').get<List<Complaint>>('/v1/complaints?q=zzyzx'));
    expect(found.items.map(({ id }) => id)).toEqual([made.id]);
  });
});

describe('particulars', () => {
  it('the reason for no answer stays while there is none', async () => {
    const made = await app.make.receive({ answerVia: 'none', answerViaReason: 'No address.' });
    const answer = await app.as('anna').patch(`/v1/complaints/${made.id}`, 1, { answerViaReason: null });
    expect(answer.status).toBe(400);
  });
});
