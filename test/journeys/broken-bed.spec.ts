import { expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type {
  ActionOffer,
  Complaint,
  Fact,
  List,
  LogEntry,
  Message,
  Problem,
  Tracking,
} from '../support/resources.js';

const app = useTestApp();

/** Each test is a chapter of one story and begins where the one before it ended. */
let id: string;
let marta: ReturnType<typeof app.withToken>;

const FOUND = {
  summary: 'A broken leg.',
  assessment: {
    severity: 'medium',
    safety: false,
    complexity: 'low',
    impact: 'No bed.',
    immediateAction: null,
  },
};

const act = async (action: string, body: object) =>
  expectStatus(200, await app.as('anna').post<Complaint>(`/v1/complaints/${id}/actions/${action}`, body));

it('Marta complains without an account and can follow her complaint', async () => {
  const handedIn = expectStatus(
    201,
    await app.anonymous.post<Tracking & { id: string; trackingToken: string }>('/v1/complaints', {
      channel: 'web',
      subject: 'Broken bed',
      description: 'The bed arrived with a broken leg, and nobody answers the phone.',
      complainant: { name: 'Marta Kis', phone: '+36 1 234 5678' },
      answerVia: 'tracking',
    }),
  );
  id = handedIn.id;
  marta = app.withToken(handedIn.trackingToken);
  const tracking = expectStatus(200, await marta.get<Tracking>('/v1/tracking'));
  expect(tracking.reference).toBe(handedIn.reference);
  expect(tracking.nextPromise?.kind).toBe('acknowledge');
});

it('Anna says sorry, hears her out and puts the facts on record', async () => {
  expect((await act('acknowledge', { message: 'We are sorry about your bed.' })).state).toBe('acknowledged');
  const path = `/v1/complaints/${id}/actions/establish-facts`;
  const early = await app.as('anna').post<Problem>(path, FOUND);
  expect(early.body.unmet?.map(({ code }) => code)).toEqual(['customer_not_heard']);
  const said = { statement: 'The leg was broken on arrival.', source: 'customer' };
  expectStatus(201, await app.as('anna').post<Fact>(`/v1/complaints/${id}/facts`, said));
  expect((await act('establish-facts', FOUND)).state).toBe('facts_established');
});

it('Sam names Ben the owner, and Marta is told his name', async () => {
  const body = {
    ownerId: await app.idOf('ben'),
    agreedActions: [{ what: 'Send a new leg', dueAt: app.inDays(3) }],
  };
  expectStatus(200, await app.as('sam').post(`/v1/complaints/${id}/actions/assign-owner`, body));
  const tracking = expectStatus(200, await marta.get<Tracking>('/v1/tracking'));
  expect(tracking.state).toBe('in_progress');
  expect(tracking.owner?.name).toBe('Ben Agent');
  expect(tracking.promises.map(({ what }) => what)).toContain('Send a new leg');
});

it('what Marta writes must be heard and what is claimed must be settled before anything is decided', async () => {
  expectStatus(201, await marta.post('/v1/tracking/messages', { body: 'The other leg wobbles too.' }));
  const offers = await app.as('ben').get<List<ActionOffer>>(`/v1/complaints/${id}/actions`);
  const resolve = offers.body.items.find(({ action }) => action === 'resolve');
  expect(resolve?.unmet.map(({ code }) => code)).toEqual(['customer_unheard', 'facts_unsettled']);

  const [unheard] = expectStatus(
    200,
    await app.as('ben').get<List<Message>>(`/v1/complaints/${id}/messages`),
  ).items.filter(({ direction }) => direction === 'in');
  expectStatus(
    200,
    await app.as('ben').post(`/v1/complaints/${id}/messages/${unheard?.id ?? ''}/actions/hear`),
  );
  const [claimed] = expectStatus(
    200,
    await app.as('ben').get<List<Fact>>(`/v1/complaints/${id}/facts`),
  ).items;
  const settled = { standing: 'confirmed', reason: 'A photo shows it.' };
  const path = `/v1/complaints/${id}/facts/${claimed?.id ?? ''}`;
  expectStatus(200, await app.as('ben').patch(path, claimed?.version ?? null, settled));
});

it('Ben keeps his word, decides, and Marta accepts', async () => {
  const before = await app.as('ben').get<Complaint>(`/v1/complaints/${id}`);
  const action = before.body.promises.find(({ kind }) => kind === 'action');
  expectStatus(
    200,
    await app.as('ben').post(`/v1/complaints/${id}/promises/${action?.id ?? ''}/actions/keep`),
  );
  const decision = {
    outcome: 'upheld',
    explanation: 'The leg broke on our way to you.',
    rootCause: { text: 'Packed without corner guards.' },
  };
  expectStatus(200, await app.as('ben').post(`/v1/complaints/${id}/actions/resolve`, decision));
  const tracking = expectStatus(200, await marta.get<Tracking>('/v1/tracking'));
  expect(tracking.resolution?.outcome).toBe('upheld');
  expect(expectStatus(200, await marta.post<Tracking>('/v1/tracking/actions/accept', {})).state).toBe(
    'closed',
  );
});

it('the timeline tells the story in its order, and Otto can look at it', async () => {
  await app.settle();
  const { items } = expectStatus(
    200,
    await app.as('otto').get<List<LogEntry>>(`/v1/complaints/${id}/timeline?limit=100`),
  );
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
