import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Made, Reachable } from '../support/make.js';
import type { List, LogEntry, Problem, Tracking } from '../support/resources.js';
import { attempt, errors, messages, standing, unmet } from './steps.js';

const app = useTestApp();

const customer = (made: Made) => app.withToken(made.trackingToken);
const view = async (made: Made) => expectStatus(200, await customer(made).get<Tracking>('/v1/tracking'));

const ACTIONS = ['accept', 'dispute', 'withdraw', 'escalate', 'reopen'] as const;

describe('what the customer may do', () => {
  const open = ['withdraw', 'escalate'];
  const possible: [Reachable, string[]][] = [
    ['received', open],
    ['acknowledged', open],
    ['facts_established', open],
    ['in_progress', open],
    ['awaiting_customer', open],
    ['resolved', ['accept', 'dispute']],
    ['closed', ['dispute']],
    ['withdrawn', ['reopen']],
    ['declined', ['reopen']],
  ];

  it.each(possible)('%s: %j, and everything else is refused', async (state, actions) => {
    const made = await app.make.complaint(state);
    expect((await view(made)).actions.toSorted()).toEqual(actions.toSorted());
    for (const action of ACTIONS.filter((one) => !actions.includes(one))) {
      const body = action === 'accept' ? {} : { reason: 'So it is.' };
      const answer = await customer(made).post<Problem>(`/v1/tracking/actions/${action}`, body);
      expect([action, ...unmet(answer)]).toEqual([action, 'state_not_allowed']);
    }
    expect((await app.make.read(made)).state).toBe(state);
  });

  it('accepting needs no body at all, everything else a reason', async () => {
    const made = await app.make.complaint('resolved');
    for (const action of ['dispute', 'withdraw', 'escalate', 'reopen']) {
      const path = `/v1/tracking/actions/${action}`;
      expect(errors(await customer(made).post<Problem>(path, {}))).toEqual(['/reason required']);
      expect(errors(await customer(made).post<Problem>(path))).toEqual([' required']);
    }
    const accepted = expectStatus(200, await customer(made).post<Tracking>('/v1/tracking/actions/accept'));
    expect(accepted.state).toBe('closed');
  });

  it('saying how it was said is for staff', async () => {
    const made = await app.make.complaint('resolved');
    const body = { how: 'phone', saidAt: app.now().toISOString() };
    expect(errors(await customer(made).post<Problem>('/v1/tracking/actions/accept', body))).toEqual([
      '/how unknown_property',
      '/saidAt unknown_property',
    ]);
  });
});

describe('the view', () => {
  it('tells who is responsible with name and contact, what is promised, and nothing internal', async () => {
    const made = await app.make.complaint('in_progress');
    await app.make.message(made, { audience: 'internal', body: 'Secret.' });
    const shown = await view(made);
    expect(Object.keys(shown)).toEqual([
      'reference',
      'state',
      'subject',
      'receivedAt',
      'language',
      'owner',
      'nextPromise',
      'promises',
      'messages',
      'issues',
      'resolution',
      'closesAt',
      'disputableUntil',
      'actions',
      'version',
    ]);
    const anna = { name: 'Anna Agent', phone: null, email: 'anna@house.example', standIn: false };
    expect(shown.owner).toEqual(anna);
    expect(shown.promises.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(
      await standing(app, made),
    );
    expect(shown.nextPromise?.kind).toBe('update');
    expect(shown.messages).toHaveLength(2);
    expect(JSON.stringify(shown)).not.toContain('Secret');
  });

  it('has the version of the complaint as its ETag, and answers 304', async () => {
    const made = await app.make.complaint();
    const first = await customer(made).get<Tracking>('/v1/tracking');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toBe(`"${first.body.version}"`);
    const headers = { Authorization: `Bearer ${made.trackingToken}`, 'If-None-Match': tag };
    const again = await fetch(`${app.baseUrl}/v1/tracking`, { headers });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    const stale = await customer(made).post<Problem>(
      '/v1/tracking/actions/escalate',
      { reason: 'Now.' },
      { 'If-Match': '"99"' },
    );
    expect([stale.status, stale.body.currentVersion]).toEqual([412, 1]);
  });

  it('after a dispute the decision is open, and stands in the messages', async () => {
    const made = await app.make.complaint('closed');
    const before = await view(made);
    expect(before).toMatchObject({ resolution: { outcome: 'upheld' }, closesAt: null });
    expect(before.disputableUntil).not.toBeNull();
    const after = await app.make.byCustomer(made, 'actions/dispute', { reason: 'No.' });
    expect(after).toMatchObject({
      state: 'in_progress',
      resolution: null,
      closesAt: null,
      disputableUntil: null,
    });
    expect(after.messages.some(({ body }) => body.includes('broke on our way'))).toBe(true);
    const complaint = await app.make.read(made);
    expect(complaint).toMatchObject({ resolution: null, closesAt: null, closedAt: null, level: 1 });
  });
});

describe('a message of the customer', () => {
  it('is answered with the view and its place', async () => {
    const made = await app.make.complaint();
    const answer = await customer(made).post<Tracking>('/v1/tracking/messages', { body: 'Hello?' });
    expect([answer.status, answer.headers.get('location')]).toEqual([201, '/v1/tracking']);
    expect(answer.body.messages).toMatchObject([{ direction: 'in', body: 'Hello?' }]);
  });

  it('lets the work go on that waited for it, under the name of the customer', async () => {
    const made = await app.make.complaint('awaiting_customer');
    const after = await app.make.byCustomer(made, 'messages', { body: 'The left one.' }, 201);
    expect(after.state).toBe('in_progress');
    const path = `/v1/complaints/${made.id}/timeline?limit=100`;
    const { items } = expectStatus(200, await app.as('otto').get<List<LogEntry>>(path));
    const resumed = items.find(({ type }) => type === 'complaint.resumed');
    expect(resumed?.actor).toMatchObject({ kind: 'complainant', name: 'Marta Kis' });
  });
});

describe('the token', () => {
  it('opens its own complaint and nothing else', async () => {
    const made = await app.make.complaint();
    for (const path of [
      `/v1/complaints/${made.id}`,
      '/v1/complaints',
      '/v1/me',
      '/v1/workflow',
      '/v1/users',
    ]) {
      expect([path, (await customer(made).get(path)).status]).toEqual([path, 401]);
    }
    expect((await customer(made).post('/v1/complaints', {})).status).toBe(401);
    expect((await app.as('anna').get('/v1/tracking')).status).toBe(403);
    expect((await app.anonymous.get('/v1/tracking')).status).toBe(401);
  });

  it('altered by one sign opens nothing', async () => {
    const made = await app.make.complaint();
    const token = made.trackingToken;
    for (const place of [0, 4, 10, token.length - 8, token.length - 1]) {
      const sign = token[place] === 'A' ? 'B' : 'A';
      const altered = token.slice(0, place) + sign + token.slice(place + 1);
      expect((await app.withToken(altered).get('/v1/tracking')).status).toBe(401);
    }
  });
});

it('what staff record of the customer is confirmed to the customer; what the customer did is not', async () => {
  const recorded = await app.make.complaint('resolved');
  expectStatus(200, await attempt(app, recorded, 'accept'));
  const notices = (await messages(app, recorded)).filter(({ kind }) => kind === 'notice');
  expect(notices).toHaveLength(1);
  const own = await app.make.complaint('resolved');
  await app.make.byCustomer(own, 'actions/accept', {});
  expect((await messages(app, own)).filter(({ kind }) => kind === 'notice')).toEqual([]);
});
