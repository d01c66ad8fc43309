import type { Answer } from '../support/api.js';
import { expectAnswer, expectStatus } from '../support/api.js';
import type { TestApp } from '../support/app.js';
import type { CastName } from '../support/cast.js';
import type { Made, Reachable } from '../support/make.js';
import type { ActionOffer, Decision, LogEntry, Message, Problem, Promised } from '../support/resources.js';

/** What the tests of complaints say again and again. */

export const ACTIONS = [
  'acknowledge',
  'establish-facts',
  'assign-owner',
  'ask-customer',
  'resume',
  'resolve',
  'accept',
  'dispute',
  'reopen',
  'withdraw',
  'decline',
  'merge',
  'escalate',
  'restandardise',
  'resolve-on-the-spot',
] as const;
export type Action = (typeof ACTIONS)[number];

export const DECISION: Decision = { outcome: 'not_upheld', explanation: 'The leg was whole when it left.' };

export const ASSESSMENT = {
  severity: 'high',
  safety: true,
  complexity: 'low',
  impact: 'Sleeps on the floor.',
  immediateAction: 'Send a spare bed.',
};

/** A body that is enough for the action in this state. */
export async function enough(app: TestApp, action: Action, state: Reachable): Promise<object> {
  const said = { how: 'phone', saidAt: app.now().toISOString() };
  const bodies: Record<Action, object> = {
    acknowledge: { message: 'We are sorry about your bed.' },
    'establish-facts': { summary: 'Delivered broken.', assessment: ASSESSMENT },
    'assign-owner': {
      ownerId: await app.idOf('anna'),
      agreedActions: [{ what: 'Send a leg', dueAt: app.inDays(60) }],
      reason: 'She knows beds.',
    },
    'ask-customer': { question: 'Which leg?', replyBy: app.inDays(3) },
    resume: {},
    resolve: DECISION,
    accept: said,
    dispute: { ...said, reason: 'It was broken.' },
    reopen: { reason: 'A new photo came.' },
    withdraw: { ...said, reason: 'Found another bed.' },
    decline: { reason: 'out_of_scope', message: 'We do not make beds.' },
    merge: {
      intoId: action === 'merge' ? (await app.make.complaint('in_progress')).id : '',
      reason: 'The same bed.',
    },
    escalate: { reason: 'Nobody calls back.' },
    restandardise: { reason: 'We promise more by now.' },
    'resolve-on-the-spot': {
      message: 'I am sorry about your bed.',
      facts: [{ statement: 'The leg was broken on arrival.', source: 'customer', standing: 'confirmed' }],
      ownerId: await app.idOf('anna'),
      agreedActions: [{ what: 'Send a leg', dueAt: app.inDays(60) }],
      ...DECISION,
      // What was established before is not established again.
      ...(state !== 'facts_established' && { summary: 'Delivered broken.', assessment: ASSESSMENT }),
    },
  };
  return bodies[action];
}

/** Tries an action, with a body that is enough unless another is given. */
export async function attempt(
  app: TestApp,
  made: Made,
  action: Action,
  by: CastName = 'anna',
  body: object = {},
): Promise<Answer<Problem>> {
  const { state } = action === 'resolve-on-the-spot' ? await app.make.read(made) : made.complaint;
  const whole = { ...(await enough(app, action, state)), ...body };
  return app.as(by).post<Problem>(`/v1/complaints/${made.id}/actions/${action}`, whole);
}

/** The codes of a 409, in order. */
export function unmet(answer: Answer<Problem>): string[] {
  const { code, unmet: needs = [] } = expectStatus(409, answer);
  if (code !== 'action_refused') throw new Error(`refused with ${code}`);
  return needs.map((need) => need.code);
}

/** `pointer code` or `parameter code` of each error of a 400, sorted. */
export function errors(answer: Answer<Problem>): string[] {
  const { errors: found = [] } = expectStatus(400, answer);
  return found.map(({ pointer, parameter, code }) => `${pointer ?? parameter ?? ''} ${code}`).sort();
}

export async function offers(app: TestApp, { id }: Made, by: CastName = 'anna'): Promise<ActionOffer[]> {
  const asked = app.as(by).client.GET('/v1/complaints/{id}/actions', { params: { path: { id } } });
  return (await expectAnswer(200, asked)).items;
}

export async function promises(app: TestApp, { id }: Made): Promise<Promised[]> {
  const params = { path: { id }, query: { limit: 100 } };
  const asked = app.as('anna').client.GET('/v1/complaints/{id}/promises', { params });
  return (await expectAnswer(200, asked)).items;
}

/** The one promise of a kind that is in this state; fails where there is none or more than one. */
export async function promise(app: TestApp, made: Made, kind: string, state = 'open'): Promise<Promised> {
  const found = (await promises(app, made)).filter((one) => one.kind === kind && one.state === state);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} promises ${kind} are ${state}`);
  return only;
}

/** `kind state` of every promise of a complaint, sorted. */
export async function standing(app: TestApp, made: Made): Promise<string[]> {
  return (await promises(app, made)).map(({ kind, state }) => `${kind} ${state}`).sort();
}

export async function messages(app: TestApp, { id }: Made, by: CastName = 'anna'): Promise<Message[]> {
  const params = { path: { id }, query: { limit: 100 } };
  const asked = app.as(by).client.GET('/v1/complaints/{id}/messages', { params });
  return (await expectAnswer(200, asked)).items;
}

export async function timeline(app: TestApp, { id }: Made, by: CastName = 'sam'): Promise<LogEntry[]> {
  const params = { path: { id }, query: { limit: 100 } };
  const asked = app.as(by).client.GET('/v1/complaints/{id}/timeline', { params });
  return (await expectAnswer(200, asked)).items;
}

export async function entryTypes(app: TestApp, made: Made): Promise<string[]> {
  return (await timeline(app, made)).map(({ type }) => type);
}

/** Answers every broken promise of a complaint, which would stand in the way of a decision. */
export async function apologise(app: TestApp, { id }: Pick<Made, 'id'>, by: CastName = 'sam'): Promise<void> {
  const { client } = app.as(by);
  const params = { path: { id }, query: { limit: 100 } };
  const { items } = await expectAnswer(200, client.GET('/v1/complaints/{id}/breaches', { params }));
  const owed = items.find(({ state }) => state === 'unanswered');
  if (!owed) return;
  const path = `/v1/complaints/${id}/breaches/${owed.id}/actions/answer`;
  expectStatus(
    200,
    await app.as(by).post(path, { apology: 'We are sorry.', cause: { text: 'Nobody was there.' } }),
  );
}

/** So long before the program's present. */
export const ago = (app: TestApp, days: number): string => app.inDays(-days);
