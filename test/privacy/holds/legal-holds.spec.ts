import { describe, expect, it } from '@jest/globals';
import { merge } from '../../complaints/merging/merges.js';
import { errors, timeline, unmet } from '../../complaints/steps.js';
import { house, NOWHERE } from '../../customers/house.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { List, Problem } from '../../support/resources.js';

const app = useTestApp();
const its = house(app);
const PATH = '/v1/legal-holds';
const REASON = 'Court of Budapest, 12.P.20.345/2026.';

interface Hold {
  id: string;
  version: number;
  releasedAt: string | null;
}

const set = (body: object, by: CastName = 'sam', headers = {}) =>
  app.as(by).post<Hold & Problem>(PATH, { reason: REASON, ...body }, headers);
const hold = async (body: object): Promise<Hold> => expectStatus(201, await set(body));
const release = ({ id }: { id: string }, by: CastName = 'sam', headers = {}) =>
  app.as(by).post<Hold & Problem>(`${PATH}/${id}/actions/release`, { reason: 'It is settled.' }, headers);
const listed = async (query: string): Promise<string[]> =>
  expectStatus(200, await app.as('otto').get<List<Hold>>(`${PATH}?${query}`)).items.map(({ id }) => id);

/** The holds for which an erasure of this is refused. */
async function keeps(named: { complaintId: string } | { customerId: string }): Promise<string[]> {
  const body = { ...named, basis: 'request', reason: 'Asked for by letter.' };
  const planned = await app.as('sue').post<Problem>('/v1/erasures', body);
  return planned.body.unmet?.find(({ code }) => code === 'legal_hold')?.ids ?? [];
}

describe('a hold', () => {
  it('is set by a supervisor, read by everybody of the house, and released once', async () => {
    const { id: complaintId } = await app.make.complaint('received');
    const answer = await set({ complaintId, until: app.inDays(400) });
    const made = expectStatus(201, answer);
    expect(answer.headers.get('location')).toBe(`${PATH}/${made.id}`);
    expect(made).toMatchObject({
      ...{ customerId: null, complaintId, reason: REASON, setBy: { name: 'Sam Supervisor' } },
      ...{ releasedAt: null, releasedBy: null, releaseReason: null, version: 1 },
    });
    const held = await app.as('anna').get(`${PATH}/${made.id}`);
    expect(expectStatus(200, held)).toEqual(made);
    expect(held.headers.get('etag')).toBe('"1"');
    expectStatus(412, await release(made, 'sue', { 'If-Match': '"2"' }));
    expect(expectStatus(200, await release(made, 'sue', { 'If-Match': '"1"' }))).toMatchObject({
      ...{ releasedBy: { name: 'Sue Supervisor' }, releaseReason: 'It is settled.', version: 2 },
    });
    expect(unmet(await release(made))).toEqual(['state_not_allowed']);
    const told = await timeline(app, { id: complaintId } as never);
    expect(told.slice(-2)).toMatchObject([
      { type: 'legal_hold.set', data: { aboutComplaintId: complaintId, reason: REASON } },
      { type: 'legal_hold.released', data: { aboutComplaintId: complaintId, reason: 'It is settled.' } },
    ]);
  });

  it('is on one thing that is there', async () => {
    const { id: customerId } = await its.customer();
    const { id: complaintId } = await app.make.complaint('received');
    expect(errors(await set({}))).toEqual(['/customerId required']);
    expect(errors(await set({ customerId, complaintId }))).toEqual(['/complaintId not_applicable']);
    expect(errors(await set({ customerId: NOWHERE }))).toEqual(['/customerId not_found']);
    expect(errors(await set({ complaintId: NOWHERE }))).toEqual(['/complaintId not_found']);
    expect(errors(await set({ customerId, until: app.inDays(-1) }))).toEqual(['/until min']);
    expect(errors(await set({ customerId, reason: 'a\u0000b' }))).toEqual(['/reason bad_characters']);
    expectStatus(404, await app.as('sam').get(`${PATH}/${NOWHERE}`));
    expectStatus(404, await release({ id: NOWHERE }));
  });

  it('is nothing that an agent or an auditor sets or releases', async () => {
    const { id: customerId } = await its.customer();
    const made = await hold({ customerId });
    for (const who of ['anna', 'otto'] as const) {
      expectStatus(403, await set({ customerId }, who));
      expectStatus(403, await release(made, who));
    }
  });

  it('is set once when the request is sent again', async () => {
    const { id: customerId } = await its.customer();
    const key = { 'Idempotency-Key': 'a-key-for-one-hold-only' };
    const first = expectStatus(201, await set({ customerId }, 'sam', key));
    expect(expectStatus(201, await set({ customerId }, 'sam', key))).toEqual(first);
    expect(await listed(`customerId=${customerId}`)).toEqual([first.id]);
  });

  it('is not released by somebody who is complained about in what it keeps', async () => {
    const { id: customerId } = await its.customer();
    const complainedAboutUserIds = [await app.idOf('sue')];
    const { id: complaintId } = await app.make.complaint('received', { customerId, complainedAboutUserIds });
    const made = await hold({ customerId });
    const refused = await release(made, 'sue');
    expect(unmet(refused)).toEqual(['conflicted']);
    expect(refused.body.unmet?.[0]?.ids).toEqual([complaintId]);
    expectStatus(200, await release(made, 'sam'));
  });
});

