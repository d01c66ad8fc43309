import { beforeEach, describe, expect, it } from '@jest/globals';
import { AbsenceClock } from '../../../src/access/availability/absence-clock.js';
import { errors, unmet } from '../../complaints/steps.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import type { Absence, List, Problem } from '../../support/resources.js';
import { hire, type Person } from '../people.js';
import { announce, away, change, entriesOf, later, pathOf } from './absences.js';

const app = useTestApp();

let tom: Person;
let una: Person;
beforeEach(async () => {
  [tom, una] = [await hire(app), await hire(app)];
});

const read = async (absence: Absence) =>
  expectStatus(200, await app.as('anna').get<Absence>(pathOf(absence)));
const page = async (query: string) =>
  expectStatus(200, await app.as('anna').get<List<Absence>>(`/v1/users/${tom.id}/absences?${query}`));

describe('a stand-in', () => {
  it('is active staff', async () => {
    const gone = await hire(app);
    expectStatus(200, await app.as('ada').patch(`/v1/users/${gone.id}`, 1, { disabled: true }));
    expect(unmet(await announce(app, tom.id, gone.id))).toEqual(['stand_in_inactive']);
    expect(unmet(await announce(app, tom.id, await app.idOf('otto')))).toEqual(['stand_in_inactive']);
    expect(unmet(await announce(app, tom.id, tom.id))).toEqual(['stand_in_circle']);
  });

  it('may be away at another time, but never does it come back to the one who is away', async () => {
    const third = await hire(app);
    const [from, to] = [app.inDays(1), app.inDays(3)];
    expectStatus(201, await announce(app, tom.id, una.id, { from, to }));
    expectStatus(201, await announce(app, una.id, third.id, { from: app.inDays(2), to: app.inDays(5) }));
    const meanwhile = { from: app.inDays(2.5), to: app.inDays(4) };
    expect(unmet(await announce(app, third.id, tom.id, meanwhile))).toEqual(['stand_in_circle']);
    const after = { from: to, to: app.inDays(4) };
    const third1 = expectStatus(201, await announce(app, third.id, tom.id, after));
    expect(unmet(await change(app, third1, { from: app.inDays(2) }))).toEqual(['stand_in_circle']);
  });

  // Without `alone` in usersOf (absences.service.ts) two that have no user in common do not see each other.
  it('makes no circle with another that is announced at the same moment', async () => {
    const ring = [tom, una, await hire(app), await hire(app)].map(({ id }) => id);
    const next = (index: number, said = {}) =>
      announce(app, ring[index % 4] ?? '', ring[(index + 1) % 4] ?? '', said);
    for (const week of [1, 2, 3, 4]) {
      const span = { from: app.inDays(7 * week), to: app.inDays(7 * week + 5) };
      for (const index of [0, 2]) expectStatus(201, await next(index, span));
      const tally = await race(2, (index) => next(2 * index + 1, span));
      expect(tally).toEqual({ '201': 1, '409 action_refused': 1 });
    }
  });
});

describe('absences of one person', () => {
  it('follow one another, and are never two at once', async () => {
    const first = await away(app, tom.id, una.id, { to: app.inDays(2) });
    const overlapping = await announce(app, tom.id, una.id, { from: app.inDays(1) });
    expect(expectStatus(409, overlapping).unmet).toMatchObject([
      { code: 'absence_overlaps', ids: [first.id] },
    ]);
    const second = expectStatus(201, await announce(app, tom.id, una.id, { from: app.inDays(2) }));
    expect(unmet(await change(app, first, { to: null }))).toEqual(['absence_overlaps']);
    await later(app, { days: 2, minutes: 1 });
    expect([(await read(first)).state, (await read(second)).state]).toEqual(['over', 'running']);
    expect((await page('limit=1')).items.map(({ id }) => id)).toEqual([first.id]);
  });

  it('wait for the end of the one before, where the clock has not come to that yet', async () => {
    await away(app, tom.id, una.id, { to: app.inDays(1) });
    app.advance({ days: 1, minutes: 1 });
    const next = expectStatus(201, await announce(app, tom.id, una.id));
    expect(next.state).toBe('planned');
    await app.get(AbsenceClock).turn();
    expect((await read(next)).state).toBe('running');
  });

  it('are begun and ended once by many clocks', async () => {
    const absence = expectStatus(201, await announce(app, tom.id, una.id, { from: app.inDays(1) }));
    app.advance({ days: 2 });
    await Promise.all([1, 2, 3, 4].map(() => app.get(AbsenceClock).turn()));
    expect((await entriesOf(app, absence)).map(({ type }) => type)).toEqual([
      'absence.announced',
      'absence.began',
    ]);
  });

  it('are read page by page in the order in which they begin', async () => {
    const made = [];
    for (const day of [3, 1, 2]) {
      const span = { from: app.inDays(day), to: app.inDays(day + 0.5) };
      made.push(expectStatus(201, await announce(app, tom.id, una.id, span)));
    }
    const first = await page('limit=2');
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const second = await page(`limit=2&cursor=${cursor}`);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids).toEqual([made[1]?.id, made[2]?.id, made[0]?.id]);
    const foreign = await app.as('anna').get<Problem>(`/v1/users/${una.id}/absences?cursor=${cursor}`);
    expect(errors(foreign)).toEqual(['cursor bad_cursor']);
  });
});
