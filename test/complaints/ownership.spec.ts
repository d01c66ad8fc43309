import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { PASSWORD } from '../support/cast.js';
import { eventually } from '../support/eventually.js';
import type { Made } from '../support/make.js';
import type { Complaint, Problem, User } from '../support/resources.js';
import { attempt, DECISION, messages, promise, promises, standing, timeline, unmet } from './steps.js';
import { writtenOut } from './written-out.js';

const app = useTestApp();

let people = 0;
async function hire(): Promise<User> {
  people += 1;
  const person = {
    email: `new${people}@house.example`,
    name: `New ${people}`,
    password: PASSWORD,
    roles: ['agent'],
  };
  return expectStatus(201, await app.as('ada').post<User>('/v1/users', { ...person, phone: '+36 1 555' }));
}

async function disable(user: User, disabled = true): Promise<void> {
  const { version } = expectStatus(200, await app.as('ada').get<User>(`/v1/users/${user.id}`));
  expectStatus(200, await app.as('ada').patch(`/v1/users/${user.id}`, version, { disabled }));
}

async function owned(by: User): Promise<Made> {
  const made = await app.make.complaint('facts_established');
  return app.make.act(
    made,
    'assign-owner',
    { ownerId: by.id, agreedActions: [{ what: 'Send a leg', dueAt: app.inDays(30) }] },
    'sam',
  );
}

describe('the first owner', () => {
  it('is told to the customer with name, contact and what will be done', async () => {
    const owner = await hire();
    const made = await owned(owner);
    expect(made.complaint.owner).toMatchObject({ id: owner.id, name: owner.name });
    const letter = (await messages(app, made)).find(({ kind }) => kind === 'owner');
    for (const words of [owner.name, owner.email, '+36 1 555', 'Send a leg', writtenOut(app.inDays(30))]) {
      expect(letter?.body).toContain(words);
    }
    expect(await promise(app, made, 'action')).toMatchObject({
      what: 'Send a leg',
      madeBy: { kind: 'user' },
    });
  });
});

describe('a handover', () => {
  it.each(['in_progress', 'awaiting_customer', 'resolved'] as const)(
    'in %s changes the owner only',
    async (state) => {
      const made = await app.make.complaint(state);
      const before = await standing(app, made);
      const ownerId = await app.idOf('ben');
      const { complaint } = await app.make.act(made, 'assign-owner', { ownerId, reason: 'Holiday.' }, 'sam');
      expect(complaint).toMatchObject({ state, owner: { id: ownerId, name: 'Ben Agent' } });
      expect(await standing(app, made)).toEqual(before);
      const changed = (await timeline(app, made)).find(({ type }) => type === 'complaint.owner_changed');
      expect(changed?.data).toMatchObject({
        ownerId,
        formerOwnerId: await app.idOf('anna'),
        reason: 'Holiday.',
      });
      expect((await messages(app, made)).at(-1)).toMatchObject({ kind: 'owner', audience: 'customer' });
    },
  );

  it('keeps the name that the customer was told, whatever the owner is called later', async () => {
    const owner = await hire();
    const made = await owned(owner);
    expectStatus(200, await app.as('ada').patch(`/v1/users/${owner.id}`, 1, { name: 'Renamed' }));
    expect((await app.make.read(made)).owner?.name).toBe(owner.name);
  });
});

describe('when the owner is disabled', () => {
  let owner: User;
  const made: Record<'in_progress' | 'resolved' | 'closed' | 'withdrawn', Made> = {} as never;

  beforeAll(async () => {
    owner = await hire();
    for (const state of ['in_progress', 'resolved', 'closed', 'withdrawn'] as const)
      made[state] = await owned(owner);
    for (const state of ['resolved', 'closed'] as const)
      await app.make.act(made[state], 'resolve', DECISION, 'sam');
    expectStatus(200, await attempt(app, made.closed, 'accept', 'sam'));
    expectStatus(200, await attempt(app, made.withdrawn, 'withdraw', 'sam'));
    await disable(owner);
  });

  it.each(['in_progress', 'resolved'] as const)('a complaint %s is vacant within a second', async (state) => {
    const complaint = await eventually(async () => {
      const read: Complaint = await app.make.read(made[state]);
      expect(read.owner).toBeNull();
      return read;
    }, 1000);
    expect(complaint.state).toBe(state);
    await promise(app, made[state], 'name_owner');
    const vacancy = (await timeline(app, made[state])).find(({ type }) => type === 'complaint.owner_changed');
    expect(vacancy).toMatchObject({
      actor: { kind: 'system' },
      data: { ownerId: null, formerOwnerId: owner.id },
    });
  });

  it.each(['closed', 'withdrawn'] as const)(
    'a complaint %s keeps its owner until it comes back',
    async (state) => {
      await app.settle();
      expect((await app.make.read(made[state])).owner?.id).toBe(owner.id);
      const { complaint } = await app.make.act(made[state], 'reopen', { reason: 'Again.' }, 'sam');
      expect(complaint).toMatchObject({ state: 'in_progress', owner: null });
      await promise(app, made[state], 'name_owner');
    },
  );

  it('a vacancy is as before there is an owner; a supervisor may resolve, the next owner is a handover', async () => {
    const vacant = made.in_progress;
    await app.settle();
    const { id } = await app.make.callback(vacant);
    const keep = `/v1/complaints/${vacant.id}/promises/${id}/actions/keep`;
    expectStatus(200, await app.as('ben').post(keep));
    expectStatus(200, await attempt(app, vacant, 'ask-customer', 'ben'));
    expectStatus(200, await attempt(app, vacant, 'resume', 'anna'));
    expect(unmet(await attempt(app, vacant, 'resolve', 'anna'))).toEqual(['not_the_owner']);
    const bare = { agreedActions: [], reason: null };
    expect(unmet(await attempt(app, vacant, 'assign-owner', 'anna', bare))).toEqual(['reason_required']);
    expectStatus(200, await attempt(app, vacant, 'assign-owner', 'anna', { agreedActions: [] }));
    expect(
      (await promises(app, vacant)).filter(({ kind, state }) => kind === 'name_owner' && state === 'kept'),
    ).toHaveLength(2);
    expectStatus(200, await attempt(app, made.closed, 'resolve', 'sam'));
  });
});

it('whoever is enabled again at once loses what the vacancy took, and nothing more', async () => {
  const owner = await hire();
  const made = await owned(owner);
  await disable(owner);
  await disable(owner, false);
  await app.settle();
  const { owner: now } = await app.make.read(made);
  const reopened = (await standing(app, made)).filter((one) => one === 'name_owner open');
  expect([now === null, reopened.length]).toEqual(now === null ? [true, 1] : [false, 0]);
});

it('an owner who lost the role of staff is no owner for a new assignment', async () => {
  const owner = await hire();
  expectStatus(200, await app.as('ada').patch(`/v1/users/${owner.id}`, 1, { roles: ['auditor'] }));
  const made = await app.make.complaint('in_progress');
  const answer = await app.as('sam').post<Problem>(`/v1/complaints/${made.id}/actions/assign-owner`, {
    ownerId: owner.id,
    reason: 'Try.',
  });
  expect(unmet(answer)).toEqual(['owner_inactive']);
});
