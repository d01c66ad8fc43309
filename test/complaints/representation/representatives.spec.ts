import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { race } from '../../support/race.js';
import type { List, Problem } from '../../support/resources.js';
import { attempt, entryTypes, errors, offers, unmet } from '../steps.js';
import { JONAS, Representation } from './representing.js';

const app = useTestApp();
const parties = new Representation(app);

const HANDED_IN = {
  channel: 'web',
  description: 'Her bed arrived with a broken leg.',
  complainant: { name: 'Marta Kis' },
  answerVia: 'tracking',
  representative: JONAS,
};

describe('a representative who hands a complaint in', () => {
  it('is claimed, with an entry, and the complaint says that only the complainant is told', async () => {
    const receipt = await app.anonymous.post<{ id: string }>('/v1/complaints', HANDED_IN);
    const { id } = expectStatus(201, receipt);
    const [one] = await parties.list({ id });
    expect(one).toMatchObject({ ...JONAS, state: 'claimed', authority: null, decidedBy: null, version: 1 });
    const complaint = await app.as('otto').get<object>(`/v1/complaints/${id}`);
    const shown = { id: one?.id, name: JONAS.name, state: 'claimed', told: 'complainant', validUntil: null };
    expect(complaint.body).toMatchObject({ complainant: { name: 'Marta Kis' }, representative: shown });
    const found = await app
      .as('anna')
      .get<{ items: { id: string }[] }>('/v1/complaints?sort=-receivedAt&limit=1');
    expect(found.body.items).toMatchObject([{ id, representative: shown }]);
    const entries = await app.as('sam').get<List<{ type: string }>>(`/v1/complaints/${id}/timeline`);
    const entry = entries.body.items.find(({ type }) => type === 'representative.named');
    expect(entry).toMatchObject({
      actor: { kind: 'anonymous' },
      data: { relation: 'lawyer', name: JONAS.name },
    });
  });

  it('has a name and a relation, and says nothing that the house says', async () => {
    const wrong = { name: '\u0000', relation: 'friend', state: 'confirmed' };
    const answer = await app.anonymous.post<Problem>('/v1/complaints', {
      ...HANDED_IN,
      representative: wrong,
    });
    expect(errors(answer)).toEqual([
      '/representative/name bad_characters',
      '/representative/relation is_enum',
      '/representative/state unknown_property',
    ]);
  });

  it('is out when refused: the token and the key of the receipt open nothing, the new token does', async () => {
    const headers = { 'Idempotency-Key': '"a-lawyer-hands-it-in-once"' };
    const receipt = await app.anonymous.post<{ id: string; trackingToken: string }>(
      '/v1/complaints',
      HANDED_IN,
      headers,
    );
    const { id, trackingToken } = expectStatus(201, receipt);
    const again = await app.anonymous.post<{ trackingToken: string }>('/v1/complaints', HANDED_IN, headers);
    expect(expectStatus(201, again).trackingToken).toBe(trackingToken);
    const [one] = await parties.list({ id });
    const refused = await parties.done({ id }, { id: one?.id ?? '' }, 'refuse');
    expect(refused).toMatchObject({ state: 'refused', decidedBy: { name: 'Anna Agent' }, authority: null });
    expect(await parties.opens(trackingToken)).toBe(401);
    expect(await parties.opens(refused.trackingToken ?? '')).toBe(200);
    const replay = await app.anonymous.post<Problem>('/v1/complaints', HANDED_IN, headers);
    expect(expectStatus(422, replay)).toMatchObject({ code: 'idempotency_key_reused' });
    expect(JSON.stringify(replay.body)).not.toContain('amt_');
  });
});

