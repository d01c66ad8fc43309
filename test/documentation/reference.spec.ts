import { beforeAll, describe, expect, it } from '@jest/globals';
import { Described, type Operation } from '../../src/documentation/pages/reference-document.js';
import { highlightJson } from '../../src/documentation/json-text.js';
import { TAGS } from '../../src/kernel/tags.js';
import { useTestApp } from '../support/app.js';

const app = useTestApp();
const chapters = new Map<string, string>();
let described: Described;

beforeAll(async () => {
  described = new Described((await app.anonymous.get<never>('/openapi.json')).body);
  for (const name of [...Object.keys(TAGS), 'all']) {
    chapters.set(name, (await app.anonymous.get<string>(`/docs/reference/${name}`)).body);
  }
});

/** What stands between the heading of an operation and the next. */
function partOf({ operationId }: Operation, chapter: string): string {
  const [, text = ''] = (chapters.get(chapter) ?? '').split(`<h2 id="${operationId}"`);
  return text.split('</section>')[0] ?? '';
}

/** What is missing in the description of each operation, on the page of its chapter and on the page of all. */
function missing(needed: (operation: Operation) => string[]): string[] {
  return described.operations.flatMap((operation) =>
    [operation.tags[0], 'all'].flatMap((chapter) => {
      const text = partOf(operation, chapter).replaceAll('<wbr />', '');
      return needed(operation)
        .filter((piece) => !text.includes(piece))
        .map((piece) => `${chapter} ${operation.operationId} ${piece}`);
    }),
  );
}

describe('the reference', () => {
  it('has every operation of the contract, with its method, path and name', () => {
    expect(described.operations.length).toBeGreaterThan(50);
    expect(
      missing(({ method, path, operationId }) => [`>${method}<`, `<code>${path}</code>`, operationId]),
    ).toEqual([]);
  });

  it('lists them all on its first page', async () => {
    const { body } = await app.anonymous.get<string>('/docs/reference');
    const { operations } = described;
    expect(
      operations.filter(({ tags, operationId }) => !body.includes(`/${tags[0]}#${operationId}"`)),
    ).toEqual([]);
  });

  it('says who may, with the permission', () => {
    expect(missing((operation) => [`/docs/permissions#${operation['x-permission']}"`])).toEqual([]);
  });

  it('has every parameter and every field of the bodies', () => {
    const names = ({ parameters = [], requestBody }: Operation) => [
      ...parameters.map((parameter) => described.resolve(parameter).name),
      ...Object.values(requestBody?.content ?? {}).flatMap(({ schema = {} }) =>
        Object.keys(described.resolve(schema).properties ?? {}),
      ),
    ];
    expect(
      missing((operation) => names(operation).map((name) => `<code class="field">${name}</code>`)),
    ).toEqual([]);
  });

  it('links every refusal to the page of its problem', () => {
    const codes = ({ responses }: Operation) =>
      Object.values(responses).flatMap((response) => described.resolve(response)['x-codes'] ?? []);
    expect(described.operations.flatMap(codes).length).toBeGreaterThan(300);
    expect(
      missing((operation) => codes(operation).map((code) => `/docs/problems/${code.replaceAll('_', '-')}"`)),
    ).toEqual([]);
  });

  it('links every need of an action to what it means', () => {
    const needs = ({ responses }: Operation) =>
      Object.values(responses).flatMap((response) => described.resolve(response)['x-needs'] ?? []);
    expect(described.operations.flatMap(needs)).toContain('state_not_allowed');
    expect(
      missing((operation) => needs(operation).map((need) => `/docs/problems/action-refused#${need}"`)),
    ).toEqual([]);
  });

  it('has the fields of every resource that is answered, once', () => {
    const names = [...(chapters.get('all') ?? '').matchAll(/<h3 id="(\w+)"/g)].map(([, name]) => name);
    expect(names).toContain('ComplaintDto');
    expect(new Set(names).size).toBe(names.length);
  });

  it('has a call to copy for every operation', () => {
    expect(missing(({ path }) => [`$URL${path.split('{')[0] ?? ''}`])).toEqual([]);
  });
});

it('JSON stands in a page as a person writes it', () => {
  const text = highlightJson({ a: [1, { b: '<' }], c: {}, d: null })
    .text.replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"');
  expect(text).toBe('{\n  "a": [\n    1,\n    { "b": "&lt;" }\n  ],\n  "c": {},\n  "d": null\n}');
});
