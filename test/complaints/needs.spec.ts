import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import type { Complaint, User } from '../support/resources.js';
import { ago, attempt, DECISION, promise, unmet } from './steps.js';

const app = useTestApp();

describe('establish-facts', () => {
  it('needs a fact from the side of the customer', async () => {
    const made = await app.make.complaint('acknowledged');
    await app.make.fact(made, { source: 'staff' });
    expect(unmet(await attempt(app, made, 'establish-facts'))).toEqual(['customer_not_heard']);
    await app.make.fact(made);
    expect((await attempt(app, made, 'establish-facts')).status).toBe(200);
  });
});

describe('assign-owner', () => {
  it('is for oneself where an agent does it, and for anybody where a supervisor does', async () => {
    const made = await app.make.complaint('facts_established');
    const ownerId = await app.idOf('ben');
    expect(unmet(await attempt(app, made, 'assign-owner', 'anna', { ownerId }))).toEqual(['owner_not_self']);
    expect((await attempt(app, made, 'assign-owner', 'sam', { ownerId })).status).toBe(200);
  });

  it('refuses an owner who is no staff, disabled or complained about', async () => {
    const made = await app.make.complaint('facts_established');
    const otto = await app.idOf('otto');
    expect(unmet(await attempt(app, made, 'assign-owner', 'sam', { ownerId: otto }))).toEqual([
      'owner_inactive',
    ]);
    const ben = await app.idOf('ben');
    const accused = await app.make.read(made);
    const path = `/v1/complaints/${made.id}`;
    expectStatus(200, await app.as('sam').patch(path, accused.version, { complainedAboutUserIds: [ben] }));
    expect(unmet(await attempt(app, made, 'assign-owner', 'sam', { ownerId: ben }))).toEqual([
      'owner_conflicted',
    ]);
    const gone = expectStatus(
      201,
      await app.as('ada').post<User>('/v1/users', {
        email: 'gone@house.example',
        name: 'Gone',
        password: 'long enough a password',
        roles: ['agent'],
      }),
    );
    expectStatus(200, await app.as('ada').patch(`/v1/users/${gone.id}`, gone.version, { disabled: true }));
    expect(unmet(await attempt(app, made, 'assign-owner', 'sam', { ownerId: gone.id }))).toEqual([
      'owner_inactive',
    ]);
  });

  it('needs an agreed action at first, and a reason for a handover', async () => {
    const made = await app.make.complaint('facts_established');
    const first = { agreedActions: [], reason: null };
    expect(unmet(await attempt(app, made, 'assign-owner', 'anna', first))).toEqual(['action_required']);
    expect(unmet(await attempt(app, made, 'assign-owner', 'anna', { agreedActions: null }))).toEqual([
      'action_required',
    ]);
    await app.make.act(made, 'assign-owner', {
      ownerId: await app.idOf('anna'),
      agreedActions: [{ what: 'Call', dueAt: app.inDays(9) }],
    });
    expect(unmet(await attempt(app, made, 'assign-owner', 'anna', first))).toEqual(['reason_required']);
  });

  it('names everything that is missing, in order', async () => {
    const otto = await app.idOf('otto');
    const [sam, anna] = [await app.idOf('sam'), await app.idOf('anna')];
    const made = await app.make.complaint('facts_established', { complainedAboutUserIds: [] });
    const { version } = await app.make.read(made);
    const accused = { complainedAboutUserIds: [otto, sam, anna] };
    expectStatus(200, await app.as('sam').patch(`/v1/complaints/${made.id}`, version, accused));
    const body = { ownerId: otto, agreedActions: [] };
    const all = ['owner_not_self', 'owner_inactive', 'owner_conflicted', 'action_required'];
    expect(unmet(await attempt(app, made, 'assign-owner', 'anna', body))).toEqual(['conflicted', ...all]);
    expect(unmet(await attempt(app, made, 'assign-owner', 'ben', body))).toEqual(all);
    expect(unmet(await attempt(app, made, 'assign-owner', 'sam', body))).toEqual([
      'conflicted',
      ...all.slice(1),
    ]);
  });

  it('an owner id that names nobody is 400, one that is no id as well', async () => {
    const made = await app.make.complaint('facts_established');
    const ownerId = made.id;
    const unknown = await attempt(app, made, 'assign-owner', 'sam', { ownerId });
    expect(unknown.body.errors).toMatchObject([{ pointer: '/ownerId', code: 'not_found' }]);
    const odd = await attempt(app, made, 'assign-owner', 'sam', { ownerId: 'ben' });
    expect(odd.body.errors).toMatchObject([{ pointer: '/ownerId', code: 'is_uuid' }]);
  });
});

