import { afterEach, describe, expect, it } from '@jest/globals';
import { allBack, announce, away, back, later } from '../../access/availability/absences.js';
import { hire } from '../../access/people.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { Made } from '../../support/make.js';
import type { Tracking } from '../../support/resources.js';
import { attempt, messages, unmet } from '../steps.js';

const app = useTestApp();
afterEach(() => allBack(app));

/** Ben stands in. */
const annaAway = async () => away(app, await app.idOf('anna'), await app.idOf('ben'));
const standInOf = async (made: Made) => (await app.make.read(made)).standIn;
const tracked = async (made: Made) =>
  expectStatus(200, await app.withToken(made.trackingToken).get<Tracking>('/v1/tracking')).owner;

describe('an absence to come', () => {
  it('changes nothing before it begins and nothing after it ends', async () => {
    const made = await app.make.complaint('in_progress');
    expectStatus(
      201,
      await announce(app, await app.idOf('anna'), await app.idOf('ben'), {
        from: app.inDays(1),
        to: app.inDays(2),
      }),
    );
    await app.settle();
    expect(await standInOf(made)).toBeNull();
    await later(app, { days: 1, hours: 1 });
    expect((await standInOf(made))?.name).toBe('Ben Agent');
    await later(app, { days: 1 });
    expect(await standInOf(made)).toBeNull();
  });
});

describe('who is away', () => {
  it('is named owner by nobody; the refusal names who stands in', async () => {
    const [anna, ben] = [await app.idOf('anna'), await app.idOf('ben')];
    const made = await app.make.complaint('facts_established');
    await annaAway();
    const refused = await attempt(app, made, 'assign-owner', 'sam');
    expect(expectStatus(409, refused).unmet).toMatchObject([{ code: 'owner_absent', ids: [ben] }]);
    const spot = { accepted: null, ownerId: anna };
    expect(unmet(await attempt(app, made, 'resolve-on-the-spot', 'sam', spot))).toEqual(['owner_absent']);
    expectStatus(200, await attempt(app, made, 'assign-owner', 'sam', { ownerId: ben }));
    expect(await standInOf(made)).toBeNull();
  });

  it('hands over as ever: the customer is told the new name, and nobody stands in any more', async () => {
    const made = await app.make.complaint('in_progress');
    const absence = await annaAway();
    const ownerId = await app.idOf('sue');
    const body = { ownerId, reason: 'A long absence.' };
    const { complaint } = await app.make.act(made, 'assign-owner', body, 'sam');
    expect(complaint).toMatchObject({ owner: { id: ownerId }, standIn: null });
    const letter = (await messages(app, made)).at(-1);
    expect(letter).toMatchObject({ kind: 'owner', audience: 'customer' });
    expect(letter?.body).toContain('Sue Supervisor');
    expect(await tracked(made)).toMatchObject({ name: 'Sue Supervisor', standIn: false });
    await back(app, absence);
    expect((await app.make.read(made)).version).toBe(complaint.version);
    expect(unmet(await attempt(app, made, 'resolve', 'ben'))).toEqual(['not_the_owner']);
  });

  // Without the lock on the user in AbsenceClock and usersOf, or without `share` in ownerSubject, both may go through
  // with nobody in place.
  it('goes while being named owner, and there is a stand-in all the same', async () => {
    const [tom, made] = [await hire(app), await app.make.complaint('facts_established')];
    const answers = await Promise.all([
      attempt(app, made, 'assign-owner', 'sam', { ownerId: tom.id }),
      announce(app, tom.id, await app.idOf('ben')),
    ]);
    await app.settle();
    const [assigned] = answers;
    if (assigned.status === 200) expect((await standInOf(made))?.name).toBe('Ben Agent');
    else expect(unmet(assigned)).toEqual(['owner_absent']);
  });
});
