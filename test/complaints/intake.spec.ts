import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Complaint, Problem, Received, Tracking } from '../support/resources.js';
import { ago, errors, timeline } from './steps.js';

const app = useTestApp();

const WHO = { name: 'Marta Kis', email: 'marta@example.org' };
const SAID = { channel: 'web', description: 'The bed arrived broken.', complainant: WHO };
const hand = (body: unknown) => app.anonymous.post<Problem>('/v1/complaints', body);
const staff = (body: unknown) => app.as('anna').post<Problem>('/v1/complaints', body);

describe('anybody', () => {
  it('hands in a complaint without a token and gets one', async () => {
    const whole = {
      ...SAID,
      language: 'hu-HU',
      subject: 'Ágy',
      desiredOutcome: 'A leg',
      answerVia: 'tracking',
      product: 'Aurora',
      orderReference: 'A-1001',
      occurredAt: ago(app, 4),
    };
    const answer = await app.anonymous.post<Tracking & { id: string; trackingToken: string }>(
      '/v1/complaints',
      whole,
    );
    const { id, trackingToken, ...view } = expectStatus(201, answer);
    expect(trackingToken).toMatch(/^amt_/);
    expect(answer.headers.get('location')).toBe('/v1/tracking');
    expect(answer.headers.get('etag')).toBe('"1"');
    expect((await app.withToken(trackingToken).get('/v1/tracking')).body).toEqual(view);
    const complaint = expectStatus(200, await app.as('anna').get<Complaint>(`/v1/complaints/${id}`));
    const { complainant, ...rest } = whole;
    expect(complaint).toMatchObject({ ...rest, state: 'received', level: 0, owner: null, version: 1 });
    expect(complaint.complainant).toEqual({ ...complainant, phone: null, address: null });
    expect(view.reference).toMatch(/^.{3}-.{3}-.{3}$/);
  });

  it('leaves out what is optional, or says null', async () => {
    const nulls = { subject: null, language: null, product: null, answerVia: null, occurredAt: null };
    const bare = expectStatus(201, await hand({ ...SAID, ...nulls })) as unknown as Tracking;
    expect(bare).toMatchObject({ subject: null, state: 'received', language: 'en' });
  });

  it('is told everything that is wrong at once', async () => {
    const wrong = {
      channel: 'pigeon',
      description: '  ',
      complainant: { name: 'M', email: 'no address', fax: '1' },
      language: 'klingonisch!',
      occurredAt: app.inDays(1),
      subject: 12,
    };
    expect(errors(await hand(wrong))).toEqual([
      '/channel is_enum',
      '/complainant/email is_email',
      '/complainant/fax unknown_property',
      '/description not_blank',
      '/language is_language',
      '/occurredAt max',
      '/subject is_string',
    ]);
    expect(errors(await hand({}))).toEqual([
      '/channel required',
      '/complainant required',
      '/description required',
    ]);
    expect(errors(await hand(undefined))).toEqual([' required']);
    expect(errors(await hand({ ...SAID, description: 'x'.repeat(20_001) }))).toEqual([
      '/description max_length',
    ]);
    expectStatus(201, await hand({ ...SAID, description: '😀'.repeat(20_000) }));
  });

  it.each([
    [{ name: 'Marta' }],
    [{ email: 'marta@example.org' }],
    [{ name: 'Marta', email: null, phone: null }],
    [{}],
  ])('needs a name and a way to be reached: %j is not enough', async (complainant) => {
    expect(errors(await hand({ ...SAID, complainant }))).toEqual(['/complainant contact_required']);
  });

  it.each([[{ phone: '1' }], [{ address: 'Duna utca 1' }], [{ email: 'ő@példa.hu' }]])(
    'may be reached by %j',
    async (way) => {
      expectStatus(201, await hand({ ...SAID, complainant: { name: 'Marta', ...way } }));
    },
  );

  it.each(['a\ud800@example.org', 'a\u0000@example.org'])('is not reached at %j', async (email) => {
    const answer = await hand({ ...SAID, complainant: { name: 'M', email } });
    expect(errors(answer)).toEqual(['/complainant/email bad_characters']);
  });

  it('may stay without a name where the answer is looked up', async () => {
    for (const complainant of [null, undefined, {}, { phone: '1' }]) {
      expectStatus(201, await hand({ ...SAID, complainant, answerVia: 'tracking' }));
    }
  });

  it('may not say what only staff may', async () => {
    const theirs = {
      receivedAt: ago(app, 1),
      customerId: null,
      tags: [],
      severity: 'low',
      externalId: 'x',
      answerViaReason: 'y',
      complainedAboutUserIds: [],
      accountId: null,
      categoryId: null,
    };
    const expected = Object.keys(theirs).map((name) => `/${name} unknown_property`);
    expect(errors(await hand({ ...SAID, ...theirs }))).toEqual(expected.sort());
    expect((await hand({ ...SAID, answerVia: 'none' })).status).toBe(400);
    expect((await app.as('otto').post('/v1/complaints', SAID)).status).toBe(403);
    expect((await app.withToken('amt_nonsense').post('/v1/complaints', SAID)).status).toBe(401);
  });
});

