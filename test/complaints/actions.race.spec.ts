import { describe, expect, it } from '@jest/globals';
import { useTestApp } from '../support/app.js';
import { race } from '../support/race.js';
import { ago, ASSESSMENT, DECISION, entryTypes, promises } from './steps.js';

const app = useTestApp();

/** Deleting the lock of the complaint (`FOR NO KEY UPDATE` in subject-locks.ts) breaks each of these. */
describe('of fifty identical transitions at once one is taken', () => {
  const said = () => ({ how: 'phone', saidAt: ago(app, 0) });
  const transitions = [
    ['received', 'acknowledge', () => ({ message: 'Sorry.' }), 'complaint.acknowledged'],
    [
      'acknowledged',
      'establish-facts',
      () => ({ summary: 'So.', assessment: ASSESSMENT }),
      'complaint.facts_established',
    ],
    ['in_progress', 'resolve', () => DECISION, 'complaint.resolved'],
    ['resolved', 'accept', said, 'complaint.closed'],
    ['closed', 'dispute', () => ({ ...said(), reason: 'No.' }), 'complaint.disputed'],
    ['awaiting_customer', 'resume', () => ({}), 'complaint.resumed'],
    ['received', 'withdraw', () => ({ ...said(), reason: 'No.' }), 'complaint.withdrawn'],
  ] as const;

  it.each(transitions)('%s: %s', async (state, action, body, type) => {
    const made = await app.make.complaint(state);
    if (action === 'establish-facts') await app.make.fact(made);
    const { version } = await app.make.read(made);
    const path = `/v1/complaints/${made.id}/actions/${action}`;
    const tally = await race(50, () => app.as('anna').post(path, body()));
    expect(tally).toEqual({ '200': 1, '409 action_refused': 49 });
    expect((await entryTypes(app, made)).filter((entry) => entry === type)).toHaveLength(1);
    expect((await app.make.read(made)).version).toBe(version + 1);
  });

  it('with the version they saw the others are refused with 412', async () => {
    const made = await app.make.complaint();
    const path = `/v1/complaints/${made.id}/actions/escalate`;
    const tally = await race(50, () => app.as('anna').post(path, { reason: 'Now.' }, { 'If-Match': '"1"' }));
    expect(tally).toEqual({ '200': 1, '412 version_mismatch': 49 });
    expect((await app.make.read(made)).level).toBe(1);
  });
});

it('of two handovers on one version one wins', async () => {
  const made = await app.make.complaint('in_progress');
  const { version } = await app.make.read(made);
  const owners = [await app.idOf('ben'), await app.idOf('sue')];
  const path = `/v1/complaints/${made.id}/actions/assign-owner`;
  const tally = await race(2, (index) =>
    app.as('sam').post(path, { ownerId: owners[index], reason: 'Holiday.' }, { 'If-Match': `"${version}"` }),
  );
  expect(tally).toEqual({ '200': 1, '412 version_mismatch': 1 });
  expect((await entryTypes(app, made)).filter((type) => type === 'complaint.owner_changed')).toHaveLength(1);
});

it('different actions at once leave one way through the table', async () => {
  const made = await app.make.complaint();
  const saying = { how: 'phone', saidAt: ago(app, 0) };
  const calls = [
    ['acknowledge', { message: 'Sorry.' }],
    ['withdraw', { ...saying, reason: 'No.' }],
    ['decline', { reason: 'out_of_scope', message: 'No.' }],
    ['escalate', { reason: 'Now.' }],
  ] as const;
  const tally = await race(40, (index) => {
    const [action, body] = calls[index % calls.length] ?? calls[0];
    return app.as('sam').post(`/v1/complaints/${made.id}/actions/${action}`, body);
  });
  expect(Object.keys(tally).sort()).toEqual(['200', '409 action_refused']);
  const { version } = await app.make.read(made);
  expect(tally['200']).toBe(version - 1);
});

it('news from many at once keeps each promise of news once, and one stays open', async () => {
  const made = await app.make.complaint('in_progress');
  const path = `/v1/complaints/${made.id}/messages`;
  const body = { audience: 'customer', body: 'News.' };
  expect(await race(20, () => app.as('anna').post(path, body))).toEqual({ '201': 20 });
  const updates = (await promises(app, made)).filter(({ kind }) => kind === 'update');
  expect(updates.filter(({ state }) => state === 'kept')).toHaveLength(20);
  expect(updates.filter(({ state }) => state === 'open')).toHaveLength(1);
});

it('a promise is kept or released or moved, never two of them', async () => {
  const made = await app.make.complaint('in_progress');
  const { id } = await app.make.callback(made);
  const deeds = [
    ['keep', {}],
    ['release', { said: { how: 'phone', saidAt: ago(app, 0) } }],
    ['move', { dueAt: app.inDays(9), reason: 'Late.', message: 'Later.' }],
  ] as const;
  const tally = await race(30, (index) => {
    const [deed, body] = deeds[index % deeds.length] ?? deeds[0];
    return app.as('anna').post(`/v1/complaints/${made.id}/promises/${id}/actions/${deed}`, body);
  });
  expect(tally).toEqual({ '200': 1, '409 action_refused': 29 });
});

it('of many settlements of a fact on one version one wins', async () => {
  const made = await app.make.complaint('acknowledged');
  const fact = await app.make.fact(made, { standing: 'claimed' });
  const path = `/v1/complaints/${made.id}/facts/${fact.id}`;
  const tally = await race(20, (index) =>
    app.as('anna').patch(path, 1, { standing: 'confirmed', reason: `photo ${index}` }),
  );
  expect(tally).toEqual({ '200': 1, '412 version_mismatch': 19 });
});

it('an external id is taken once', async () => {
  const tally = await race(20, () =>
    app.as('anna').post('/v1/complaints', {
      channel: 'api',
      description: 'Broken.',
      answerVia: 'tracking',
      externalId: 'crm-1',
    }),
  );
  expect(tally).toEqual({ '201': 1, '409 external_id_taken': 19 });
});