describe('while it is in force, a hold keeps', () => {
  it('a customer with every record that was merged and the complaints of all of them', async () => {
    const [from, into, stranger] = [await its.customer(), await its.customer(), await its.customer()];
    const [one, other, strange] = [
      await app.make.complaint('closed', { customerId: from.id }),
      await app.make.complaint('received', { customerId: into.id }),
      await app.make.complaint('received', { customerId: stranger.id }),
    ];
    const made = await hold({ customerId: from.id });
    expectStatus(200, await its.merge(from, into));
    await app.settle();
    for (const { id } of [one, other]) expect(await keeps({ complaintId: id })).toEqual([made.id]);
    for (const { id } of [from, into]) expect(await keeps({ customerId: id })).toEqual([made.id]);
    expect(await keeps({ complaintId: strange.id })).toEqual([]);
    expect(await keeps({ customerId: stranger.id })).toEqual([]);
    expectStatus(200, await release(made));
    expect(await keeps({ complaintId: one.id })).toEqual([]);
    expect(await keeps({ customerId: into.id })).toEqual([]);
  });

  it('a complaint with what was merged with it, and the record of its customer', async () => {
    const { id: customerId } = await its.customer();
    const make = () => app.make.complaint('in_progress', { customerId });
    const [first, second, third, apart] = [await make(), await make(), await make(), await make()];
    await merge(app, first, second);
    await merge(app, second, third);
    const made = await hold({ complaintId: first.id });
    for (const { id } of [first, second, third]) expect(await keeps({ complaintId: id })).toEqual([made.id]);
    expect(await keeps({ complaintId: apart.id })).toEqual([]);
    expect(await keeps({ customerId })).toEqual([made.id]);
  });

  it('until its time is over, from when on it cannot be released', async () => {
    const { id: complaintId } = await app.make.complaint('closed');
    const lasting = await hold({ complaintId });
    const made = await hold({ complaintId, until: app.inDays(10) });
    const about = `complaintId=${complaintId}`;
    expect(await keeps({ complaintId })).toEqual([lasting.id, made.id]);
    await app.passTime({ days: 10 });
    expect(await keeps({ complaintId })).toEqual([lasting.id]);
    expect(await listed(`${about}&inForce=true`)).toEqual([lasting.id]);
    expect(await listed(`${about}&inForce=false`)).toEqual([made.id]);
    const page = await app.as('otto').get<List<Hold>>(`${PATH}?${about}&limit=1`);
    const cursor = expectStatus(200, page).nextCursor ?? '';
    expect(await listed(`${about}&limit=1&cursor=${cursor}`)).toEqual([made.id]);
    expect(unmet(await release(made))).toEqual(['state_not_allowed']);
  });
});
