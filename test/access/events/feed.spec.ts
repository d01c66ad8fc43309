import { describe, expect, it } from '@jest/globals';
import type { Event } from '../../../src/audit/feed/event.js';
import { Feed } from '../../../src/audit/feed/feed.service.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import { Listening } from '../../support/listening.js';
import { signIn } from '../people.js';
import { CAST } from '../../support/cast.js';
import { erasures } from '../../privacy/erasures.js';

const app = useTestApp();
const { erase } = erasures(app);

interface Piece {
  items: Event[];
  nextPosition: number;
  lastPosition: number;
}

async function piece(name: CastName, query: string): Promise<Piece> {
  return expectStatus(200, await app.as(name).get<Piece>(`/v1/events?${query}`));
}

/** All of it, as a reader who keeps the position gets it. */
async function all(name: CastName, query = '', after = 0): Promise<Event[]> {
  const found: Event[] = [];
  for (let position = after; ;) {
    const { items, nextPosition, lastPosition } = await piece(name, `after=${position}&limit=7&${query}`);
    found.push(...items);
    position = nextPosition;
    if (position >= lastPosition) return found;
  }
}

const typesOf = (events: Event[]) => [...new Set(events.map(({ type }) => type))].sort();

describe('an event', () => {
  it('is the same in timeline, search, feed and stream', async () => {
    const { id } = await app.make.complaint('acknowledged');
    await app.settle();
    const [event] = await all('anna', `complaintId=${id}&types=complaint.acknowledged`);
    if (!event) throw new Error('no event');
    const timeline = expectStatus(
      200,
      await app.as('anna').get<{ items: Event['data'][] }>(`/v1/complaints/${id}/timeline?limit=100`),
    );
    const found = expectStatus(
      200,
      await app
        .as('otto')
        .get<{ items: Event['data'][] }>(`/v1/audit/entries?complaintId=${id}&type=complaint.acknowledged`),
    );
    expect(timeline.items.filter((entry) => entry.id === event.id)).toEqual([event.data]);
    expect(found.items).toEqual([event.data]);
    expect(event).toMatchObject({
      specversion: '1.0',
      id: event.data.id,
      type: 'complaint.acknowledged',
      subject: `complaint/${id}`,
      time: event.data.at,
      datacontenttype: 'application/json',
      sequence: String(event.data.position).padStart(16, '0'),
    });
    const { accessToken } = await signIn(app, CAST.anna.email);
    const from = `after=${Number(event.data.position) - 1}&follow=false&types=complaint.*`;
    const stream = await Listening.open(`${app.baseUrl}/v1/events/stream?${from}`, accessToken);
    await stream.ended;
    expect(stream.events[0]).toEqual({ id: String(event.data.position), event: 'message', data: event });
  });
});

