import { describe, expect, it } from '@jest/globals';
import { type Answer, expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import { race } from '../../support/race.js';
import type { LogEntry, Problem } from '../../support/resources.js';
import { errors, messages } from '../../complaints/steps.js';

interface Version {
  id: string;
  kind: string;
  language: string;
  version: number;
  subject: string | null;
  body: string | null;
  publishedBy: { name: string };
}
interface Template {
  kind: string;
  language: string;
  version: number;
  builtIn: boolean;
  body: string;
  versionId: string | null;
}
interface List<T> {
  items: T[];
  nextCursor: string | null;
}

const app = useTestApp();
const UPDATE = {
  kind: 'update',
  language: 'en',
  subject: 'News: {{ reference }}',
  body: 'Dear all,\n\n{{ message }}',
};

function publish(body: object, by: CastName = 'ada') {
  return app.as(by).post<Version>('/v1/templates', body);
}

async function published(body: object): Promise<Version> {
  return expectStatus(201, await publish(body));
}

async function inUse(query: string): Promise<Template[]> {
  return expectStatus(200, await app.as('anna').get<List<Template>>(`/v1/templates?${query}`)).items;
}

function withdraw(kind: string, language: string, by: CastName = 'ada') {
  return app.as(by).post<Version>('/v1/templates/withdraw', { kind, language });
}

/** An update as a customer of this language is sent it. */
async function told(language: string, body = 'We are on it.') {
  const made = await app.make.complaint('acknowledged', { language });
  const { id } = await app.make.message(made, { body });
  return (await messages(app, made)).find((message) => message.id === id);
}

describe('templates', () => {
  it('are published as versions, used at once by those who come after, and stay as they were', async () => {
    const first = await published(UPDATE);
    expect(first).toMatchObject({ version: 1, body: UPDATE.body, publishedBy: { name: 'Ada Admin' } });
    const letter = await told('en-GB');
    expect(letter?.body).toBe('Dear all,\n\nWe are on it.');
    expect(letter?.subject).toMatch(/^News: \S+$/);
    expect(letter?.template).toEqual({ kind: 'update', language: 'en', version: 1 });
    const second = await published({ ...UPDATE, body: '{{ message }}\n\nYours' });
    expect(second.version).toBe(2);
    expect((await told('en'))?.body).toBe('We are on it.\n\nYours');
    const path = `/v1/template-versions/${first.id}`;
    expect(expectStatus(200, await app.as('otto').get<Version>(path))).toEqual(first);
    const listed = await app.as('otto').get<List<Version>>('/v1/template-versions?kind=update&language=EN');
    expect(expectStatus(200, listed).items).toEqual([first, second]);
    expect(await inUse('kind=update&language=en')).toMatchObject([
      { version: 2, versionId: second.id, builtIn: false },
    ]);
  });

  it('go back to what comes with the program, or to the next language', async () => {
    const hungarian = { kind: 'update', language: 'HU-hu', subject: 'Hír', body: 'Hír: {{ message }}' };
    await published(hungarian);
    expect((await told('hu-HU'))?.template).toEqual({ kind: 'update', language: 'hu-HU', version: 1 });
    expect((await told('hu'))?.template).toEqual({ kind: 'update', language: 'hu', version: 0 });
    const gone = expectStatus(200, await withdraw('update', 'hu-hu'));
    expect(gone).toMatchObject({ language: 'hu-HU', version: 2, body: null, subject: null });
    expect(expectStatus(200, await withdraw('update', 'hu-HU'))).toEqual(gone);
    expect((await told('hu-HU'))?.template).toEqual({ kind: 'update', language: 'hu', version: 0 });
    expect(await inUse('kind=update&language=hu-HU')).toEqual([]);
    expect((await published(hungarian)).version).toBe(3);
    expectStatus(404, await withdraw('update', 'bg'));
    await app.settle();
    const log = await app
      .as('ada')
      .get<List<LogEntry>>('/v1/audit/entries?limit=100&type=template.withdrawn');
    expect(expectStatus(200, log).items).toMatchObject([{ subject: { id: gone.id }, data: { version: 2 } }]);
  });

  it('that are published at once get one version each', async () => {
    const statuses = await race(6, () => publish({ ...UPDATE, kind: 'apology' }));
    expect(statuses).toEqual({ 201: 6 });
    const listed = await app.as('otto').get<List<Version>>('/v1/template-versions?kind=apology');
    const versions = expectStatus(200, listed).items.map(({ version }) => version);
    expect(versions.toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await inUse('kind=apology&language=en')).toMatchObject([{ version: 6 }]);
  });

  it('are refused with all that is wrong with them', async () => {
    const bad = {
      kind: 'question',
      language: 'e',
      subject: '{{ message }}',
      body: '{{ message }} {{ soon | date }}',
    };
    expect(errors((await publish(bad)) as unknown as Answer<Problem>)).toEqual([
      '/body unknown_filter',
      '/body unknown_variable',
      '/language is_language',
      '/subject not_applicable',
    ]);
    const undated = { ...UPDATE, kind: 'acknowledgement' };
    const answer = (await publish(undated)) as unknown as Answer<Problem>;
    expect(errors(answer)).toEqual(Array<string>(3).fill('/body missing_variable'));
    expectStatus(400, await publish({ ...UPDATE, body: 'a\u0000' }));
    expectStatus(400, await publish({ ...UPDATE, body: ['{{ message }}'], subject: 7 }));
  });

  it('are written by administrators and read by the house', async () => {
    for (const by of ['anna', 'sam', 'otto'] as const) {
      expectStatus(403, await publish(UPDATE, by));
      expectStatus(403, await withdraw('update', 'en', by));
      expectStatus(403, await app.as(by).post('/v1/templates/preview', UPDATE));
      for (const list of ['templates', 'template-versions', 'template-kinds'])
        expectStatus(200, await app.as(by).get(`/v1/${list}`));
    }
    expectStatus(401, await app.anonymous.get('/v1/templates'));
    expectStatus(404, await app.as('otto').get('/v1/template-versions/nonsense'));
  });

  it('are listed page by page, of every kind and language once', async () => {
    const names: string[] = [];
    let path: string | null = '/v1/templates?limit=20';
    while (path) {
      const page: List<Template> = expectStatus(200, await app.as('otto').get<List<Template>>(path));
      names.push(...page.items.map(({ kind, language }) => `${kind} ${language}`));
      path = page.nextCursor && `/v1/templates?limit=20&cursor=${page.nextCursor}`;
    }
    expect(names).toEqual(names.toSorted());
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining(['acknowledgement bg', 'receipt hu', 'survey_invitation en']),
    );
    const kinds = await app
      .as('otto')
      .get<List<{ kind: string; variables: object[] }>>('/v1/template-kinds?limit=100');
    expect(expectStatus(200, kinds).items.find(({ kind }) => kind === 'question')?.variables).toContainEqual(
      expect.objectContaining({ name: 'replyBy', type: 'date', named: 'must' }),
    );
  });
});
