import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Made } from '../support/make.js';
import type { Complaint, Message, Problem, Said, Tracking } from '../support/resources.js';
import { ago, attempt, DECISION, entryTypes, errors, messages, promise, unmet } from './steps.js';

const app = useTestApp();

const said = (days = 0, how: Said['how'] = 'phone'): Said => ({ how, saidAt: ago(app, days) });
const unheard = async (made: Made) =>
  (await messages(app, made)).filter(({ direction, heardAt }) => direction === 'in' && heardAt === null);
const view = async (made: Made) =>
  expectStatus(200, await app.withToken(made.trackingToken).get<Tracking>('/v1/tracking'));

describe('words to the customer', () => {
  it('are handed over on the tracking page at once', async () => {
    const made = await app.make.complaint();
    const message = await app.make.message(made, { body: 'We are on it.' });
    expect(message).toMatchObject({ audience: 'customer', direction: 'out', kind: 'update', heardAt: null });
    expect(message.author).toEqual({ kind: 'user', id: await app.idOf('anna'), name: 'Anna Agent' });
    expect(message.delivery).toEqual({ via: 'tracking', state: 'handed_over', at: message.createdAt });
    expect((await view(made)).messages).toEqual([
      { direction: 'out', body: 'We are on it.', at: message.createdAt },
    ]);
  });

  it.each(['phone', 'visit', 'letter', 'chat'] as const)(
    'said by %s are handed over when they were said',
    async (how) => {
      const made = await app.make.complaint('received', { answerVia: 'letter' });
      const words = said(1, how);
      const message = await app.make.message(made, { said: words });
      expect(message.delivery).toEqual({ via: how, state: 'handed_over', at: words.saidAt });
    },
  );

  it('wait to be sent where the customer is answered by letter, and keep nothing until then', async () => {
    const made = await app.make.complaint('received', { answerVia: 'letter' });
    expectStatus(200, await attempt(app, made, 'acknowledge'));
    const [letter] = await messages(app, made);
    expect(letter?.delivery).toEqual({ via: 'letter', state: 'queued', at: null });
    await promise(app, made, 'acknowledge');
    expect((await view(made)).messages).toEqual([]);
    const path = `/v1/complaints/${made.id}/messages/${letter?.id ?? ''}/actions/hand-over`;
    expect(errors(await app.as('anna').post<Problem>(path, { said: said(0, 'email') }))).toEqual([
      '/said/how not_applicable',
    ]);
    const sent = expectStatus(200, await app.as('anna').post<Message>(path, { said: said(0, 'letter') }));
    expect(sent.delivery?.state).toBe('handed_over');
    expect((await promise(app, made, 'acknowledge', 'kept')).keptAt).toBe(sent.delivery?.at);
    expect(unmet(await app.as('anna').post<Problem>(path, { said: said(0, 'letter') }))).toEqual([
      'not_queued',
    ]);
    expect(await entryTypes(app, made)).toContain('message.handed_over');
  });

  it('the windows of a decision begin with its handing over', async () => {
    const made = await app.make.complaint('in_progress', { answerVia: 'phone' });
    const { complaint } = await app.make.act(made, 'resolve', DECISION);
    expect([complaint.closesAt, complaint.disputableUntil]).toEqual([null, null]);
    await promise(app, made, 'resolve');
    app.advance({ days: 2 });
    const letter = (await messages(app, made)).find(({ kind }) => kind === 'decision');
    const path = `/v1/complaints/${made.id}/messages/${letter?.id ?? ''}/actions/hand-over`;
    const words = said(1);
    expectStatus(200, await app.as('anna').post(path, { said: words }));
    const { closesAt, disputableUntil } = await app.make.read(made);
    expect(Date.parse(closesAt ?? '') - Date.parse(words.saidAt)).toBe(14 * 86_400_000);
    expect(new Date(disputableUntil ?? '').getUTCDate()).toBeLessThanOrEqual(31);
    expect((await promise(app, made, 'resolve', 'kept')).keptAt).toBe(words.saidAt);
  });

  it('to nobody who can be reached are handed over by being put on record', async () => {
    const none = { answerVia: 'none', answerViaReason: 'Letters come back.', complainant: null } as const;
    const made = await app.make.complaint('acknowledged', none);
    expect((await messages(app, made))[0]?.delivery).toMatchObject({ via: 'none', state: 'handed_over' });
    await promise(app, made, 'acknowledge', 'kept');
  });

  it('may be written in every state', async () => {
    for (const state of ['resolved', 'closed', 'withdrawn', 'declined'] as const) {
      const made = await app.make.complaint(state);
      await app.make.message(made);
      await app.make.message(made, { audience: 'internal' });
      await app.make.message(made, { direction: 'in', said: said() });
      expect((await app.make.read(made)).state).toBe(state);
    }
  });
});

