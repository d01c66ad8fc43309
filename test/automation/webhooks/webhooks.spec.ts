import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { expectAnswer, expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';
import { Target } from '../../platform/outbound/target.js';
import { eventsOf, Hooks, verify } from './hooks.js';

const app = useTestApp({ webhooks: true, env: { INSECURE_OUTBOUND_HOSTS: '127.0.0.1' } });
let target: Target;
let hooks: Hooks;
beforeAll(async () => {
  target = await Target.start();
  hooks = new Hooks(app, target);
});
afterEach(() => hooks.clear());
afterAll(() => target.close());

describe('a webhook', () => {
  it('gets each entry of its types once, signed, as the timeline shows it', async () => {
    const { id, secret } = await hooks.create({ types: ['complaint.received', 'promise.*'] });
    const made = await app.make.complaint('acknowledged');
    const { items } = await expectAnswer(
      200,
      app.as('ada').client.GET('/v1/complaints/{id}/timeline', { params: { path: { id: made.id } } }),
    );
    const wanted = items.filter(({ type }) => type === 'complaint.received' || type.startsWith('promise.'));
    await eventually(() => {
      expect(target.received).toHaveLength(wanted.length);
    });
    const events = eventsOf(target);
    expect(events.map(({ data }) => data.id)).toEqual(wanted.map((entry) => entry.id));
    const [first] = events;
    expect(first).toMatchObject({
      specversion: '1.0',
      id: first?.data.id,
      type: 'complaint.received',
      source: expect.stringMatching(/^http/),
      subject: `complaint/${made.id}`,
      sequence: String(first?.data.position).padStart(16, '0'),
      data: { complaintId: made.id, data: { description: made.complaint.description } },
    });
    for (const [index, call] of target.received.entries()) {
      expect(() => verify(call, secret)).not.toThrow();
      expect(call.headers['webhook-id']).toBe(wanted[index]?.id);
      expect(call.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    }
    await eventually(async () => {
      expect(await hooks.progress(id)).toMatchObject({
        waiting: 0,
        failed: 0,
        circuit: 'closed',
        failures: 0,
      });
    });
  });

  it('shows its secret once, also to whoever asks again with the same key', async () => {
    const key = { 'Idempotency-Key': 'webhook-once-0001' };
    const body = { url: target.url, types: ['customer.*'] };
    const first = await app.as('ada').post<{ id: string; secret: string }>('/v1/webhooks', body, key);
    const again = await app.as('ada').post<{ id: string; secret: null }>('/v1/webhooks', body, key);
    expect(first.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(again.body).toEqual({ ...first.body, secret: null });
    expect(await hooks.get(first.body.id)).toEqual(again.body);
    const rows = await app.database.read('SELECT * FROM webhooks w WHERE w.id = $1', [first.body.id]);
    expect(JSON.stringify(rows)).not.toContain(first.body.secret.slice(6, 26));
  });

  it('is signed by both secrets for a day after a roll', async () => {
    const { id, secret: old } = await hooks.create({ types: ['customer.*'] });
    const { secret, version, oldSecretUntil } = await hooks.rollSecret(id);
    expect(secret).not.toBe(old);
    expect(version).toBe(2);
    await hooks.test(id);
    await eventually(() => {
      expect(target.received).toHaveLength(1);
    });
    const [call] = target.received;
    if (!call) throw new Error('nothing came');
    expect(String(call.headers['webhook-signature']).split(' ')).toHaveLength(2);
    expect(() => verify(call, old)).not.toThrow();
    expect(() => verify(call, secret)).not.toThrow();
    expect(() => verify({ ...call, body: `${call.body} ` }, secret)).toThrow();
    const day = Date.parse(oldSecretUntil ?? '') - app.now().getTime();
    expect(day).toBeGreaterThan(23 * 3_600_000);
    hooks.advance({ hours: 25 });
    await hooks.test(id);
    await eventually(() => {
      expect(target.received).toHaveLength(2);
    });
    expect(String(target.received[1]?.headers['webhook-signature'])).not.toContain(' ');
    await hooks.retire(id);
    expect(await hooks.entries(id)).toEqual([
      ...['webhook.created', 'webhook.secret_rolled', 'webhook.tested', 'webhook.tested', 'webhook.retired'],
    ]);
  });

  it('misses nothing while it is inactive, and is gone for everybody when it is retired', async () => {
    const { id } = await hooks.create({ types: ['complaint.received'], active: false });
    const { id: complaintId } = await app.make.receive();
    await app.settle();
    expect((await hooks.progress(id)).waiting).toBe(0);
    await hooks.change(id, { active: true });
    await eventually(() => {
      expect(eventsOf(target)).toMatchObject([{ data: { complaintId } }]);
    });
    await hooks.retire(id);
    for (const path of ['', '/progress', '/deliveries']) {
      expectStatus(404, await app.as('ada').get(`/v1/webhooks/${id}${path}`));
    }
    for (const action of ['test', 'roll-secret', 'replay']) {
      const body = action === 'replay' ? { after: 0 } : undefined;
      expectStatus(404, await app.as('ada').post(`/v1/webhooks/${id}/actions/${action}`, body));
    }
    expectStatus(404, await app.as('ada').patch(`/v1/webhooks/${id}`, 3, { active: true }));
    const { items } = await expectAnswer(200, app.as('ada').client.GET('/v1/webhooks'));
    expect(items.map((webhook) => webhook.id)).not.toContain(id);
  });

  it('replays from a position, and delivers one entry again, with the same id as before', async () => {
    const { id } = await hooks.create({ types: ['complaint.*'] });
    await app.make.complaint('facts_established');
    await eventually(() => {
      expect(target.received).toHaveLength(3);
    });
    const ids = target.received.map(({ headers }) => headers['webhook-id']);
    const [newest, , oldest] = await hooks.deliveries(id);
    if (!newest || !oldest?.position) throw new Error('too few deliveries');
    await hooks.redeliver(id, newest.id);
    await eventually(() => {
      expect(target.received.slice(3).map(({ headers }) => headers['webhook-id'])).toEqual([ids[2]]);
    });
    await hooks.replay(id, oldest.position - 1);
    await eventually(() => {
      expect(target.received.slice(4).map(({ headers }) => headers['webhook-id'])).toEqual(ids);
    });
    await eventually(async () => {
      expect((await hooks.deliveries(id)).map(({ state }) => state)).toEqual(Array(3).fill('delivered'));
    });
    const beyond = (await hooks.progress(id)).lastPosition + 1000;
    const refused = await app.as('ada').post(`/v1/webhooks/${id}/actions/replay`, { after: beyond });
    expect(expectStatus(400, refused)).toMatchObject({ errors: [{ pointer: '/after', code: 'max' }] });
    const elsewhere = await hooks.create();
    const path = `/v1/webhooks/${elsewhere.id}/deliveries/${newest.id}`;
    expectStatus(404, await app.as('ada').get(path));
    expectStatus(404, await app.as('ada').post(`${path}/actions/redeliver`));
  });
});

describe('a target', () => {
  it.each([
    ...['http://hooks.example.org', 'https://10.0.0.1', 'https://[::ffff:127.0.0.1]/x', 'https://2852039166'],
    ...[
      'https://user:secret@hooks.example.org',
      'https://',
      'ftp://hooks.example.org',
      'https://a b.example',
    ],
  ])('%s is refused', async (url) => {
    const answer = await app.as('ada').post('/v1/webhooks', { url, types: ['*'] });
    expect(expectStatus(400, answer)).toMatchObject({ errors: [{ pointer: '/url', code: 'is_url' }] });
  });

  it('is refused when a webhook is led there afterwards, as are types that there are none of', async () => {
    const { id, version } = await hooks.create({ types: ['customer.*'] });
    const body = {
      url: 'https://169.254.169.254/latest',
      types: ['complaint.*', 'complaint.lost', 'weather.*'],
    };
    const answer = await app.as('ada').patch(`/v1/webhooks/${id}`, version, body);
    expect(expectStatus(400, answer)).toMatchObject({
      errors: [
        { pointer: '/types/1', code: 'not_found' },
        { pointer: '/types/2', code: 'not_found' },
      ],
    });
    const led = await app.as('ada').patch(`/v1/webhooks/${id}`, version, { url: body.url });
    expect(expectStatus(400, led)).toMatchObject({ errors: [{ pointer: '/url', code: 'is_url' }] });
    expect(await hooks.change(id, { description: null, types: ['customer.*'] })).toMatchObject({ version });
    expect(await hooks.change(id, { description: 'null' })).toMatchObject({ description: 'null' });
  });
});