describe('one who is named by staff', () => {
  it('is confirmed with what was seen, and renewed; reads of the part show no token', async () => {
    const made = await app.make.complaint();
    const one = await parties.name(made);
    expect((await parties.tell(made, one, 'confirm', undefined, 'anna', { 'If-Match': '"7"' })).status).toBe(
      412,
    );
    const confirmed = await parties.done(made, one, 'confirm');
    const authority = { kind: 'power_of_attorney', scope: 'full', validUntil: null };
    expect(confirmed).toMatchObject({ state: 'confirmed', authority, version: 2 });
    expect((await app.make.read(made)).representative).toMatchObject({
      state: 'confirmed',
      told: 'representative',
    });
    const validUntil = app.inDays(30);
    const renewed = parties.authority({ kind: 'spoken', scope: 'information_only', validUntil });
    await parties.done(made, one, 'confirm', renewed);
    expect((await app.make.read(made)).representative).toMatchObject({ told: 'both', validUntil });
    const read = await app.as('otto').get<object>(`/v1/complaints/${made.id}/representatives/${one.id}`);
    expect(read.headers.get('etag')).toBe('"3"');
    expect(Object.keys(expectStatus(200, read))).not.toContain('trackingToken');
    const ended = await parties.done(made, one, 'end');
    expect(ended).toMatchObject({ state: 'ended', authority: { kind: 'spoken' } });
    expect(await parties.opens(made.trackingToken)).toBe(401);
    expect((await app.make.read(made)).representative).toBeNull();
    expect((await entryTypes(app, made)).filter((type) => type.startsWith('representative'))).toEqual([
      'representative.named',
      'representative.confirmed',
      'representative.confirmed',
      'representative.ended',
    ]);
  });

  it('is one at a time, and another one after the first was refused', async () => {
    const made = await app.make.complaint();
    expect(await race(4, () => parties.ask(made))).toEqual({ '201': 1, '409 action_refused': 3 });
    expect(unmet(await parties.ask(made))).toEqual(['representative_exists']);
    const [first = { id: '' }] = await parties.list(made);
    await parties.done(made, first, 'refuse');
    const second = await parties.name(made);
    expect((await parties.list(made)).map(({ id }) => id)).toEqual([first.id, second.id]);
    for (const deed of ['confirm', 'refuse', 'end'] as const) {
      expect(unmet(await parties.tell(made, first, deed))).toEqual(['state_not_allowed']);
    }
    expect(unmet(await parties.tell(made, second, 'end'))).toEqual(['state_not_allowed']);
  });

  it('is confirmed or refused, never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const made = await app.make.complaint();
      const one = await parties.name(made);
      const tally = await race(4, (index) => parties.tell(made, one, index % 2 === 0 ? 'refuse' : 'confirm'));
      const [after] = await parties.list(made);
      expect(['refused', 'confirmed']).toContain(after?.state);
      expect(tally).toEqual(
        after?.state === 'refused'
          ? { '200': 1, '409 action_refused': 3 }
          : { '200': 2, '409 action_refused': 2 },
      );
    }
  });

  it('is of one complaint only, and done by staff who are not complained about', async () => {
    const ben = await app.idOf('ben');
    const made = await app.make.complaint('received', { complainedAboutUserIds: [ben] });
    const other = await app.make.complaint();
    const one = await parties.name(made);
    expect((await parties.tell(other, one, 'confirm')).status).toBe(404);
    const path = (id: string) => `/v1/complaints/${id}/representatives/${one.id}`;
    expect((await app.as('otto').get(path(other.id))).status).toBe(404);
    expect((await app.as('otto').get(path(made.id))).status).toBe(200);
    expect((await parties.tell(made, one, 'confirm', undefined, 'otto')).status).toBe(403);
    expect((await parties.ask(other, 'otto')).status).toBe(403);
    expect(unmet(await parties.tell(made, one, 'confirm', undefined, 'ben'))).toEqual(['conflicted']);
  });

  it('has an authority that began in the past and ends in the future', async () => {
    const made = await app.make.complaint();
    const one = await parties.name(made);
    const late = parties.authority({ grantedAt: app.inDays(1), validUntil: app.inDays(-1), evidence: ' ' });
    expect(errors(await parties.tell(made, one, 'confirm', late))).toEqual([
      '/authority/evidence not_blank',
      '/authority/grantedAt max',
      '/authority/validUntil min',
    ]);
  });
});

describe('a decision', () => {
  it('waits until the authority of a representative was seen, or the representative is gone', async () => {
    const made = await app.make.complaint('in_progress');
    const one = await parties.name(made);
    const refusal = await attempt(app, made, 'resolve');
    expect(unmet(refusal)).toEqual(['representative_unconfirmed']);
    expect(refusal.body.unmet).toMatchObject([{ ids: [one.id] }]);
    const resolve = (await offers(app, made)).find(({ action }) => action === 'resolve');
    expect(resolve?.unmet.map(({ code }) => code)).toEqual(['representative_unconfirmed']);
    await parties.done(made, one, 'confirm', parties.authority({ validUntil: app.inDays(1) }));
    app.advance({ days: 1 });
    await app.passTime({ hours: 1 });
    expect(unmet(await attempt(app, made, 'resolve'))).toEqual(['representative_unconfirmed']);
    await parties.done(made, one, 'confirm', parties.authority({ validUntil: app.inDays(9) }));
    expectStatus(200, await attempt(app, made, 'resolve'));
  });

  it('is free again when a representative was refused, and when one was ended', async () => {
    const made = await app.make.complaint('in_progress');
    await parties.done(made, await parties.name(made), 'refuse');
    const second = await parties.name(made);
    await parties.done(made, second, 'confirm', parties.authority({ validUntil: app.inDays(0.01) }));
    app.advance({ hours: 1 });
    await parties.done(made, second, 'end');
    expectStatus(200, await attempt(app, made, 'resolve'));
  });
});
