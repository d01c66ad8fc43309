import { afterEach, describe, expect, it } from '@jest/globals';
import { allBack, away, back } from '../../access/availability/absences.js';
import { hire, type Person } from '../../access/people.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { Absence, Complaint, List, Tracking } from '../../support/resources.js';
import { attempt, DECISION, promise, timeline, unmet } from '../steps.js';

const app = useTestApp();

/** Of Anna, who owns what the tests make. */
let absence: Absence | null = null;
const annaAway = async (standIn: CastName | Person, said: object = {}) => {
  const standInId = typeof standIn === 'string' ? await app.idOf(standIn) : standIn.id;
  absence = await away(app, await app.idOf('anna'), standInId, said);
  return absence;
};
afterEach(() => allBack(app));

const standInOf = async (made: Made) => (await app.make.read(made)).standIn;
const tracked = async (made: Made) =>
  expectStatus(200, await app.withToken(made.trackingToken).get<Tracking>('/v1/tracking')).owner;
const workedBy = async (name: CastName) => {
  const path = `/v1/complaints?state=open&workedBy=${await app.idOf(name)}&limit=100`;
  return expectStatus(200, await app.as(name).get<List<Complaint>>(path)).items.map(({ id }) => id);
};
const accuse = async (made: Made, ...ids: string[]) => {
  const { version } = await app.make.read(made);
  const body = { complainedAboutUserIds: ids };
  return expectStatus(200, await app.as('sam').patch<Complaint>(`/v1/complaints/${made.id}`, version, body));
};

describe('while the owner is away', () => {
  it('the complaint stays theirs and shows who stands in, as the timeline and the customer see', async () => {
    const made = await app.make.complaint('in_progress');
    expect(made.complaint.standIn).toBeNull();
    await annaAway('ben');
    const read = await app.make.read(made);
    const ben = { id: await app.idOf('ben'), name: 'Ben Agent' };
    expect(read).toMatchObject({ owner: { name: 'Anna Agent' }, standIn: ben });
    expect(read.version).toBeGreaterThan(made.complaint.version);
    expect(await tracked(made)).toEqual({
      name: 'Ben Agent',
      email: 'ben@house.example',
      phone: null,
      standIn: true,
    });
    if (absence) await back(app, absence);
    expect(await standInOf(made)).toBeNull();
    expect(await tracked(made)).toMatchObject({ name: 'Anna Agent', standIn: false });
    const changes = (await timeline(app, made)).filter(({ type }) => type === 'complaint.stand_in_changed');
    const ownerId = await app.idOf('anna');
    expect(changes).toMatchObject([
      { actor: { kind: 'system' }, data: { state: 'in_progress', ownerId, standInId: ben.id } },
      { data: { ownerId, standInId: null, standInName: null } },
    ]);
  });

  it('the stand-in may do what the owner may, by their own name, and nobody else', async () => {
    const made = await app.make.complaint('in_progress');
    const { id } = await promise(app, made, 'action');
    expect(unmet(await attempt(app, made, 'resolve', 'ben'))).toEqual(['not_the_owner']);
    await annaAway('ben');
    const kept = await app.as('ben').post(`/v1/complaints/${made.id}/promises/${id}/actions/keep`, {});
    expectStatus(200, kept);
    await app.make.act(made, 'ask-customer', { question: 'Which leg?', replyBy: app.inDays(2) }, 'ben');
    await app.make.act(made, 'resume', {}, 'ben');
    if (absence) await back(app, absence);
    expect(unmet(await attempt(app, made, 'resolve', 'ben'))).toEqual(['not_the_owner']);
    await annaAway('ben');
    const resolved = await app.make.act(made, 'resolve', DECISION, 'ben');
    expect(resolved.complaint.resolution?.resolvedBy.name).toBe('Ben Agent');
    const decided = (await timeline(app, made)).find(({ type }) => type === 'complaint.resolved');
    expect(decided?.actor).toMatchObject({ name: 'Ben Agent' });
  });

  it('what the customer writes is in the queue of the stand-in, and not in that of the owner', async () => {
    const made = await app.make.complaint('in_progress');
    expect(await workedBy('anna')).toContain(made.id);
    await annaAway('ben');
    await app.make.byCustomer(made, 'messages', { body: 'Which Tuesday?' }, 201);
    expect(await workedBy('ben')).toContain(made.id);
    expect(await workedBy('anna')).not.toContain(made.id);
    expect(unmet(await attempt(app, made, 'resolve', 'ben'))).toEqual(['customer_unheard']);
    await app.make.message(made, { body: 'This one.' }, 'ben');
    expectStatus(200, await attempt(app, made, 'resolve', 'ben'));
  });

  it('what was closed is left alone, until it is disputed', async () => {
    const made = await app.make.complaint('closed');
    await annaAway('ben');
    expect((await app.make.read(made)).version).toBe(made.complaint.version);
    await app.make.byCustomer(made, 'actions/dispute', { reason: 'It is broken again.' });
    expect((await standInOf(made))?.name).toBe('Ben Agent');
    const [changed, disputed] = (await timeline(app, made)).slice(-4).map(({ type }) => type);
    expect([changed, disputed]).toContain('complaint.stand_in_changed');
  });

  it('nobody stands in on a complaint about themselves: it falls to the supervisors', async () => {
    const ben = await app.idOf('ben');
    const [before, meanwhile] = [
      await app.make.complaint('in_progress'),
      await app.make.complaint('in_progress'),
    ];
    await accuse(before, ben);
    await annaAway('ben');
    expect(await standInOf(before)).toBeNull();
    expect(await tracked(before)).toMatchObject({ name: 'Anna Agent', standIn: false });
    expect((await standInOf(meanwhile))?.id).toBe(ben);
    expect((await accuse(meanwhile, ben)).standIn).toBeNull();
    expect(unmet(await attempt(app, meanwhile, 'ask-customer', 'ben'))).toEqual([
      'conflicted',
      'not_the_owner',
    ]);
    expect((await accuse(meanwhile)).standIn?.id).toBe(ben);
    expectStatus(200, await attempt(app, before, 'ask-customer', 'sam'));
  });

  it('who is away too passes it on, and gets it back', async () => {
    const [tom, made] = [await hire(app), await app.make.complaint('in_progress')];
    await annaAway(tom);
    const other = await away(app, tom.id, await app.idOf('ben'));
    expect((await standInOf(made))?.name).toBe('Ben Agent');
    await back(app, other);
    expect((await standInOf(made))?.id).toBe(tom.id);
  });

  it('a stand-in who is disabled stands in no more', async () => {
    const [tom, made] = [await hire(app), await app.make.complaint('in_progress')];
    await annaAway(tom);
    expect((await standInOf(made))?.id).toBe(tom.id);
    const disable = (version: number, disabled: boolean) =>
      app.as('ada').patch(`/v1/users/${tom.id}`, version, { disabled });
    expectStatus(200, await disable(1, true));
    await app.settle();
    expect(await standInOf(made)).toBeNull();
    expectStatus(200, await disable(2, false));
    await app.settle();
    expect((await standInOf(made))?.id).toBe(tom.id);
  });

  it('another stand-in takes over when the absence says so', async () => {
    const [tom, made] = [await hire(app), await app.make.complaint('in_progress')];
    const { id, version, user } = await annaAway('ben');
    const path = `/v1/users/${user.id}/absences/${id}`;
    expectStatus(200, await app.as('sam').patch(path, version, { standInId: tom.id }));
    await app.settle();
    expect((await standInOf(made))?.id).toBe(tom.id);
  });
});
