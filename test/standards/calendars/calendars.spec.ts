import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import { BUDAPEST, makeCalendar, type Shown, wrongs } from './house.js';

const app = useTestApp();

interface Entry {
  type: string;
  data: Record<string, unknown>;
}

async function entriesOf(id: string): Promise<Entry[]> {
  await app.settle();
  const { items } = expectStatus(
    200,
    await app
      .as('otto')
      .get<{ items: (Entry & { subject: { id: string } })[] }>('/v1/audit/entries?limit=100'),
  );
  return items.filter(({ subject }) => subject.id === id).map(({ type, data }) => ({ type, data }));
}

describe('a new calendar', () => {
  it('is made by an administrator and read as it was written', async () => {
    const answer = await app.as('ada').post<Shown>('/v1/calendars', BUDAPEST);
    const made = expectStatus(201, answer);
    expect(made).toMatchObject({ ...BUDAPEST, version: 1 });
    expect(answer.headers.get('location')).toBe(`/v1/calendars/${made.id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    for (const reader of ['anna', 'sam', 'otto', 'ada'] as const) {
      expect(expectStatus(200, await app.as(reader).get(`/v1/calendars/${made.id}`))).toEqual(made);
      expectStatus(200, await app.as(reader).get(`/v1/calendars/${made.id}/versions/1`));
    }
  });

  it('needs no more than a name, a zone and hours', async () => {
    const hours = [{ day: 'monday', from: '09:00', to: '17:00' }];
    const body = { name: 'Short', zone: 'UTC', hours };
    const made = expectStatus(201, await app.as('ada').post<Shown>('/v1/calendars', body));
    expect(made).toMatchObject({ ...body, holidays: [], exceptions: [], moves: [] });
  });

  it('is made by nobody else', async () => {
    const { id } = await makeCalendar(app);
    for (const other of ['anna', 'sam', 'otto'] as const) {
      expectStatus(403, await app.as(other).post('/v1/calendars', BUDAPEST));
      expectStatus(403, await app.as(other).patch(`/v1/calendars/${id}`, 1, { name: 'Mine' }));
      expectStatus(403, await app.as(other).delete(`/v1/calendars/${id}`));
      const years = { country: 'HU', fromYear: 2026, toYear: 2026 };
      expectStatus(403, await app.as(other).post(`/v1/calendars/${id}/actions/import-holidays`, years));
    }
    expectStatus(401, await app.anonymous.get(`/v1/calendars/${id}`));
  });

  it('may have all the holidays that fit into a body', async () => {
    const holidays = Array.from({ length: 2000 }, (_, day) => ({ date: dateAfter(day), name: 'Off' }));
    expect((await makeCalendar(app, { holidays })).holidays).toEqual(holidays);
    const more = [...holidays, { date: dateAfter(2000), name: 'Off' }];
    const answer = await app.as('ada').post('/v1/calendars', { ...BUDAPEST, holidays: more });
    expectStatus(400, answer);
    expect(wrongs(answer)).toEqual(['/holidays max_items']);
  });
});

describe('a change', () => {
  it('replaces a list whole, leaves the rest, and needs the version', async () => {
    const made = await makeCalendar(app);
    const path = `/v1/calendars/${made.id}`;
    expectStatus(428, await app.as('ada').patch(path, null, { name: 'Other' }));
    const holidays = [{ date: '2027-12-25', name: 'Christmas Day' }];
    const answer = await app.as('ada').patch<Shown>(path, 1, { holidays });
    expect(expectStatus(200, answer)).toMatchObject({
      ...BUDAPEST,
      holidays,
      version: 2,
      createdAt: made.createdAt,
    });
    expect(answer.headers.get('etag')).toBe('"2"');
    const stale = await app.as('ada').patch(path, 1, { name: 'Other' });
    expectStatus(412, stale);
    expect(stale.body).toMatchObject({ code: 'version_mismatch', currentVersion: 2 });
  });

  it('that changes nothing raises no version', async () => {
    const made = await makeCalendar(app);
    const { name, hours, holidays, exceptions, moves } = BUDAPEST;
    const same = { name, hours, holidays, exceptions, moves };
    expect(expectStatus(200, await app.as('ada').patch(`/v1/calendars/${made.id}`, 1, same))).toEqual(made);
  });

  it('of one version is made once', async () => {
    const { id } = await makeCalendar(app);
    let number = 0;
    const tally = await race(5, () =>
      app.as('ada').patch(`/v1/calendars/${id}`, 1, { name: `Name ${++number}` }),
    );
    expect(tally).toEqual({ '200': 1, '412 version_mismatch': 4 });
  });
});

describe('the log', () => {
  it('says what became of a calendar', async () => {
    const { id } = await makeCalendar(app);
    const path = `/v1/calendars/${id}`;
    expectStatus(200, await app.as('ada').patch(path, 1, { holidays: [], zone: 'Europe/Vienna' }));
    expectStatus(204, await app.as('ada').delete(path));
    const { name, hours, exceptions, moves } = BUDAPEST;
    const state = {
      name,
      hours,
      moves,
      exceptions: exceptions.map(({ date, periods }) => ({ date, periods })),
      exceptionNames: ['Works instead of 24 December', 'Day off'],
    };
    expect((await entriesOf(id)).reverse().sort((a, b) => (a.type < b.type ? -1 : 1))).toEqual([
      {
        type: 'calendar.created',
        data: {
          ...state,
          version: 1,
          zone: 'Europe/Budapest',
          holidays: ['2026-12-25'],
          holidayNames: ['Christmas Day'],
        },
      },
      { type: 'calendar.deleted', data: { version: 2 } },
      {
        type: 'calendar.updated',
        data: {
          ...state,
          version: 2,
          changed: ['zone', 'holidays'],
          zone: 'Europe/Vienna',
          holidays: [],
          holidayNames: [],
        },
      },
    ]);
  });
});

describe('the list of calendars', () => {
  it('goes on behind its cursor', async () => {
    const made = [await makeCalendar(app), await makeCalendar(app), await makeCalendar(app)];
    const seen: string[] = [];
    let path: string | null = '/v1/calendars?limit=2';
    while (path !== null) {
      const page: { items: Shown[]; nextCursor: string | null } = expectStatus(
        200,
        await app.as('anna').get<{ items: Shown[]; nextCursor: string | null }>(path),
      );
      seen.push(...page.items.map(({ id }) => id));
      path = page.nextCursor && `/v1/calendars?limit=2&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual([...seen].sort());
    expect(seen.slice(-3)).toEqual(made.map(({ id }) => id));
  });
});

function dateAfter(days: number): string {
  return new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
}
