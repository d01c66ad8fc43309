import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { Problem, Promised } from '../../support/resources.js';
import { ago, attempt, entryTypes, errors, messages, promise, unmet } from '../steps.js';
import { writtenOut } from '../written-out.js';

const app = useTestApp();

const pathOf = (made: Made, id: string, deed: string) =>
  `/v1/complaints/${made.id}/promises/${id}/actions/${deed}`;
const said = () => ({ how: 'phone', saidAt: ago(app, 0) });
const bodies = () => ({
  keep: {},
  move: { dueAt: app.inDays(20), reason: 'The supplier is late.', message: 'It takes longer.' },
  release: { said: said() },
});
type Deed = keyof ReturnType<typeof bodies>;

const tell = (made: Made, id: string, deed: Deed, by: CastName = 'anna') =>
  app.as(by).post<Problem & Promised>(pathOf(made, id, deed), bodies()[deed]);

describe('a promise of a person', () => {
  it('is made with what, kind and date, and read where Location says', async () => {
    const made = await app.make.complaint('acknowledged');
    const body = { kind: 'callback', what: 'Call on Friday', dueAt: app.inDays(2) };
    const answer = await app.as('anna').post<Promised>(`/v1/complaints/${made.id}/promises`, body);
    const promised = expectStatus(201, answer);
    expect(promised).toMatchObject({ ...body, state: 'open', legal: false, version: 1 });
    expect(promised.madeBy).toEqual({ kind: 'user', id: await app.idOf('anna'), name: 'Anna Agent' });
    const location = answer.headers.get('location') ?? '';
    expect((await app.as('ben').get(location)).body).toEqual(promised);
    expect(answer.headers.get('etag')).toBe('"1"');
  });

  it('is not made for the past, without words, or of a kind of the standard', async () => {
    const made = await app.make.complaint('acknowledged');
    const post = (body: object) => app.as('anna').post<Problem>(`/v1/complaints/${made.id}/promises`, body);
    const wrong = { kind: 'update', what: ' ', dueAt: ago(app, 1) };
    expect(errors(await post(wrong))).toEqual(['/dueAt min', '/kind is_enum', '/what not_blank']);
    expect(errors(await post({}))).toEqual(['/dueAt required', '/kind required', '/what required']);
  });

  it.each(['action', 'callback'] as const)('%s is kept by hand', async (kind) => {
    const made = await app.make.complaint('in_progress');
    const { id } = await app.make.callback(made, { kind });
    const kept = expectStatus(200, await tell(made, id, 'keep'));
    expect(kept).toMatchObject({ state: 'kept', brokenAt: null, version: 2 });
  });

  it('kept late is broken first', async () => {
    const made = await app.make.complaint('in_progress');
    const { id, dueAt } = await app.make.callback(made);
    app.advance({ days: 3 });
    const kept = expectStatus(200, await tell(made, id, 'keep'));
    expect(kept).toMatchObject({ state: 'kept_late', brokenAt: dueAt });
    expect(await entryTypes(app, made)).toContain('promise.broken');
  });

  it('is moved before it is due, with a letter that names the new date', async () => {
    const made = await app.make.complaint('in_progress');
    const { id, dueAt } = await app.make.callback(made);
    const moved = expectStatus(200, await tell(made, id, 'move'));
    expect(moved).toMatchObject({ id, state: 'moved', dueAt });
    const next = await promise(app, made, 'callback');
    expect(moved.movedToId).toBe(next.id);
    expect(next).toMatchObject({ what: 'Call about the date', madeBy: { name: 'Anna Agent' } });
    const letter = (await messages(app, made)).at(-1);
    expect(letter?.body).toContain(writtenOut(next.dueAt));
  });

  it('is released by the word of the customer, before it is due', async () => {
    const made = await app.make.complaint('in_progress');
    const { id } = await app.make.callback(made);
    expect(expectStatus(200, await tell(made, id, 'release')).state).toBe('released');
    const late = await app.make.callback(made);
    app.advance({ days: 3 });
    expect(unmet(await tell(made, late.id, 'release'))).toEqual(['not_releasable']);
    expect(unmet(await tell(made, late.id, 'move'))).toEqual(['promise_due']);
  });
});

