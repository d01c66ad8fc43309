import { expect, it } from '@jest/globals';
import { apologise } from '../complaints/steps.js';
import { expectAnswer } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';
import type { Complaint, Promised, Received, Tracking } from '../support/resources.js';

const app = useTestApp();

/** Each test is a chapter of one story: a decision disputed, handed over, withdrawn by mistake, and ended for good. */
let path: { id: string };
let token: string;

const as = (name: CastName) => app.as(name).client;
const marta = () => app.withToken(token).client;
const follow = () => expectAnswer(200, marta().GET('/v1/tracking'));
const kinds = (promises: Pick<Promised, 'kind' | 'state'>[]) =>
  promises.flatMap(({ kind, state }) => (state === 'open' ? [kind] : [])).sort();
const seen = ({ state, promises }: Pick<Tracking, 'state' | 'promises'>) => [state, kinds(promises)];

it('a letter of last week is put on record, answered late, and looked into', async () => {
  const receivedAt = app.inDays(-7);
  const body = {
    channel: 'letter',
    description: 'The bed arrived with a broken leg.',
    complainant: { name: 'Marta Kis', address: 'Duna utca 1' },
    answerVia: 'tracking',
    receivedAt,
  } as const;
  const made = (await expectAnswer(201, as('anna').POST('/v1/complaints', { body }))) as Received;
  path = { id: made.id };
  token = made.trackingToken;
  expect(made.nextDueAt).toBe(new Date(Date.parse(receivedAt) + 86_400_000).toISOString());
  const sorry = { params: { path }, body: { message: 'We are sorry, and sorry that it took a week.' } };
  await expectAnswer(200, as('anna').POST('/v1/complaints/{id}/actions/acknowledge', sorry));
  const { promises } = await follow();
  expect(promises.map(({ kind, state }) => `${kind} ${state}`)).toContain('acknowledge kept_late');
});

it('Ben asks her, she answers, and the time she took is not lost to the house', async () => {
  const params = { path };
  const question = { params, body: { question: 'Which leg?', replyBy: app.inDays(5) } };
  const asked = await expectAnswer(200, as('ben').POST('/v1/complaints/{id}/actions/ask-customer', question));
  const due = (one: Complaint) => one.promises.find(({ kind }) => kind === 'resolve')?.dueAt ?? '';
  app.advance({ days: 3 });
  const reply = marta().POST('/v1/tracking/messages', { body: { body: 'The left one.' } });
  expect((await expectAnswer(201, reply)).state).toBe('acknowledged');
  const now = await expectAnswer(200, as('ben').GET('/v1/complaints/{id}', { params }));
  expect(Math.round((Date.parse(due(now)) - Date.parse(due(asked))) / 86_400_000)).toBe(3);
});

it('Ben takes it over, and sees to what he agreed', async () => {
  const [ben, params] = [as('ben'), { path }];
  const fact = { statement: 'It broke on the way.', source: 'customer', standing: 'unprovable' } as const;
  await expectAnswer(201, ben.POST('/v1/complaints/{id}/facts', { params, body: fact }));
  const found = {
    summary: 'Nobody can say.',
    assessment: { severity: 'low', safety: false, complexity: 'low', impact: 'None.' },
  } as const;
  await expectAnswer(200, ben.POST('/v1/complaints/{id}/actions/establish-facts', { params, body: found }));
  const agreedActions = [{ what: 'Ask the carrier', dueAt: app.inDays(2) }];
  const body = { ownerId: await app.idOf('ben'), agreedActions };
  const assign = ben.POST('/v1/complaints/{id}/actions/assign-owner', { params, body });
  const { promises } = await expectAnswer(200, assign);
  const promiseId = promises.find(({ kind }) => kind === 'action')?.id ?? '';
  const toKeep = { params: { path: { ...path, promiseId } } };
  await expectAnswer(200, ben.POST('/v1/complaints/{id}/promises/{promiseId}/actions/keep', toKeep));
});

