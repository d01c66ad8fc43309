import { expect, it } from '@jest/globals';
import type { Amends } from '../../src/commands/client/amends.js';
import { expectAnswer } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';

const app = useTestApp();

/** Each test is a chapter of one story and begins where the one before it ended. */
let path: { id: string };
let marta: Amends;

const as = (name: CastName) => app.as(name).client;

it('Marta complains without an account and can follow her complaint', async () => {
  const handedIn = await expectAnswer(
    201,
    app.anonymous.client.POST('/v1/complaints', {
      body: {
        channel: 'web',
        subject: 'Broken bed',
        description: 'The bed arrived with a broken leg, and nobody answers the phone.',
        complainant: { name: 'Marta Kis', phone: '+36 1 234 5678' },
        answerVia: 'tracking',
      },
    }),
  );
  path = { id: handedIn.id };
  marta = app.withToken(handedIn.trackingToken).client;
  const tracking = await expectAnswer(200, marta.GET('/v1/tracking'));
  expect(tracking.reference).toBe(handedIn.reference);
  expect(tracking.nextPromise?.kind).toBe('acknowledge');
});

it('Anna says sorry, hears her out and puts the facts on record', async () => {
  const [anna, params] = [as('anna'), { path }];
  const sorry = { message: 'We are sorry about your bed.' };
  const answered = anna.POST('/v1/complaints/{id}/actions/acknowledge', { params, body: sorry });
  expect((await expectAnswer(200, answered)).state).toBe('acknowledged');

  const found = {
    summary: 'A broken leg.',
    assessment: {
      severity: 'medium',
      safety: false,
      complexity: 'low',
      impact: 'No bed.',
      immediateAction: null,
    },
  } as const;
  const establish = () => anna.POST('/v1/complaints/{id}/actions/establish-facts', { params, body: found });
  expect((await establish()).error).toMatchObject({ unmet: [{ code: 'customer_not_heard' }] });
  const said = { statement: 'The leg was broken on arrival.', source: 'customer' } as const;
  await expectAnswer(201, anna.POST('/v1/complaints/{id}/facts', { params, body: said }));
  expect((await expectAnswer(200, establish())).state).toBe('facts_established');
});

it('Sam names Ben the owner, and Marta is told his name', async () => {
  const body = {
    ownerId: await app.idOf('ben'),
    agreedActions: [{ what: 'Send a new leg', dueAt: app.inDays(3) }],
  };
  const assign = as('sam').POST('/v1/complaints/{id}/actions/assign-owner', { params: { path }, body });
  await expectAnswer(200, assign);
  const tracking = await expectAnswer(200, marta.GET('/v1/tracking'));
  expect(tracking.state).toBe('in_progress');
  expect(tracking.owner?.name).toBe('Ben Agent');
  expect(tracking.promises.map(({ what }) => what)).toContain('Send a new leg');
});

it('what Marta writes must be heard and what is claimed must be settled before anything is decided', async () => {
  const [ben, params] = [as('ben'), { path }];
  const wobbles = { body: 'The other leg wobbles too.' };
  await expectAnswer(201, marta.POST('/v1/tracking/messages', { body: wobbles }));
  const offers = await expectAnswer(200, ben.GET('/v1/complaints/{id}/actions', { params }));
  const resolve = offers.items.find(({ action }) => action === 'resolve');
  expect(resolve?.unmet.map(({ code }) => code)).toEqual(['customer_unheard', 'facts_unsettled']);

  const messages = await expectAnswer(200, ben.GET('/v1/complaints/{id}/messages', { params }));
  const unheard = messages.items.find(({ direction }) => direction === 'in');
  const toHear = { params: { path: { ...path, messageId: unheard?.id ?? '' } } };
  await expectAnswer(200, ben.POST('/v1/complaints/{id}/messages/{messageId}/actions/hear', toHear));
  const facts = await expectAnswer(200, ben.GET('/v1/complaints/{id}/facts', { params }));
  const { id: factId = '', version = 0 } = facts.items[0] ?? {};
  const toSettle = { path: { ...path, factId }, header: { 'If-Match': `"${version}"` } };
  const body = { standing: 'confirmed', reason: 'A photo shows it.' } as const;
  await expectAnswer(200, ben.PATCH('/v1/complaints/{id}/facts/{factId}', { params: toSettle, body }));
});

it('Ben keeps his word, decides, and Marta accepts', async () => {
  const [ben, params] = [as('ben'), { path }];
  const { promises } = await expectAnswer(200, ben.GET('/v1/complaints/{id}', { params }));
  const promiseId = promises.find(({ kind }) => kind === 'action')?.id ?? '';
  const toKeep = { params: { path: { ...path, promiseId } } };
  await expectAnswer(200, ben.POST('/v1/complaints/{id}/promises/{promiseId}/actions/keep', toKeep));
  const decision = {
    outcome: 'upheld',
    explanation: 'The leg broke on our way to you.',
    rootCause: { text: 'Packed without corner guards.' },
  } as const;
  await expectAnswer(200, ben.POST('/v1/complaints/{id}/actions/resolve', { params, body: decision }));
  expect((await expectAnswer(200, marta.GET('/v1/tracking'))).resolution?.outcome).toBe('upheld');
  const accepted = await expectAnswer(200, marta.POST('/v1/tracking/actions/accept', { body: {} }));
  expect(accepted.state).toBe('closed');
});

it('the timeline tells the story in its order, and Otto can look at it', async () => {
  await app.settle();
  const params = { path, query: { limit: 100 } };
  const { items } = await expectAnswer(200, as('otto').GET('/v1/complaints/{id}/timeline', { params }));
  expect(items.map(({ type }) => type).filter((type) => type.startsWith('complaint.'))).toEqual([
    'complaint.received',
    'complaint.acknowledged',
    'complaint.facts_established',
    'complaint.owner_assigned',
    'complaint.resolved',
    'complaint.closed',
  ]);
  expect(items.map(({ seq }) => seq)).toEqual(items.map(({ seq }) => seq).toSorted((a, b) => a - b));
  expect(items.every(({ position }) => position !== null)).toBe(true);
});
