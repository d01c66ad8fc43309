import { describe, expect, it } from '@jest/globals';
import { errors } from '../../complaints/steps.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { List, Problem } from '../../support/resources.js';

const app = useTestApp();
const NOWHERE = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

interface Point {
  id: string;
  value: string;
  open?: boolean;
  changesAt?: string | null;
  version: number;
}

const LINE = { kind: 'phone', label: 'Complaints line', value: '+36 1 234 5678' };

const make = async (body: object = {}) =>
  expectStatus(201, await app.as('sam').post<Point>('/v1/contact-points', { ...LINE, ...body }));

const publicIds = async () => {
  const { items } = expectStatus(200, await app.anonymous.get<List<Point>>('/v1/contact-points?limit=100'));
  return items.map(({ id }) => id);
};

describe('a contact point', () => {
  it('is seen by everybody without a token, in the order that the house gave', async () => {
    const later = await make({ place: 20 });
    const first = await make({ place: 10, value: 'kérem@example.org', kind: 'email' });
    expect((await publicIds()).slice(0, 2)).toEqual([first.id, later.id]);
    const read = await app.anonymous.get<Point>(`/v1/contact-points/${first.id}`);
    expect(expectStatus(200, read)).toEqual(first);
    expect(read.headers.get('etag')).toBe('"1"');
  });

  it('is changed, closed and retired by one call each; what is retired or not public only the house sees', async () => {
    const point = await make();
    const path = `/v1/contact-points/${point.id}`;
    const sam = app.as('sam');
    const moved = expectStatus(200, await sam.patch<Point>(path, 1, { value: '+36 1 999 9999' }));
    expect(moved).toMatchObject({ value: '+36 1 999 9999', version: 2 });
    expect(expectStatus(200, await sam.patch<Point>(path, 2, { value: '+36 1 999 9999' })).version).toBe(2);
    expectStatus(428, await sam.patch(path, null, { retired: true }));
    expectStatus(200, await sam.patch(path, 2, { retired: true }));
    expectStatus(412, await sam.patch(path, 2, { note: 'late' }));
    const hidden = await make({ public: false });
    for (const id of [point.id, hidden.id, NOWHERE]) {
      expectStatus(404, await app.anonymous.get(`/v1/contact-points/${id}`));
    }
    expect(await publicIds()).not.toContain(hidden.id);
    expect(expectStatus(200, await app.as('anna').get<Point>(path)).version).toBe(3);
  });

  it('is open by its calendar, which cannot be deleted meanwhile', async () => {
    const hours = [{ day: 'monday', from: '09:00', to: '10:00' }];
    const calendar = expectStatus(
      201,
      await app.as('ada').post<{ id: string }>('/v1/calendars', { name: 'Line', zone: 'UTC', hours }),
    );
    const point = await make({ calendarId: calendar.id, place: 0 });
    const listed = expectStatus(200, await app.anonymous.get<List<Point>>('/v1/contact-points')).items[0];
    expect(listed).toMatchObject({ id: point.id, open: expect.any(Boolean) });
    expect(listed?.changesAt).toMatch(listed?.open ? /T10:00/ : /T09:00/);
    const answer = await app
      .as('ada')
      .send<Problem>({ method: 'DELETE', path: `/v1/calendars/${calendar.id}` });
    expect(expectStatus(409, answer)).toMatchObject({
      code: 'calendar_in_use',
      contactPoints: [{ id: point.id, label: LINE.label }],
    });
    const shut = [{ from: app.inDays(-1), to: null }];
    expectStatus(200, await app.as('sam').patch(`/v1/contact-points/${point.id}`, 1, { closures: shut }));
    const now = expectStatus(200, await app.anonymous.get<List<Point>>('/v1/contact-points')).items[0];
    expect(now).toMatchObject({ id: point.id, open: false, changesAt: null });
  });

  it('is refused with everything that is wrong, and to who may not', async () => {
    const body = {
      ...LINE,
      kind: 'pigeon',
      value: ' ',
      closures: [{ from: '2026-12-02T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' }],
    };
    const answer = await app.as('sam').post<Problem>('/v1/contact-points', body);
    expect(errors(answer)).toEqual(['/closures/0/to min', '/kind is_enum', '/value not_blank']);
    const calendar = await app
      .as('sam')
      .post<Problem>('/v1/contact-points', { ...LINE, calendarId: NOWHERE });
    expect(errors(calendar)).toEqual(['/calendarId not_found']);
    expectStatus(403, await app.as('anna').post('/v1/contact-points', LINE));
    expectStatus(401, await app.anonymous.post('/v1/contact-points', LINE));
  });
});