it('Ben decides against her; she disputes', async () => {
  const [ben, params] = [as('ben'), { path }];
  const message = { audience: 'customer', body: 'The carrier says no.' } as const;
  await expectAnswer(201, ben.POST('/v1/complaints/{id}/messages', { params, body: message }));
  await apologise(app, path);
  const decision = {
    outcome: 'not_determined',
    explanation: 'No proof.',
    notDeterminedReason: 'evidence_unavailable',
  } as const;
  const decide = ben.POST('/v1/complaints/{id}/actions/resolve', { params, body: decision });
  const { resolution } = await expectAnswer(200, decide);
  expect(resolution).toMatchObject({ ...decision, rootCause: null, final: false });
  const photo = { body: { reason: 'I have a photo.' } };
  const disputed = await expectAnswer(200, marta().POST('/v1/tracking/actions/dispute', photo));
  expect(seen(disputed)).toEqual(['in_progress', ['resolve', 'update']]);
});

it('Sam hands it to Anna; Marta takes it back by mistake, and back again', async () => {
  const body = { ownerId: await app.idOf('anna'), reason: 'A second look.' };
  const assign = as('sam').POST('/v1/complaints/{id}/actions/assign-owner', { params: { path }, body });
  expect((await expectAnswer(200, assign)).owner?.name).toBe('Anna Agent');
  const mistake = { body: { reason: 'Wrong button.' } };
  const withdrawn = await expectAnswer(200, marta().POST('/v1/tracking/actions/withdraw', mistake));
  expect([...seen(withdrawn), withdrawn.actions]).toEqual(['withdrawn', [], ['reopen']]);
  expect(withdrawn.disputableUntil).not.toBeNull();
  const other = { body: { reason: 'I meant the other one.' } };
  const back = await expectAnswer(200, marta().POST('/v1/tracking/actions/reopen', other));
  expect([...seen(back), back.owner?.name]).toEqual(['in_progress', ['resolve', 'update'], 'Anna Agent']);
});

it('Sue, who had no part in it, decides for good in her favour, and Marta accepts on the phone', async () => {
  const body = {
    outcome: 'upheld',
    explanation: 'The photo shows it.',
    rootCause: { text: 'No corner guards.' },
    final: true,
    accepted: { how: 'phone', saidAt: app.now().toISOString() },
  } as const;
  const decide = as('sue').POST('/v1/complaints/{id}/actions/resolve', { params: { path }, body });
  const closed = await expectAnswer(200, decide);
  expect(closed).toMatchObject({ state: 'closed', level: 1, closesAt: null });
  expect(closed.resolution).toMatchObject({
    outcome: 'upheld',
    final: true,
    resolvedBy: { name: 'Sue Supervisor' },
  });
  expect([closed.closedAt === null, closed.disputableUntil === null]).toEqual([false, false]);
  const still = { body: { reason: 'Still.' } };
  const { response, error } = await marta().POST('/v1/tracking/actions/dispute', still);
  expect([response.status, error]).toMatchObject([409, { unmet: [{ code: 'decision_final' }] }]);
});

it('the log tells it all, once and in order', async () => {
  await app.settle();
  const params = { path, query: { limit: 100 } };
  const { items } = await expectAnswer(200, as('otto').GET('/v1/complaints/{id}/timeline', { params }));
  const story = items.map(({ type }) => type).filter((type) => type.startsWith('complaint.'));
  expect(story.map((type) => type.replace('complaint.', ''))).toEqual([
    'received',
    'acknowledged',
    'customer_asked',
    'resumed',
    'facts_established',
    'owner_assigned',
    'resolved',
    'disputed',
    'owner_changed',
    'withdrawn',
    'reopened',
    'resolved',
    'closed',
  ]);
  const positions = items.map(({ position }) => position ?? -1);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
});