describe('staff', () => {
  it('hand it in for a customer and see the complaint with the token beside it', async () => {
    const more = {
      receivedAt: ago(app, 5),
      tags: ['bed', 'Ágy'],
      severity: 'high',
      externalId: 'crm-7',
      complainedAboutUserIds: [await app.idOf('ben')],
      answerVia: 'phone',
      answerViaReason: 'She asked for it.',
    };
    const answer = await staff({ ...SAID, ...more });
    const received = expectStatus(201, answer) as unknown as Received;
    const { trackingToken, possibleDuplicates: _, ...complaint } = received;
    expect(complaint).toMatchObject(more);
    expect(answer.headers.get('location')).toBe(`/v1/complaints/${complaint.id}`);
    expect((await app.as('ben').get(`/v1/complaints/${complaint.id}`)).body).toEqual(complaint);
    expect((await app.withToken(trackingToken).get('/v1/tracking')).status).toBe(200);
    const [entry] = await timeline(app, { id: complaint.id, trackingToken, complaint });
    expect(entry).toMatchObject({
      type: 'complaint.received',
      actor: { name: 'Anna Agent' },
      complaintVersion: 1,
    });
  });

  it('name things that exist', async () => {
    const nowhere = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
    const ids = {
      customerId: nowhere,
      accountId: nowhere,
      categoryId: nowhere,
      complainedAboutUserIds: [nowhere],
    };
    expect(errors(await staff({ ...SAID, ...ids }))).toEqual([
      '/accountId not_found',
      '/categoryId not_found',
      '/complainedAboutUserIds/0 not_found',
      '/customerId not_found',
    ]);
    expect(errors(await staff({ ...SAID, receivedAt: app.inDays(1) }))).toEqual(['/receivedAt max']);
  });

  it('say why a customer cannot be answered', async () => {
    const none = { ...SAID, complainant: null, answerVia: 'none' };
    expect(errors(await staff(none))).toEqual(['/answerViaReason required']);
    expectStatus(201, await staff({ ...none, answerViaReason: 'Letters come back.' }));
    expect(errors(await staff({ ...none, answerVia: 'phone' }))).toEqual(['/complainant required']);
  });

  it('an external id is taken once and for ever, and says by which complaint', async () => {
    const first = expectStatus(201, await staff({ ...SAID, externalId: 'crm-8' })) as unknown as Complaint;
    const second = await staff({ ...SAID, externalId: 'crm-8' });
    expect([second.status, second.body]).toMatchObject([
      409,
      { code: 'external_id_taken', existing: { id: first.id, href: `/v1/complaints/${first.id}` } },
    ]);
  });

  it('times of long ago and of the last year are as good as others', async () => {
    for (const time of ['0001-01-01T00:00:00Z', '1066-10-14T09:00:00.000Z', '2024-02-29T23:59:59.9Z']) {
      const body = { ...SAID, receivedAt: time, occurredAt: time };
      const complaint = expectStatus(201, await staff(body)) as unknown as Complaint;
      expect(new Date(complaint.receivedAt)).toEqual(new Date(time));
    }
  });
});
