import { randomBytes } from 'node:crypto';
import type { Clock } from '../../kernel/clock.js';
import { Person } from '../client/person.js';

interface Thing {
  id: string;
  version: number;
}

interface Complaint extends Thing {
  promises: { id: string; kind: string }[];
}

/** What a step says at the terminal. */
export type Tell = (line: string) => void;

/**
 * Plays one complaint from the first word to the end: Marta complains on the web, Olga, whom the administrator gives an
 * account, takes care of it.
 * @returns the complaint's id
 */
export async function playOneComplaint(
  url: string,
  admin: Person,
  clock: Clock,
  tell: Tell,
): Promise<string> {
  const olga = await hire(url, admin);
  const { id, trackingToken } = await new Person(url, null).post<Thing & { trackingToken: string }>(
    '/v1/complaints',
    COMPLAINT,
  );
  const marta = new Person(url, trackingToken);
  const days = (count: number) => new Date(clock.now().getTime() + count * DAY).toISOString();
  const at = `/v1/complaints/${id}`;
  const act = (action: string, body: object) => olga.person.post<Complaint>(`${at}/actions/${action}`, body);
  tell('Marta complains on the web: a bed with a broken leg.');

  await act('acknowledge', { message: 'I am sorry that you sleep on the floor. I look into it today.' });
  tell('Olga says sorry, and what happens next.');

  const fact = await olga.person.post<Thing>(`${at}/facts`, {
    statement: 'The left front leg was broken on arrival.',
    source: 'customer',
  });
  await olga.person.patch(`${at}/facts/${fact.id}`, fact.version, { standing: 'confirmed', reason: 'photo' });
  await act('establish-facts', { summary: 'Packed without corner guards.', assessment: ASSESSMENT });
  tell('Olga puts on record what happened, confirms it by a photo, and sums it up.');

  const owned = await act('assign-owner', {
    ownerId: olga.id,
    agreedActions: [{ what: 'Send a new leg', dueAt: days(3) }],
    message: 'I take care of it until your bed stands again.',
  });
  tell('Olga is the owner, and Marta knows her by name. A new leg is promised within three days.');

  await olga.person.post(`${at}/messages`, { audience: 'customer', body: 'The new leg left our workshop.' });
  await marta.post('/v1/tracking/messages', { body: 'It is here, and it fits. Thank you!' });
  await hearAll(olga.person, at);
  tell('Olga writes, Marta answers on her tracking page, and Olga marks it as heard.');

  for (const { id: promise } of owned.promises.filter(({ kind }) => kind === 'action')) {
    await olga.person.post(`${at}/promises/${promise}/actions/keep`, { note: 'delivered' });
  }
  await act('resolve', {
    outcome: 'upheld',
    explanation: 'The leg broke on our way to you. You have a new one, at our cost.',
    rootCause: { text: 'The box had no corner guards.' },
  });
  await marta.post('/v1/tracking/actions/accept', {});
  tell('The promise is kept, the decision explained, and Marta accepts it.');
  return id;
}

/** An account of their own for whoever works on it, with a password that nobody has to know. */
async function hire(url: string, admin: Person): Promise<{ id: string; person: Person }> {
  const email = `olga-${randomBytes(4).toString('hex')}@demo.example`;
  const password = randomBytes(18).toString('base64url');
  const user = await admin.post<Thing>('/v1/users', {
    email,
    name: 'Olga Owner',
    password,
    roles: ['agent'],
  });
  const session = await new Person(url, null).post<{ accessToken: string }>('/v1/sessions', {
    email,
    password,
  });
  return { id: user.id, person: new Person(url, session.accessToken) };
}

async function hearAll(olga: Person, at: string): Promise<void> {
  const messages = await olga.get<{ items: (Thing & { direction: string })[] }>(`${at}/messages`);
  for (const { id } of messages.items.filter(({ direction }) => direction === 'in')) {
    await olga.post(`${at}/messages/${id}/actions/hear`, {});
  }
}

const DAY = 86_400_000;

const COMPLAINT = {
  channel: 'web',
  language: 'en',
  subject: 'Broken bed',
  description: 'The bed arrived with a broken leg, and nobody answers the phone.',
  desiredOutcome: 'A new leg this week',
  complainant: { name: 'Marta Kis', email: 'marta@example.org' },
  answerVia: 'tracking',
};

const ASSESSMENT = {
  severity: 'medium',
  safety: false,
  complexity: 'low',
  impact: 'Sleeps on the floor.',
  immediateAction: null,
};
