import { describe, expect, it } from '@jest/globals';
import { BUILT_IN, BUILT_IN_ID } from '../../src/standards/built-in.js';
import { expectStatus } from '../support/api.js';
import { useTestApp } from '../support/app.js';
import { race } from '../support/race.js';
import type { List, LogEntry } from '../support/resources.js';
import { promises, type Shown, standardBody, wrongs } from './a-standard.js';

const app = useTestApp();
const NOTHING = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

async function made(changes: Record<string, unknown> = {}): Promise<Shown> {
  return expectStatus(201, await app.as('ada').post<Shown>('/v1/standards', standardBody(changes)));
}

const read = async (path: string) => expectStatus(200, await app.as('anna').get<Shown>(path));

describe('a new standard', () => {
  it('has what it was given, and of the rest what the built-in one says', async () => {
    const body = standardBody({
      promises: promises('resolve', { target: 'P10D', legal: true, pausable: false }),
    });
    const answer = await app.as('ada').post<Shown>('/v1/standards', body);
    const standard = expectStatus(201, answer);
    const { id, createdAt, updatedAt, ...rest } = standard;
    const { appliesTo, calendarId, pauses, closingWindow, closingNotice, disputeWindow } = BUILT_IN;
    expect(rest).toEqual({
      ...{ ...body, active: true, default: false, version: 1 },
      ...{ appliesTo, calendarId, pauses, closingWindow, closingNotice, disputeWindow },
    });
    expect(updatedAt).toBe(createdAt);
    expect(answer.headers.get('location')).toBe(`/v1/standards/${id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(await read(`/v1/standards/${id}`)).toEqual(standard);
  });

  it('lists its promises in the order in which a complaint meets them', async () => {
    const { promises: listed } = await made({ promises: promises().reverse() });
    expect(listed).toEqual(promises());
  });

  it('is told everything that is wrong with it at once', async () => {
    const wrong = {
      ...standardBody({ rank: 0, closingWindow: 'P2D', closingNotice: 'P2D', disputeWindow: 'PT0S' }),
      name: ' ',
      appliesTo: { languages: ['hu', 'Hungarian!'], colours: [] },
      pauses: { most: -1, longest: 'P11Y' },
      promises: [
        { kind: 'acknowledge', target: 'P1W', time: 'business', pausable: true },
        { kind: 'resolve', target: '28 days', time: 'elapsed' },
        { kind: 'resolve', target: 'P28D', time: 'elapsed', pausable: true, legal: true },
        { kind: 'update', target: 'P0D', time: 'elapsed', warnAtPercent: 100 },
        { kind: 'action', target: 'P1D', time: 'always' },
      ],
    };
    expect(wrongs(expectStatus(400, await app.as('ada').post('/v1/standards', wrong)))).toEqual([
      '/appliesTo/colours unknown_property',
      '/appliesTo/languages/1 is_language',
      '/calendarId required',
      '/closingNotice max',
      '/disputeWindow min',
      '/name not_blank',
      '/pauses/longest max',
      '/pauses/most min',
      '/promises/0/pausable not_applicable',
      '/promises/0/target pattern',
      '/promises/1/target pattern',
      '/promises/2/kind unique_items',
      '/promises/2/pausable not_applicable',
      '/promises/3/target min',
      '/promises/3/warnAtPercent max',
      '/promises/4/kind is_enum',
      '/promises/4/time is_enum',
      '/rank min',
    ]);
  });

  it('needs each of the five promises', async () => {
    const four = standardBody({ promises: promises().slice(1) });
    expect(wrongs(expectStatus(400, await app.as('ada').post('/v1/standards', four)))).toEqual([
      '/promises min_length',
    ]);
  });

  it('cannot name a calendar that is not there', async () => {
    const body = standardBody({ calendarId: NOTHING });
    const answer = await app.as('ada').post('/v1/standards', body);
    expect(wrongs(expectStatus(400, answer))).toEqual(['/calendarId not_found']);
  });

  it('has a rank that no other has, whoever comes first', async () => {
    const body = standardBody();
    const tally = await race(4, () => app.as('ada').post('/v1/standards', body));
    expect(tally).toEqual({ '201': 1, '409 rank_taken': 3 });
  });

  it('is made by an administrator only, once for each key', async () => {
    expectStatus(403, await app.as('sam').post('/v1/standards', standardBody()));
    const headers = { 'Idempotency-Key': 'make-a-standard-0001' };
    const body = standardBody();
    const first = await app.as('ada').post<Shown>('/v1/standards', body, headers);
    const again = await app.as('ada').post<Shown>('/v1/standards', body, headers);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });
});

describe('the list of standards', () => {
  it('goes by rank, page by page, and ends with the built-in one', async () => {
    const { id } = await made({ active: false });
    const seen: Shown[] = [];
    let path: string | null = '/v1/standards?limit=2';
    while (path !== null) {
      const page: List<Shown> = expectStatus(200, await app.as('otto').get<List<Shown>>(path));
      seen.push(...page.items);
      path = page.nextCursor && `/v1/standards?limit=2&cursor=${page.nextCursor}`;
    }
    expect(seen.map(({ rank }) => rank)).toEqual(seen.map(({ rank }) => rank).sort((a, b) => a - b));
    expect(seen.find((one) => one.id === id)).toMatchObject({ active: false });
    expect(seen.at(-1)?.id).toBe(BUILT_IN_ID);
  });
});

describe('the log', () => {
  it('has each version whole, the name sealed', async () => {
    const { id } = await made({ name: 'Platinum' });
    expectStatus(200, await app.as('ada').patch(`/v1/standards/${id}`, 1, { active: false }));
    await app.settle();
    const { items } = expectStatus(
      200,
      await app.as('otto').get<List<LogEntry>>('/v1/audit/entries?type=standard.updated&limit=100'),
    );
    const entry = items.find(({ subject }) => subject.id === id);
    expect(entry?.data).toMatchObject({ changed: ['active'], version: 2, active: false, name: 'Platinum' });
    expect(entry?.data).toHaveProperty('promises', promises());
    const [stored] = await app.database.read<{ text: string }>(
      "SELECT convert_from(e.bytes, 'UTF8') AS text FROM entries e WHERE e.id = $1",
      [entry?.id],
    );
    expect(stored?.text).toContain('"target":"P28D"');
    expect(stored?.text).not.toContain('Platinum');
  });
});
