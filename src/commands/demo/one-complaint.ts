import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/clock.js';
import { type Amends, connect, type Schema } from '../client/amends.js';
import { answered } from '../client/refusals.js';

/** What a step says at the terminal. */
export type Tell = (line: string) => void;

/**
 * Plays one complaint from the first word to the end: Marta complains on the web, Olga, whom the administrator gives an
 * account, takes care of it.
 * @returns the complaint's id
 */
export async function playOneComplaint(
  url: string,
  admin: Amends,
  clock: Clock,
  tell: Tell,
): Promise<string> {
  const olga = await hire(url, admin);
  const { id, trackingToken } = await answered(connect({ url }).POST('/v1/complaints', { body: COMPLAINT }));
  const story: Story = { olga, marta: connect({ url, token: trackingToken }), path: { id }, clock, tell };
  tell('Marta complains on the web: a bed with a broken leg.');
  await findOut(story);
  await takeCare(story);
  await makeGood(story);
  return id;
}

interface Story {
  olga: { id: string; api: Amends };
  marta: Amends;
  path: { id: string };
  clock: Clock;
  tell: Tell;
}

async function findOut({ olga: { api }, path, tell }: Story): Promise<void> {
  const message = 'I am sorry that you sleep on the floor. I look into it today.';
  const params = { path };
  await answered(api.POST('/v1/complaints/{id}/actions/acknowledge', { params, body: { message } }));
  tell('Olga says sorry, and what happens next.');

  const said = { statement: 'The left front leg was broken on arrival.', source: 'customer' } as const;
  const fact = await answered(api.POST('/v1/complaints/{id}/facts', { params, body: said }));
  await answered(
    api.PATCH('/v1/complaints/{id}/facts/{factId}', {
      params: { path: { ...path, factId: fact.id }, header: { 'If-Match': `"${fact.version}"` } },
      body: { standing: 'confirmed', reason: 'photo' },
    }),
  );
  const found = { summary: 'Packed without corner guards.', assessment: ASSESSMENT };
  await answered(api.POST('/v1/complaints/{id}/actions/establish-facts', { params, body: found }));
  tell('Olga puts on record what happened, confirms it by a photo, and sums it up.');
}

async function takeCare({ olga, marta, path, clock, tell }: Story): Promise<void> {
  const { api } = olga;
  const dueAt = new Date(clock.now().getTime() + 3 * DAY).toISOString();
  await answered(
    api.POST('/v1/complaints/{id}/actions/assign-owner', {
      params: { path },
      body: {
        ownerId: olga.id,
        agreedActions: [{ what: 'Send a new leg', dueAt }],
        message: 'I take care of it until your bed stands again.',
      },
    }),
  );
  tell('Olga is the owner, and Marta knows her by name. A new leg is promised within three days.');

  await answered(
    api.POST('/v1/complaints/{id}/messages', {
      params: { path },
      body: { audience: 'customer', body: 'The new leg left our workshop.' },
    }),
  );
  const thanks = 'It is here, and it fits. Thank you!';
  await answered(marta.POST('/v1/tracking/messages', { body: { body: thanks } }));
  const { items } = await answered(api.GET('/v1/complaints/{id}/messages', { params: { path } }));
  for (const { id: messageId } of items.filter(({ direction }) => direction === 'in')) {
    const params = { path: { ...path, messageId } };
    await answered(api.POST('/v1/complaints/{id}/messages/{messageId}/actions/hear', { params, body: {} }));
  }
  tell('Olga writes, Marta answers on her tracking page, and Olga marks it as heard.');
}

async function makeGood({ olga: { api }, marta, path, tell }: Story): Promise<void> {
  const { promises } = await answered(api.GET('/v1/complaints/{id}', { params: { path } }));
  for (const { id: promiseId } of promises.filter(({ kind }) => kind === 'action')) {
    const params = { path: { ...path, promiseId } };
    const body = { note: 'delivered' };
    await answered(api.POST('/v1/complaints/{id}/promises/{promiseId}/actions/keep', { params, body }));
  }
  const decision = {
    outcome: 'upheld',
    explanation: 'The leg broke on our way to you. You have a new one, at our cost.',
    rootCause: { text: 'The box had no corner guards.' },
  } as const;
  await answered(api.POST('/v1/complaints/{id}/actions/resolve', { params: { path }, body: decision }));
  await answered(marta.POST('/v1/tracking/actions/accept', { body: {} }));
  tell('The promise is kept, the decision explained, and Marta accepts it.');
}

/** An account of their own for whoever works on it, with a password that nobody has to know. */
async function hire(url: string, admin: Amends): Promise<Story['olga']> {
  const email = `olga-${randomBytes(4).toString('hex')}@demo.example`;
  const password = randomBytes(18).toString('base64url');
  const body: Schema<'NewUserDto'> = { email, name: 'Olga Owner', password, roles: ['agent'] };
  const { id } = await answered(admin.POST('/v1/users', { body }));
  const credentials = { email, password };
  const session = await answered(connect({ url }).POST('/v1/sessions', { body: credentials }));
  return { id, api: connect({ url, token: session.accessToken }) };
}

const DAY = 86_400_000;

const COMPLAINT: Schema<'StaffComplaintBody'> = {
  channel: 'web',
  language: 'en',
  subject: 'Broken bed',
  description: 'The bed arrived with a broken leg, and nobody answers the phone.',
  desiredOutcome: 'A new leg this week',
  complainant: { name: 'Marta Kis', email: 'marta@example.org' },
  answerVia: 'tracking',
};

const ASSESSMENT: Schema<'AssessmentBody'> = {
  severity: 'medium',
  safety: false,
  complexity: 'low',
  impact: 'Sleeps on the floor.',
  immediateAction: null,
};
