import { describe, expect, it } from '@jest/globals';
import { BUILT_IN, BUILT_IN_ID } from '../../src/standards/built-in.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { race } from '../support/race.js';
import { promises, type Shown, standardBody, wrongs } from './a-standard.js';

const app = useTestApp();
const NOTHING = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
const BUILT_IN_PATH = `/v1/standards/${BUILT_IN_ID}`;

async function made(changes: Record<string, unknown> = {}): Promise<Shown> {
  return expectStatus(201, await app.as('ada').post<Shown>('/v1/standards', standardBody(changes)));
}

const read = async (path: string) => expectStatus(200, await app.as('anna').get<Shown>(path));

describe('a change of a standard', () => {
  it('is a merge patch: what is absent stays, null clears, promises are taken as a whole', async () => {
    const { id } = await made({
      appliesTo: { tiers: ['gold'], channels: ['phone'] },
      pauses: { most: 5 },
      closingWindow: 'P30D',
    });
    const body = {
      appliesTo: { tiers: null, severities: ['high'] },
      pauses: { longest: 'P7D' },
      closingWindow: null,
      promises: promises('update', { target: 'P3D' }),
    };
    const changed = expectStatus(200, await app.as('ada').patch<Shown>(`/v1/standards/${id}`, 1, body));
    expect(changed).toMatchObject({
      version: 2,
      appliesTo: { tiers: [], channels: ['phone'], categoryIds: [], severities: ['high'], languages: [] },
      pauses: { most: 5, longest: 'P7D' },
      closingWindow: 'P14D',
      promises: promises('update', { target: 'P3D' }),
    });
  });

  it('leaves every version as it was', async () => {
    const first = await made();
    app.advance({ minutes: 1 });
    const path = `/v1/standards/${first.id}`;
    const second = expectStatus(
      200,
      await app.as('ada').patch<Shown>(path, 1, { name: 'Silver', rank: 9000 }),
    );
    expect(await read(`${path}/versions/1`)).toEqual(first);
    expect(await read(`${path}/versions/2`)).toEqual(second);
    expect(second.createdAt).toBe(first.createdAt);
    expect(second.updatedAt > first.updatedAt).toBe(true);
    for (const version of ['0', '3', '01', 'x', '99999999999999999999']) {
      expectStatus(404, await app.as('anna').get(`${path}/versions/${version}`));
    }
    const rewriting = app.database.read('UPDATE standard_versions SET version = 7 WHERE standard_id = $1', [
      first.id,
    ]);
    await expect(rewriting).rejects.toThrow();
  });

  it('that changes nothing makes no version', async () => {
    const standard = await made();
    const same = { rank: standard.rank, appliesTo: {}, promises: promises().reverse(), calendarId: null };
    expect((await app.as('ada').patch<Shown>(`/v1/standards/${standard.id}`, 1, same)).body).toEqual(
      standard,
    );
  });

  it('is judged with the parts that stay', async () => {
    const { id } = await made();
    const answer = await app.as('ada').patch(`/v1/standards/${id}`, 1, {
      closingWindow: 'P3D',
      promises: promises('resolve', { target: 'P20D', time: 'business' }),
    });
    expect(wrongs(expectStatus(400, answer))).toEqual(['/calendarId required', '/closingNotice max']);
  });

  it('is told what is wrong by itself before anything is looked up', async () => {
    const body = { promises: promises('acknowledge', { pausable: true }), name: null, closingNotice: 'soon' };
    const answer = await app.as('ada').patch(`/v1/standards/${NOTHING}`, 1, body);
    expect(wrongs(expectStatus(400, answer))).toEqual([
      '/closingNotice pattern',
      '/name required',
      '/promises/0/pausable not_applicable',
    ]);
  });

  it('says from which version it is made, and takes no rank of another', async () => {
    const [one, other] = [await made(), await made()];
    const path = `/v1/standards/${one.id}`;
    expectStatus(428, await app.as('ada').patch(path, null, { name: 'x' }));
    expectStatus(412, await app.as('ada').patch(path, 2, { name: 'x' }));
    const answer = await app.as('ada').patch(path, 1, { rank: other.rank });
    expect(expectStatus(409, answer)).toMatchObject({ code: 'rank_taken' });
    expectStatus(404, await app.as('ada').patch(`/v1/standards/${NOTHING}`, 1, { name: 'x' }));
    expectStatus(403, await app.as('sam').patch(path, 1, { name: 'x' }));
  });

  it('of many at once is done once', async () => {
    const { id } = await made();
    const tally = await race(4, () => app.as('ada').patch(`/v1/standards/${id}`, 1, { name: 'Silver' }));
    expect(tally).toEqual({ '200': 1, '412 version_mismatch': 3 });
  });
});

describe('the built-in standard', () => {
  it('is what the database was given', async () => {
    const {
      active,
      default: isDefault,
      createdAt: _,
      updatedAt: __,
      ...standard
    } = await read(BUILT_IN_PATH);
    expect(standard).toEqual(BUILT_IN);
    expect([active, isDefault]).toEqual([true, true]);
  });

  it('stays in use, stays the last, and fits everything', async () => {
    const body = { active: false, rank: 5, appliesTo: { tiers: ['gold'], languages: ['hu'] } };
    expect(wrongs(expectStatus(400, await app.as('ada').patch(BUILT_IN_PATH, 1, body)))).toEqual([
      '/active not_applicable',
      '/appliesTo/languages not_applicable',
      '/appliesTo/tiers not_applicable',
      '/rank not_applicable',
    ]);
  });

  it('can promise something else', async () => {
    const body = { promises: promises('resolve', { target: 'P20D' }), active: true, appliesTo: null };
    const changed = expectStatus(200, await app.as('ada').patch<Shown>(BUILT_IN_PATH, 1, body));
    expect(changed).toMatchObject({ version: 2, rank: BUILT_IN.rank, promises: body.promises });
    expect((await read(`${BUILT_IN_PATH}/versions/1`)).promises).toEqual(BUILT_IN.promises);
  });
});
