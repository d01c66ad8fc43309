import { expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Complaint, List, LogEntry, Promised, Tracking } from '../support/resources.js';

const app = useTestApp();

/** Each test is a chapter of one story: a decision disputed, handed over, withdrawn by mistake, and ended for good. */
let id: string;
let token: string;

const act = async (by: 'anna' | 'ben' | 'sam' | 'sue', action: string, body: object) =>
  expectStatus(200, await app.as(by).post<Complaint>(`/v1/complaints/${id}/actions/${action}`, body));
const marta = () => app.withToken(token);
const write = async (path: string, body: object, status = 200) =>
  expectStatus(status, await marta().post<Tracking>(`/v1/tracking/${path}`, body));
const kinds = (promises: Pick<Promised, 'kind' | 'state'>[]) =>
  promises.flatMap(({ kind, state }) => (state === 'open' ? [kind] : [])).sort();

it('a letter of last week is put on record, answered late, and looked into', async () => {
  const body = {
    channel: 'letter',
    description: 'The bed arrived with a broken leg.',
    complainant: { name: 'Marta Kis', address: 'Duna utca 1' },
    answerVia: 'tracking',
    receivedAt: app.inDays(-7),
  };
  const made = expectStatus(
    201,
    await app.as('anna').post<Complaint & { trackingToken: string }>('/v1/complaints', body),
  );
  ({ id, trackingToken: token } = made);
  expect(made.nextDueAt).toBe(new Date(Date.parse(body.receivedAt) + 86_400_000).toISOString());
  await act('anna', 'acknowledge', { message: 'We are sorry, and sorry that it took a week.' });
  const tracking = expectStatus(200, await marta().get<Tracking>('/v1/tracking'));
  expect(tracking.promises.map(({ kind, state }) => `${kind} ${state}`)).toContain('acknowledge kept_late');
});

it('Ben asks her, she answers, and the time she took is not lost to the house', async () => {
  const asked = await act('ben', 'ask-customer', { question: 'Which leg?', replyBy: app.inDays(5) });
  const due = (one: Complaint) => one.promises.find(({ kind }) => kind === 'resolve')?.dueAt ?? '';
  app.advance({ days: 3 });
  expect((await write('messages', { body: 'The left one.' }, 201)).state).toBe('acknowledged');
  const now = expectStatus(200, await app.as('ben').get<Complaint>(`/v1/complaints/${id}`));
  expect(Math.round((Date.parse(due(now)) - Date.parse(due(asked))) / 86_400_000)).toBe(3);
});

it('Ben takes it over and decides against her; she disputes', async () => {
  const fact = { statement: 'It broke on the way.', source: 'customer', standing: 'unprovable' };
  expectStatus(201, await app.as('ben').post(`/v1/complaints/${id}/facts`, fact));
  await act('ben', 'establish-facts', {
    summary: 'Nobody can say.',
    assessment: { severity: 'low', safety: false, complexity: 'low', impact: 'None.' },
  });
  const agreedActions = [{ what: 'Ask the carrier', dueAt: app.inDays(2) }];
  const owned = await act('ben', 'assign-owner', { ownerId: await app.idOf('ben'), agreedActions });
  const action = owned.promises.find(({ kind }) => kind === 'action');
  expectStatus(
    200,
    await app.as('ben').post(`/v1/complaints/${id}/promises/${action?.id ?? ''}/actions/keep`),
  );
  const message = { audience: 'customer', body: 'The carrier says no.' };
  expectStatus(201, await app.as('ben').post(`/v1/complaints/${id}/messages`, message));
  const decision = {
    outcome: 'not_determined',
    explanation: 'No proof.',
    notDeterminedReason: 'evidence_unavailable',
  };
  const resolved = await act('ben', 'resolve', decision);
  expect(resolved.resolution).toMatchObject({ ...decision, rootCause: null, final: false });
  const disputed = await write('actions/dispute', { reason: 'I have a photo.' });
  expect([disputed.state, kinds(disputed.promises as Promised[])]).toEqual([
    'in_progress',
    ['resolve', 'update'],
  ]);
});

it('Sam hands it to Anna; Marta takes it back by mistake, and back again', async () => {
  const handed = await act('sam', 'assign-owner', {
    ownerId: await app.idOf('anna'),
    reason: 'A second look.',
  });
  expect(handed.owner?.name).toBe('Anna Agent');
  const withdrawn = await write('actions/withdraw', { reason: 'Wrong button.' });
  expect([withdrawn.state, withdrawn.actions, kinds(withdrawn.promises as Promised[])]).toEqual([
    'withdrawn',
    ['reopen'],
    [],
  ]);
  expect(withdrawn.disputableUntil).not.toBeNull();
  const back = await write('actions/reopen', { reason: 'I meant the other one.' });
  expect([back.state, back.owner?.name, kinds(back.promises as Promised[])]).toEqual([
    'in_progress',
    'Anna Agent',
    ['resolve', 'update'],
  ]);
});

it('Sue, who had no part in it, decides for good in her favour, and Marta accepts on the phone', async () => {
  const decision = {
    outcome: 'upheld',
    explanation: 'The photo shows it.',
    rootCause: { text: 'No corner guards.' },
    final: true,
    accepted: { how: 'phone', saidAt: app.now().toISOString() },
  };
  const closed = await act('sue', 'resolve', decision);
  expect(closed).toMatchObject({ state: 'closed', level: 1, closesAt: null });
  expect(closed.resolution).toMatchObject({
    outcome: 'upheld',
    final: true,
    resolvedBy: { name: 'Sue Supervisor' },
  });
  expect([closed.closedAt === null, closed.disputableUntil === null]).toEqual([false, false]);
  const dispute = await marta().post('/v1/tracking/actions/dispute', { reason: 'Still.' });
  expect([dispute.status, dispute.body]).toMatchObject([409, { unmet: [{ code: 'decision_final' }] }]);
});

it('the log tells it all, once and in order', async () => {
  await app.settle();
  const path = `/v1/complaints/${id}/timeline?limit=100`;
  const { items } = expectStatus(200, await app.as('otto').get<List<LogEntry>>(path));
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