describe('a promise of the standard', () => {
  it.each(['acknowledge', 'resolve'])('%s is neither kept by hand nor released', async (kind) => {
    const made = await app.make.complaint();
    const { id } = await promise(app, made, kind);
    expect(unmet(await tell(made, id, 'keep'))).toEqual(['kept_by_action_only']);
    expect(unmet(await tell(made, id, 'release'))).toEqual(['not_releasable']);
  });

  it('for news is moved to another date, and exactly one stays open', async () => {
    const made = await app.make.complaint('in_progress');
    const { id } = await promise(app, made, 'update');
    expectStatus(200, await tell(made, id, 'move'));
    const next = await promise(app, made, 'update');
    expect(next.madeBy.kind).toBe('standard');
    expect(unmet(await tell(made, id, 'keep'))).toEqual(['state_not_allowed']);
  });
});

describe('who', () => {
  it('is the owner or a supervisor, and before there is an owner any staff', async () => {
    const owned = await app.make.complaint('in_progress');
    const ours = await app.make.callback(owned);
    for (const deed of ['keep', 'move', 'release'] as const) {
      expect(unmet(await tell(owned, ours.id, deed, 'ben'))).toEqual(['not_the_owner']);
      expect((await tell(owned, ours.id, deed, 'otto')).status).toBe(403);
    }
    expectStatus(200, await tell(owned, ours.id, 'keep', 'sam'));
    const free = await app.make.complaint();
    expectStatus(200, await tell(free, (await app.make.callback(free)).id, 'keep', 'ben'));
  });
});

describe('where', () => {
  it('keep and move go on after the decision; new and release do not', async () => {
    for (const state of ['resolved', 'closed'] as const) {
      const made = await app.make.complaint('in_progress');
      const ids = [await app.make.callback(made), await app.make.callback(made)].map(({ id }) => id);
      const [first = '', second = ''] = ids;
      const decision = { outcome: 'not_upheld', explanation: 'No.' } as const;
      await app.make.act(made, 'resolve', decision);
      if (state === 'closed') expectStatus(200, await attempt(app, made, 'accept'));
      expect(unmet(await tell(made, first, 'release'))).toEqual(['state_not_allowed']);
      expectStatus(200, await tell(made, first, 'move'));
      expectStatus(200, await tell(made, second, 'keep'));
      const post = await app.as('anna').post<Problem>(`/v1/complaints/${made.id}/promises`, {
        kind: 'callback',
        what: 'Call',
        dueAt: app.inDays(1),
      });
      expect(unmet(post)).toEqual(['state_not_allowed']);
    }
  });

  it('a promise that is over answers state_not_allowed, whoever asks', async () => {
    const made = await app.make.complaint('in_progress');
    const { id } = await app.make.callback(made);
    expectStatus(200, await tell(made, id, 'keep'));
    for (const deed of ['keep', 'move', 'release'] as const) {
      expect(unmet(await tell(made, id, deed))).toEqual(['state_not_allowed']);
    }
  });

  it('a promise of another complaint is not there', async () => {
    const [made, other] = [await app.make.complaint('in_progress'), await app.make.complaint('in_progress')];
    const { id } = await app.make.callback(other);
    expect((await tell(made, id, 'keep')).status).toBe(404);
    expect((await app.as('anna').get(`/v1/complaints/${made.id}/promises/${id}`)).status).toBe(404);
  });

  it('If-Match is that of the promise to change it, that of the complaint to make one', async () => {
    const made = await app.make.complaint('in_progress');
    const { id } = await app.make.callback(made);
    const { version } = await app.make.read(made);
    const stale = { 'If-Match': `"${version}"` };
    const answer = await app.as('anna').post<Problem>(pathOf(made, id, 'keep'), {}, stale);
    expect([answer.status, answer.body.currentVersion]).toEqual([412, 1]);
    const body = { kind: 'callback', what: 'Call', dueAt: app.inDays(1) };
    const path = `/v1/complaints/${made.id}/promises`;
    expect((await app.as('anna').post(path, body, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await app.as('anna').post(path, body, stale)).status).toBe(201);
    expect((await app.make.read(made)).version).toBe(version + 1);
  });
});
