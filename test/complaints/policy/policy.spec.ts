import { describe, expect, it } from '@jest/globals';
import { type Answer, expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import { race } from '../../support/race.js';
import type { List, Problem } from '../../support/resources.js';
import { type Policy, type Version, WORDS } from './policies.js';
import { five, retired, standard } from '../standards.js';
import { errors } from '../steps.js';

const app = useTestApp({ env: { REGULATOR_PROFILE: 'uk_disp' } });

const read = (query = '', headers?: Record<string, string>): Promise<Answer<Policy>> =>
  app.anonymous.get<Policy>(`/v1/policy${query}`, headers);

const accepting = (languages: string) => read('', { 'Accept-Language': languages });

const publish = (body: object, by: CastName = 'ada') =>
  app.as(by).post<Version & Problem>('/v1/policy-versions', { ...WORDS, ...body });

const published = async (body: object): Promise<Version> => expectStatus(201, await publish(body));

describe('the policy', () => {
  it('is there from the start, for everybody, and says what holds', async () => {
    const policy = expectStatus(200, await read());
    expect(policy).toMatchObject({
      ...{ language: 'en', version: 0, validFrom: null, languages: ['bg', 'en', 'hu'], channels: ['web'] },
      handIn: { method: 'POST', href: '/v1/complaints' },
      ...{ confirmWindow: { within: 'P14D' }, disputeWindow: { within: 'P6M' } },
      regulator: { profile: 'uk_disp' },
    });
    expect(policy.routesOutside).toContain('Financial Ombudsman Service');
    expect(policy.process.map(({ stage, within, legal }) => [stage, within, legal])).toEqual([
      ['acknowledge', 'PT24H', false],
      ['establish_facts', 'P5D', false],
      ['name_owner', 'P1D', false],
      ['update', 'P7D', false],
      ['resolve', 'P28D', false],
      ['resolve', 'P56D', true],
    ]);
    expect((await app.as('otto').get('/v1/policy')).body).toEqual(policy);
    const { trackingToken } = await app.make.receive();
    expectStatus(401, await app.withToken(trackingToken).get('/v1/policy'));
  });

  it('is told in the language that is asked for, or in the nearest', async () => {
    const found = async (answer: Promise<Answer<Policy>>) => {
      const { headers, body } = await answer;
      expect(headers.get('content-language')).toBe(body.language);
      expect(headers.get('vary')).toBe('Accept-Language');
      return body.language;
    };
    expect(await found(read('?language=bg'))).toBe('bg');
    expect(await found(read('?language=HU-hu'))).toBe('hu');
    expect(await found(read('?language=fr-CA'))).toBe('en');
    expect(await found(accepting('fr, bg-BG;q=0.5, hu;q=0.7'))).toBe('hu');
    expect(await found(accepting('*;q=0.5, ;;q'))).toBe('en');
    expect(await found(read('?language=bg', { 'Accept-Language': 'hu' }))).toBe('bg');
    expect((await read('?language=bg')).body.routesOutside).toMatch(/^Ако.*Financial Ombudsman Service/);
    expect(errors((await read('?language=h&version=-1&nobody=1')) as unknown as Answer<Problem>)).toEqual([
      'language is_language',
      'nobody unknown_parameter',
      'version min',
    ]);
  });

  it('is not sent again to who has it, and may be kept by anybody for a while', async () => {
    const { headers } = await read('?language=hu');
    const etag = headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    const again = await read('?language=hu', { 'If-None-Match': `"x", ${etag}` });
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, null, etag]);
    expect(again.headers.get('vary')).toBe('Accept-Language');
    expectStatus(200, await read('?language=bg', { 'If-None-Match': etag }));
    expectStatus(401, await app.withToken('rubbish').get('/v1/policy', { 'If-None-Match': etag }));
  });

  it('names where the house can be reached: what is public and in use, in its order', async () => {
    expect(expectStatus(200, await read()).contactPoints).toEqual([]);
    const point = { kind: 'phone', label: 'Complaints line', value: '+36 1 234 5678' };
    const make = async (said: object) =>
      expectStatus(201, await app.as('sam').post<Version>('/v1/contact-points', { ...point, ...said }));
    const [second, first, gone] = [await make({}), await make({ place: 1 }), await make({})];
    await make({ public: false });
    expectStatus(200, await app.as('sam').patch(`/v1/contact-points/${gone.id}`, 1, { retired: true }));
    const { contactPoints } = expectStatus(200, await read());
    expect(contactPoints.map(({ id }) => id)).toEqual([first.id, second.id]);
    const listed = await app.anonymous.get<Policy['contactPoints'][0]>(`/v1/contact-points/${first.id}`);
    expect(contactPoints[0]).toEqual(listed.body);
  });

  it('follows the standard that holds for anybody', async () => {
    const before = (await read()).headers.get('etag') ?? '';
    const tiers = { tiers: ['gold'] };
    const gold = await standard(app, { appliesTo: tiers, promises: five({ resolve: 'P1D' }) });
    const all = await standard(app, { promises: five({ resolve: 'P21D' }), closingWindow: 'P10D' });
    const now = await read('', { 'If-None-Match': before });
    expect(expectStatus(200, now).process.find(({ stage }) => stage === 'resolve')?.within).toBe('P21D');
    expect(now.body.confirmWindow.within).toBe('P10D');
    await retired(app, all);
    await retired(app, gold);
    expectStatus(304, await read('', { 'If-None-Match': before }));
  });
});

