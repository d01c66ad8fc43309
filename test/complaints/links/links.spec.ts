import { describe, expect, it } from '@jest/globals';
import type { Schema } from '../../../src/commands/client/amends.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import { race } from '../../support/race.js';
import type { List, LogEntry, Problem } from '../../support/resources.js';
import { errors, timeline, unmet } from '../steps.js';

const app = useTestApp();

type Link = Schema<'LinkDto'>;

const add = (made: Made, other: { id: string }, type: string, by: CastName = 'anna') => {
  const body = { type, complaintId: other.id, note: 'It broke like the first.' };
  return app.as(by).post<Link & Problem>(`/v1/complaints/${made.id}/links`, body);
};
const linksOf = async ({ id }: Made, query = '') =>
  expectStatus(200, await app.as('otto').get<List<Link>>(`/v1/complaints/${id}/links${query}`));
const pair = async () => [await app.make.complaint(), await app.make.complaint()] as const;

describe('a link', () => {
  it.each([
    ['duplicate', 'duplicate'],
    ['related', 'related'],
    ['caused_by', 'causes'],
    ['repeat_of', 'repeated_by'],
  ])('%s is called %s from the other side', async (type, inverse) => {
    const [one, other] = await pair();
    const answer = await add(one, other, type);
    const link = expectStatus(201, answer);
    const path = `/v1/complaints/${one.id}/links/${link.id}`;
    expect(answer.headers.get('location')).toBe(path);
    expect(link).toMatchObject({ type, complaintId: other.id, reference: other.complaint.reference });
    expect(link.createdBy.name).toBe('Anna Agent');
    expect((await app.as('otto').get(path)).body).toEqual(link);
    expect((await linksOf(one)).items).toEqual([link]);
    const { reference } = one.complaint;
    expect((await linksOf(other)).items).toEqual([
      { ...link, type: inverse, complaintId: one.id, reference },
    ]);
    const entry = async (made: Made) =>
      (await timeline(app, made)).find((found) => found.type === 'link.added');
    expect((await entry(one))?.data).toMatchObject({ type, otherId: other.id });
    expect((await entry(other))?.data).toMatchObject({ type: inverse, otherId: one.id });
    const versions = [await app.make.read(one), await app.make.read(other)].map(({ version }) => version);
    expect(versions).toEqual([2, 2]);
  });

  it('is there once for each type, from whichever side', async () => {
    const [one, other] = await pair();
    const { id } = expectStatus(201, await add(one, other, 'caused_by'));
    for (const again of [await add(one, other, 'caused_by'), await add(other, one, 'caused_by')]) {
      expect(unmet(again)).toEqual(['link_exists']);
      expect(again.body.unmet?.[0]?.ids).toEqual([id]);
    }
    expectStatus(201, await add(other, one, 'related'));
    expect((await linksOf(one)).items).toHaveLength(2);
  });

  it('does not show its note to whom either complaint is about', async () => {
    const [one, other] = await pair();
    const { id } = expectStatus(201, await add(one, other, 'related'));
    const own = expectStatus(201, await add(one, other, 'duplicate', 'ada'));
    const complainedAboutUserIds = [await app.idOf('sue'), await app.idOf('ada')];
    const { version } = await app.make.read(other);
    const path = `/v1/complaints/${other.id}`;
    expectStatus(200, await app.as('sam').patch(path, version, { complainedAboutUserIds }));
    await app.settle();
    const notes = async (by: CastName) => {
      const at = async (made: Made) => {
        const links = `/v1/complaints/${made.id}/links`;
        const listed = expectStatus(200, await app.as(by).get<List<Link>>(links)).items;
        const shown = expectStatus(200, await app.as(by).get<Link>(`${links}/${id}`));
        expect(listed[0]).toEqual(shown);
        const told = (await timeline(app, made, by)).filter(({ type }) => type === 'link.added');
        expect(told.map(({ data }) => data.note)).toEqual(listed.map(({ note }) => note));
        return listed.map(({ note }) => note);
      };
      return [...(await at(one)), ...(await at(other))];
    };
    const said = own.note;
    expect(await notes('ben')).toEqual([said, said, said, said]);
    expect(await notes('sue')).toEqual([null, null, null, null]);
    expect(await notes('ada')).toEqual([null, said, null, said]); // one's own words are known to oneself
    const log = `/v1/audit/entries?type=link.added&complaintId=${one.id}`;
    const logged = async (by: CastName) =>
      expectStatus(200, await app.as(by).get<List<LogEntry>>(log)).items.map(({ data }) => data.note);
    expect([await logged('otto'), await logged('ada')]).toEqual([
      [said, said],
      [null, said],
    ]);
    const feed = `/v1/events?types=link.added&complaintId=${one.id}`;
    const followed = async (by: CastName) =>
      expectStatus(200, await app.as(by).get<{ items: { data: LogEntry }[] }>(feed)).items.map(
        ({ data }) => data.data.note,
      );
    expect([await followed('ben'), await followed('sue'), await followed('ada')]).toEqual([
      [said, said],
      [null, null],
      [null, said],
    ]);
  });

  /** Deleting the lock of the second complaint in `workOnTwo` breaks this. */
  it('is there once when many make it from both sides at once', async () => {
    const [one, other] = await pair();
    const tally = await race(10, (index) =>
      index % 2 ? add(one, other, 'duplicate') : add(other, one, 'duplicate'),
    );
    expect(tally).toEqual({ '201': 1, '409 action_refused': 9 });
  });

  it('is never with itself, nor with what is no complaint', async () => {
    const [one] = await pair();
    expect(errors(await add(one, one, 'related'))).toEqual(['/complaintId not_applicable']);
    const nothing = { id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' };
    expect(errors(await add(one, nothing, 'related'))).toEqual(['/complaintId not_found']);
    expect(errors(await add(one, nothing, 'causes'))).toContain('/type is_enum');
  });

  it('is taken back from either side, once, and both entries stay', async () => {
    const [one, other] = await pair();
    const { id } = expectStatus(201, await add(one, other, 'repeat_of'));
    const remove = () => app.as('ben').delete(`/v1/complaints/${other.id}/links/${id}`);
    expect(await race(4, remove)).toEqual({ '204': 1, '404 not_found': 3 });
    expect((await linksOf(one)).items).toEqual([]);
    const types = (await timeline(app, one)).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['link.added', 'link.removed']);
    expect((await timeline(app, other)).at(-1)?.data).toEqual({ type: 'repeated_by', otherId: one.id });
  });

  it('is made by staff only, and in every state but merged', async () => {
    const [one, other] = await pair();
    expect((await add(one, other, 'related', 'otto')).status).toBe(403);
    for (const state of ['closed', 'declined'] as const) {
      expectStatus(201, await add(await app.make.complaint(state), other, 'related'));
    }
    const merged = await app.make.complaint('merged');
    expect(unmet(await add(merged, other, 'related'))).toEqual(['state_not_allowed']);
    expect(unmet(await add(other, merged, 'related'))).toEqual(['state_not_allowed']);
  });

  it('is listed page by page, and found only below its two complaints', async () => {
    const one = await app.make.complaint();
    const made: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const other = await app.make.complaint();
      made.push(
        expectStatus(201, await add(index === 1 ? other : one, index === 1 ? one : other, 'related')).id,
      );
    }
    const first = await linksOf(one, '?limit=2');
    const second = await linksOf(one, `?cursor=${first.nextCursor ?? ''}&limit=2`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    const [stranger] = await pair();
    expect((await app.as('anna').get(`/v1/complaints/${stranger.id}/links/${made[0] ?? ''}`)).status).toBe(
      404,
    );
    expect((await app.as('anna').delete(`/v1/complaints/${stranger.id}/links/${made[0] ?? ''}`)).status).toBe(
      404,
    );
  });
});