describe('ask-customer and resume', () => {
  it('are for the owner and a supervisor, and for any staff before there is an owner', async () => {
    const owned = await app.make.complaint('in_progress');
    expect(unmet(await attempt(app, owned, 'ask-customer', 'ben'))).toEqual(['not_the_owner']);
    expectStatus(200, await attempt(app, owned, 'ask-customer', 'sam'));
    expect(unmet(await attempt(app, owned, 'resume', 'ben'))).toEqual(['not_the_owner']);
    expectStatus(200, await attempt(app, owned, 'resume', 'anna'));
    const ownerless = await app.make.complaint('acknowledged');
    expectStatus(200, await attempt(app, ownerless, 'ask-customer', 'ben'));
    expectStatus(200, await attempt(app, ownerless, 'resume', 'anna'));
  });

  it('have two pauses and no third', async () => {
    const made = await app.make.complaint('in_progress');
    for (const pause of [1, 2]) {
      expect([pause, (await attempt(app, made, 'ask-customer')).status]).toEqual([pause, 200]);
      await app.make.act(made, 'resume');
    }
    expect(unmet(await attempt(app, made, 'ask-customer'))).toEqual(['pause_spent']);
    expect(unmet(await attempt(app, made, 'ask-customer', 'ben'))).toEqual(['not_the_owner', 'pause_spent']);
  });
});

describe('escalate', () => {
  it('ends at level 3', async () => {
    const made = await app.make.complaint();
    for (const level of [1, 2, 3]) {
      const { complaint } = await app.make.act(made, 'escalate', { reason: 'No answer.' });
      expect(complaint.level).toBe(level);
    }
    expect(unmet(await attempt(app, made, 'escalate'))).toEqual(['level_highest']);
  });

  it('dispute goes on at the highest level', async () => {
    const made = await app.make.complaint('in_progress');
    for (let level = 1; level <= 3; level++) await attempt(app, made, 'escalate');
    await app.make.act(made, 'resolve', DECISION);
    const disputed = expectStatus(200, await attempt(app, made, 'dispute')) as unknown as Complaint;
    expect(disputed.level).toBe(3);
  });
});

describe('the window', () => {
  it('ends dispute and the way back of the customer after six months; the house may reopen', async () => {
    const open = await app.make.complaint('resolved');
    const { id } = await promise(app, open, 'action');
    expectStatus(200, await app.as('anna').post(`/v1/complaints/${open.id}/promises/${id}/actions/keep`, {}));
    const closed = await app.make.act(open, 'accept', { how: 'phone', saidAt: ago(app, 0) });
    const withdrawn = await app.make.complaint('withdrawn');
    const customer = app.withToken(withdrawn.trackingToken);
    app.advance({ days: 185 });
    expect(unmet(await attempt(app, closed, 'dispute'))).toEqual(['window_over']);
    expect(unmet(await customer.post('/v1/tracking/actions/reopen', { reason: 'Again.' }))).toEqual([
      'window_over',
    ]);
    expectStatus(200, await attempt(app, withdrawn, 'reopen', 'sam'));
    expectStatus(200, await attempt(app, closed, 'reopen', 'sam'));
  });
});