describe('the words of the house', () => {
  it('are published as versions of a language, and stay as they were', async () => {
    const one = await published({ language: 'HU', channels: ['web', 'phone'], charges: 'Ingyenes.' });
    expect(one).toMatchObject({ language: 'hu', version: 1, publishedBy: { name: 'Ada Admin' } });
    const two = await published({ language: 'hu', title: 'Panasz 2' });
    expect(two.version).toBe(2);
    expect(expectStatus(200, await read('?language=hu-HU'))).toMatchObject({
      ...{ language: 'hu', version: 2, title: 'Panasz 2', charges: null, channels: ['web'] },
      validFrom: two.validFrom,
    });
    expect((await read('?language=hu&version=1')).body).toMatchObject({ version: 1, title: 'Panaszkezelés' });
    expect((await read('?language=hu&version=0')).body.validFrom).toBeNull();
    expectStatus(404, await read('?language=hu&version=3'));
    expectStatus(404, await read('?language=en&version=1'));
    expect((await read('?language=hu')).body.process[0]?.what).toContain('Munkatársunk');
    const path = `/v1/policy-versions/${one.id}`;
    expect(expectStatus(200, await app.as('otto').get<Version>(path))).toEqual(one);
    expectStatus(404, await app.as('otto').get('/v1/policy-versions/nonsense'));
    await app.settle();
    const type = 'policy.published';
    const log = `/v1/audit/entries?type=${type}&limit=100`;
    const entries = await app.as('ada').get<List<{ subject: { id: string }; data: object }>>(log);
    const entry = expectStatus(200, entries).items.find(({ subject }) => subject.id === one.id);
    expect(entry?.data).toMatchObject({ language: 'hu', version: 1, ...WORDS, charges: 'Ingyenes.' });
  });

  it('in another language have times told in the last one, and fall back no further than they must', async () => {
    await published({ language: 'de', title: 'Beschwerden' });
    await published({ language: 'de-CH', title: 'Beschwerden in der Schweiz' });
    expect((await read('?language=de-CH-1996')).body.title).toBe('Beschwerden in der Schweiz');
    const { body } = await accepting('de-AT');
    expect([body.language, body.title]).toEqual(['de', 'Beschwerden']);
    expect(body.process[0]?.what).toMatch(/^One of our staff/);
    expect(body.languages).toEqual(expect.arrayContaining(['bg', 'de', 'de-CH', 'en', 'hu']));
    expectStatus(404, await read('?language=de&version=0'));
  });

  it('are not shown before they hold', async () => {
    await published({ language: 'bg', title: 'Сега' });
    const later = await published({ language: 'bg', title: 'После', validFrom: app.inDays(10) });
    await published({ language: 'sr', title: 'Касније', validFrom: app.inDays(10) });
    const corrected = await published({ language: 'bg', title: 'Сега!' });
    expect((await read('?language=bg')).body).toMatchObject({ title: 'Сега!', version: corrected.version });
    expectStatus(404, await read(`?language=bg&version=${String(later.version)}`));
    expect((await read('?language=sr')).body.language).toBe('en');
    app.advance({ days: 11 });
    expect((await read('?language=bg')).body).toMatchObject({ title: 'После', version: later.version });
    expect((await read('?language=sr')).body.title).toBe('Касније');
  });

  it('are written by administrators and read whole by the house', async () => {
    for (const by of ['anna', 'sam', 'otto'] as const) {
      expectStatus(403, await publish({ language: 'fr' }, by));
      expectStatus(200, await app.as(by).get('/v1/policy-versions'));
    }
    expectStatus(401, await app.anonymous.get('/v1/policy-versions'));
    const bad = {
      language: 'francais!',
      title: ' ',
      help: null,
      channels: ['smoke'],
      validFrom: app.inDays(-1),
    };
    expect(errors(await publish({ ...bad, remedies: 'a\u0000', version: 3 }))).toEqual([
      '/channels/0 is_enum',
      '/help required',
      '/language is_language',
      '/remedies bad_characters',
      '/title not_blank',
      '/validFrom min',
      '/version unknown_property',
    ]);
  });

  /** Without `ONE_AT_A_TIME` in policy.service.ts two get the same number, and one fails. */
  it('get one number each, however many come at once', async () => {
    expect(await race(5, () => publish({ language: 'it' }))).toEqual({ '201': 5 });
    const asked = app.as('otto').get<List<Version>>('/v1/policy-versions?language=IT&limit=10');
    const { items } = expectStatus(200, await asked);
    expect(items.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5]);
    expect((await read('?language=it')).body.version).toBe(5);
  });

  it('are published once under one Idempotency-Key, and nobody changes them', async () => {
    const body = { ...WORDS, language: 'pt' };
    const headers = { 'Idempotency-Key': 'policy-in-portuguese' };
    const send = () => app.as('ada').post<Version>('/v1/policy-versions', body, headers);
    const [first, again] = [await send(), await send()];
    expect([again.status, again.body]).toEqual([201, first.body]);
    const change = app.database.read('UPDATE policy_versions SET title = $1', ['Outro']);
    await expect(change).rejects.toThrow();
  });
});
