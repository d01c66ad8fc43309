import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Event } from '../../../src/audit/feed/event.js';
import { Feed } from '../../../src/audit/feed/feed.service.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { Listening } from '../../support/listening.js';
import { hire, signIn } from '../people.js';

const app = useTestApp();
const SOON = 6_000;

let token: string;
let person: Awaited<ReturnType<typeof hire>>;
const open: Listening[] = [];

beforeEach(async () => {
  person = await hire(app);
  token = (await signIn(app, person.email)).accessToken;
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((stream) => stream.close()));
});

async function listen(query = '', lastEventId?: string, by: string | null = token): Promise<Listening> {
  const stream = await Listening.open(`${app.baseUrl}/v1/events/stream?${query}`, by, { lastEventId });
  open.push(stream);
  return stream;
}

const subjects = (stream: Listening) => stream.events.map(({ data }) => (data as Event).subject);
const received = async () => `complaint/${(await app.make.receive()).id}`;
const ONLY = 'types=complaint.received';

async function end(): Promise<number> {
  await app.settle();
  return app.get(Feed).end();
}

describe('a stream', () => {
  it('tells what happens from now on, and goes on after a break where it was', async () => {
    await received();
    const before = await end();
    const first = await listen(ONLY);
    expect(first.response.status).toBe(200);
    expect(first.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(first.response.headers.get('cache-control')).toBe('no-store');
    await eventually(() => expect(first.lastEventId).toBe(String(before)));
    const one = await received();
    await eventually(() => expect(subjects(first)).toEqual([one]));
    await first.close();
    const two = await received();
    const second = await listen(ONLY, first.lastEventId);
    const three = await received();
    await eventually(() => expect(subjects(second)).toEqual([two, three]));
  });

  it('begins after a position, and ends where it is not to follow', async () => {
    const after = await end();
    const one = await received();
    await end();
    const stream = await listen(`${ONLY}&after=${after}&follow=false`);
    await stream.ended;
    expect(subjects(stream)).toEqual([one]);
    expect(stream.lastEventId).toBe(String(await end()));
    expect(stream.cutOff).toBe(false);
  });

  it('starts anew where it cannot go on, and says so', async () => {
    const last = await end();
    const ahead = await listen(ONLY, String(last + 1000));
    const one = await received();
    await eventually(() => expect(ahead.events).toHaveLength(2));
    expect(ahead.events[0]).toEqual({
      id: String(last),
      event: 'reset',
      data: { reason: 'in_future', asked: last + 1000, position: last },
    });
    expect((ahead.events[1]?.data as Event).subject).toBe(one);
    for (const bad of ['-1', 'x', '1'.repeat(20), '9999999999999999'])
      expect((await listen('', bad)).response.status).toBe(400);
  });

  it('ends within five seconds after the session', async () => {
    const stream = await listen();
    expectStatus(204, await app.withToken(token).delete('/v1/sessions/current'));
    await within(SOON, stream.ended);
    await received();
    expect(stream.events).toEqual([]);
  });

  it('ends within five seconds after its reader was disabled', async () => {
    const stream = await listen();
    expectStatus(200, await app.as('ada').patch(`/v1/users/${person.id}`, 1, { disabled: true }));
    await within(SOON, stream.ended);
  });

  it('is open five times for one user, and a place is free when one is closed', async () => {
    const streams = await Promise.all([1, 2, 3, 4, 5].map(() => listen()));
    expect(streams.map(({ response }) => response.status)).toEqual([200, 200, 200, 200, 200]);
    const sixth = await listen();
    expect(sixth.response.status).toBe(429);
    expect(sixth.response.headers.get('retry-after')).toBe('1');
    expectStatus(429, await app.withToken(token).get(`/v1/events?after=${await end()}&wait=1`));
    await streams[0]?.close();
    await eventually(async () => expect((await listen()).response.status).toBe(200));
  });

  it('is not opened by who asks for the head only', async () => {
    for (let turn = 0; turn < 6; turn++)
      expectStatus(200, await app.withToken(token).send({ method: 'HEAD', path: '/v1/events/stream' }));
    expect((await listen()).response.status).toBe(200);
  });
});

describe('a ticket', () => {
  const ticket = async () => {
    const answer = await app
      .withToken(token)
      .post<{ ticket: string; expiresIn: number }>('/v1/events/tickets');
    const { ticket: made } = expectStatus(201, answer);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('location')).toBe(`/v1/events/stream?ticket=${made}`);
    return made;
  };

  it('opens one stream, once, as who asked for it', async () => {
    const mine = await ticket();
    const stream = await listen(`${ONLY}&ticket=${mine}`, undefined, null);
    expect(stream.response.status).toBe(200);
    const one = await received();
    await eventually(() => expect(subjects(stream)).toEqual([one]));
    expect((await listen(`ticket=${mine}`, undefined, null)).response.status).toBe(401);
    expectStatus(204, await app.withToken(token).delete('/v1/sessions/current'));
    await within(SOON, stream.ended);
  });

  /** Breaks where the row is read before it is deleted. */
  it('is taken by one of many who come with it at once', async () => {
    const mine = await ticket();
    const streams = await Promise.all([1, 2, 3, 4].map(() => listen(`ticket=${mine}`, undefined, null)));
    expect(streams.map(({ response }) => response.status).sort()).toEqual([200, 401, 401, 401]);
  });

  it('is worth nothing after half a minute, made up, elsewhere, or when the session is over', async () => {
    const late = await ticket();
    expectStatus(401, await app.anonymous.get(`/v1/events?ticket=${await ticket()}`));
    expectStatus(401, await app.anonymous.get(`/v1/me?ticket=${await ticket()}`));
    expectStatus(401, await app.anonymous.get(`/v1/events/stream?ticket=${'x'.repeat(50)}`));
    expectStatus(401, await app.anonymous.get('/v1/events/stream?ticket='));
    const orphaned = await ticket();
    expectStatus(204, await app.withToken(token).delete('/v1/sessions/current'));
    await eventually(async () => expectStatus(401, await app.withToken(token).get('/v1/me')), SOON);
    expectStatus(401, await app.anonymous.get(`/v1/events/stream?ticket=${orphaned}`));
    app.advance({ seconds: 31 });
    expectStatus(401, await app.anonymous.get(`/v1/events/stream?ticket=${late}`));
  });
});

async function within(milliseconds: number, ended: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still open after ${milliseconds} ms`)), milliseconds);
  });
  await Promise.race([ended, late]).finally(() => clearTimeout(timer));
}