describe('the feed', () => {
  it('has everything for an auditor, in order, without a gap', async () => {
    await app.settle();
    const events = await all('otto');
    expect(events.map(({ data }) => data.position)).toEqual(events.map((_, index) => index + 1));
    expect(typesOf(events)).toEqual(expect.arrayContaining(['session.started', 'user.created']));
  });

  it('leaves out for staff who signed in and who works here, and moves on over it', async () => {
    await app.settle();
    const types = typesOf(await all('anna'));
    expect(types).toEqual(expect.arrayContaining(['complaint.received']));
    expect(types.filter((type) => /^(user|session)\./.test(type))).toEqual([]);
    const { items, nextPosition } = await piece('anna', 'after=0&limit=1&types=user.created');
    expect(items).toEqual([]);
    expect(nextPosition).toBeGreaterThan(0);
  });

  it('leaves out the internal notes of a complaint about the reader', async () => {
    const { id } = await app.make.complaint('acknowledged');
    expectStatus(
      201,
      await app
        .as('anna')
        .post(`/v1/complaints/${id}/messages`, { audience: 'internal', body: 'Ben was rude.' }),
    );
    const noted = `types=message.noted&complaintId=${id}`;
    await app.settle();
    expect(await all('ben', noted)).toHaveLength(1);
    const complaint = await app.as('sam').get<{ version: number }>(`/v1/complaints/${id}`);
    const about = { complainedAboutUserIds: [await app.idOf('ben')] };
    expectStatus(200, await app.as('sam').patch(`/v1/complaints/${id}`, complaint.body.version, about));
    await app.settle();
    expect(await all('ben', noted)).toEqual([]);
    expect(await all('anna', noted)).toHaveLength(1);
    expect(await all('otto', noted)).toHaveLength(1);
  });

  /** Somebody follows all the while, so that the end of the log is in memory. */
  it('shows nothing from memory that was hidden or erased since it was kept', async () => {
    const feed = app.get(Feed);
    const leave = feed.follow();
    const kept = async () => {
      await app.settle();
      const end = await feed.end();
      await feed.news(end - 1, 5000, new AbortController().signal);
      return end;
    };
    const before = await kept();
    const { id } = await app.make.complaint('withdrawn');
    const note = { audience: 'internal', body: 'Ben was rude.' };
    expectStatus(201, await app.as('anna').post(`/v1/complaints/${id}/messages`, note));
    await kept();
    const after = (name: CastName, type: string) => all(name, `types=${type}&complaintId=${id}`, before);
    expect(await after('ben', 'message.noted')).toHaveLength(1);
    const [received] = await after('anna', 'complaint.received');
    expect(received?.data.data).toMatchObject({ description: expect.any(String) });

    const { body } = await app.as('sam').get<{ version: number }>(`/v1/complaints/${id}`);
    const about = { complainedAboutUserIds: [await app.idOf('ben')] };
    expectStatus(200, await app.as('sam').patch(`/v1/complaints/${id}`, body.version, about));
    await kept();
    expect(await after('ben', 'message.noted')).toEqual([]);
    expect(await after('anna', 'message.noted')).toHaveLength(1);

    await erase({ complaintId: id });
    await kept();
    const [erased] = await after('anna', 'complaint.received');
    expect(erased?.data.data).toMatchObject({ description: null });
    leave();
  });

  it('keeps to types, patterns and complaint together', async () => {
    const { id } = await app.make.complaint('acknowledged');
    await app.settle();
    const events = await all('anna', `complaintId=${id}&types=promise.*,complaint.received`);
    expect(typesOf(events)).toEqual(expect.arrayContaining(['complaint.received', 'promise.made']));
    expect(typesOf(events).filter((type) => !/^promise\.|^complaint\.received$/.test(type))).toEqual([]);
    expect(new Set(events.map(({ data }) => data.complaintId))).toEqual(new Set([id]));
  });

  it('waits for what happens, where that is asked', async () => {
    await app.settle();
    const { lastPosition } = await piece('anna', 'after=0&limit=1');
    const waiting = piece('anna', `after=${lastPosition}&wait=20&types=complaint.received`);
    const { id } = await app.make.receive();
    const { items } = await waiting;
    expect(items.map(({ subject }) => subject)).toEqual([`complaint/${id}`]);
  });

  it('answers what there is when the wait is over', async () => {
    await app.settle();
    const { lastPosition } = await piece('anna', 'after=0&limit=1');
    const { items, nextPosition } = await piece('anna', `after=${lastPosition}&wait=1&types=cause.created`);
    expect(items).toEqual([]);
    expect(nextPosition).toBeGreaterThanOrEqual(lastPosition);
  });

  it('refuses a position that was never given, and types that there are not', async () => {
    const { body } = await app.as('anna').get<{ errors: object[] }>('/v1/events?after=9007199254740991');
    expect(body.errors).toMatchObject([{ parameter: 'after', code: 'max' }]);
    for (const query of [
      'types=complaint.eaten',
      'types=*',
      'wait=21',
      'limit=101',
      'complaintId=7',
      'ticket=x',
    ])
      expectStatus(400, await app.as('anna').get(`/v1/events?${query}`));
  });

  it('is shut to the holders of tracking tokens', async () => {
    const { trackingToken } = await app.make.receive();
    for (const path of ['/v1/events', '/v1/events/stream']) {
      expectStatus(401, await app.withToken(trackingToken).get(path));
      expectStatus(401, await app.anonymous.get(path));
    }
    expectStatus(401, await app.withToken(trackingToken).post('/v1/events/tickets'));
  });
});