describe('words of the customer', () => {
  it('noted by staff need how and when they were said', async () => {
    const made = await app.make.complaint();
    const path = `/v1/complaints/${made.id}/messages`;
    const body = { audience: 'customer', direction: 'in', body: 'It wobbles.' };
    expect(errors(await app.as('anna').post<Problem>(path, body))).toEqual(['/said required']);
    const tomorrow = { how: 'phone', saidAt: app.inDays(1) };
    expect(errors(await app.as('anna').post<Problem>(path, { ...body, said: tomorrow }))).toEqual([
      '/said/saidAt max',
    ]);
    const noted = expectStatus(201, await app.as('anna').post<Message>(path, { ...body, said: said() }));
    expect(noted).toMatchObject({ direction: 'in', kind: 'reply', delivery: null, heardAt: null });
    expect(noted.author).toMatchObject({ kind: 'complainant', id: null, name: 'Marta Kis' });
  });

  it('are the answer that the house waits for, whoever noted them', async () => {
    const made = await app.make.complaint('awaiting_customer');
    await app.make.message(made, { direction: 'in', said: said() }, 'ben');
    expect((await app.make.read(made)).state).toBe('in_progress');
    expect(await entryTypes(app, made)).toContain('complaint.resumed');
  });

  it('are heard one by one, or all by an answer', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.byCustomer(made, 'messages', { body: 'One.' }, 201);
    await app.make.byCustomer(made, 'messages', { body: 'Two.' }, 201);
    const [one] = await unheard(made);
    const path = `/v1/complaints/${made.id}/messages/${one?.id ?? ''}/actions/hear`;
    const heard = expectStatus(200, await app.as('ben').post<Message>(path));
    expect(heard).toMatchObject({ version: 2, heardAt: expect.any(String) });
    expect(await unheard(made)).toHaveLength(1);
    const again = expectStatus(200, await app.as('ben').post<Message>(path, { note: 'Twice.' }));
    expect(again.version).toBe(2);
    expect((await entryTypes(app, made)).filter((type) => type === 'message.heard')).toHaveLength(1);
    await app.make.message(made);
    expect(await unheard(made)).toEqual([]);
  });

  const answers: [string, (made: Made) => Promise<unknown>, number][] = [
    ['an acknowledgement', (made) => attempt(app, made, 'acknowledge'), 0],
    ['an internal note', (made) => app.make.message(made, { audience: 'internal' }), 1],
    ['a letter of the product', (made) => attempt(app, made, 'withdraw'), 1],
    ['an escalation', (made) => attempt(app, made, 'escalate'), 1],
  ];

  it.each(answers)('after %s are heard or not', async (_, answer, left) => {
    const made = await app.make.complaint();
    await app.make.byCustomer(made, 'messages', { body: 'Well?' }, 201);
    await answer(made);
    expect(await unheard(made)).toHaveLength(left);
  });

  it('are heard by a question, by words with a new owner, and not by a name alone', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.byCustomer(made, 'messages', { body: 'Well?' }, 201);
    expectStatus(200, await attempt(app, made, 'assign-owner'));
    expect(await unheard(made)).toHaveLength(1);
    expectStatus(200, await attempt(app, made, 'assign-owner', 'anna', { message: 'It is me now.' }));
    expect(await unheard(made)).toHaveLength(0);
    await app.make.byCustomer(made, 'messages', { body: 'And?' }, 201);
    expectStatus(200, await attempt(app, made, 'ask-customer'));
    expect(await unheard(made)).toHaveLength(0);
  });

  it('only they are heard', async () => {
    const made = await app.make.complaint();
    const note = await app.make.message(made, { audience: 'internal' });
    const path = `/v1/complaints/${made.id}/messages/${note.id}/actions/hear`;
    expect(unmet(await app.as('anna').post<Problem>(path))).toEqual(['not_from_customer']);
  });

  it('that gave a reason for an action need no hearing', async () => {
    const made = await app.make.complaint('resolved');
    await app.make.byCustomer(made, 'actions/dispute', { reason: 'It was broken.' });
    expect(await unheard(made)).toEqual([]);
    expect((await app.make.act(made, 'resolve', DECISION)).complaint satisfies Complaint).toMatchObject({
      state: 'resolved',
    });
  });
});

it('an internal note has no direction, nothing said, and never reaches the customer', async () => {
  const made = await app.make.complaint();
  const path = `/v1/complaints/${made.id}/messages`;
  const wrong = { audience: 'internal', direction: 'in', body: 'Hm.', said: said() };
  expect(errors(await app.as('anna').post<Problem>(path, wrong))).toEqual([
    '/direction not_applicable',
    '/said not_applicable',
  ]);
  const note = await app.make.message(made, { audience: 'internal', body: 'She is right.' });
  expect(note).toMatchObject({ kind: 'note', delivery: null });
  expect(JSON.stringify(await view(made))).not.toContain('She is right');
});
