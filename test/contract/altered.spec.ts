import { beforeAll, describe, expect, it } from '@jest/globals';
import { useTestApp } from '../support/app.js';
import { isTagOfVersion } from '../support/consistency.js';
import { Contract } from '../support/contract.js';
import { type Document, placedOperations, publishedDocument, resolve } from '../support/document.js';
import { bodySchema, changed, named, type Sample, samplesOf, taken } from './sample.js';

const app = useTestApp();

let document: Document;
let contract: Contract;
let samples: Sample[];
beforeAll(async () => {
  document = await publishedDocument(app.baseUrl);
  contract = new Contract(document);
  samples = samplesOf(document, placedOperations(document));
});

const isResource = ({ answer }: Sample) => typeof answer.body === 'object' && answer.body !== null;
const members = ({ answer }: Sample) => answer.body as Record<string, unknown>;

it('an answer that is as the document says is taken, of every operation and status', () => {
  expect(taken(contract, samples, ({ answer }) => answer)).toEqual(samples.map(named));
  expect(samples.length).toBeGreaterThan(500);
});

describe('an altered answer is refused, of every operation and status', () => {
  it('with a field more', () => {
    const closed = samples.filter((sample) => isResource(sample) && !isAnyObject(sample));
    const more = (sample: Sample) => changed(sample, { body: { ...members(sample), secret: 1 } });
    expect(taken(contract, closed, more)).toEqual([]);
    expect(samples.filter(isAnyObject).map(named)).toEqual([
      'getOpenApiDocument 200',
      'getAsyncApiDocument 200',
    ]);
  });

  it('with a field more in an object within', () => {
    const within = (sample: Sample) => {
      const nested = Object.entries(members(sample)).find(([, value]) => isObject(value));
      if (!nested) return null;
      const [name, value] = nested as [string, object];
      return changed(sample, { body: { ...members(sample), [name]: { ...value, secret: 1 } } });
    };
    expect(taken(contract, samples.filter(isResource), within)).toEqual([]);
  });

  it('without a field that is required', () => {
    for (const sample of samples.filter(isResource)) {
      for (const name of bodySchema(document, sample)?.required ?? []) {
        const { [name]: _left, ...body } = members(sample);
        expect([name, taken(contract, [sample], () => changed(sample, { body }))]).toEqual([name, []]);
      }
    }
  });

  it('with a field of another type', () => {
    const strange = { strange: true };
    for (const sample of samples.filter(isResource)) {
      for (const name of Object.keys(bodySchema(document, sample)?.properties ?? {})) {
        const answer = changed(sample, { body: { ...members(sample), [name]: strange } });
        expect([name, taken(contract, [sample], () => answer)]).toEqual([name, []]);
      }
    }
  });

  it('with another body, or none', () => {
    const described = samples.filter(({ response }) => response.content);
    expect(taken(contract, described.filter(isResource), (one) => changed(one, { body: ['x'] }))).toEqual([]);
    const type = (value: string | null) => (one: Sample) => changed(one, { header: ['content-type', value] });
    // A file is of whatever type it is.
    const typed = described.filter(({ response }) => !response.content?.['*/*']);
    expect(taken(contract, typed, type('application/xml'))).toEqual([]);
    expect(taken(contract, described, type(null))).toEqual([]);
    const empty = samples.filter(({ response }) => !response.content);
    expect(taken(contract, empty, (one) => changed(one, { body: {} }))).toEqual([]);
    expect(empty.map(named)).toContain('endSession 204');
  });

  it('with a header more, without one that is required, or with one of another form', () => {
    expect(taken(contract, samples, (one) => changed(one, { header: ['x-secret', '1'] }))).toEqual([]);
    for (const sample of samples) {
      for (const [name, header] of Object.entries(sample.response.headers ?? {})) {
        const { required } = resolve(document, header);
        if (required) {
          const without = () => changed(sample, { header: [name, null] });
          expect([name, taken(contract, [sample], without)]).toEqual([name, []]);
        }
        const other = () => changed(sample, { header: [name, '\u00e9'.repeat(9000)] });
        expect([name, taken(contract, [sample], other)]).toEqual([name, []]);
      }
    }
  });

  it('with a version that is not its ETag, a Link that is none, or the id of another', () => {
    const versioned = samples.filter((one) => isResource(one) && one.answer.headers.has('etag'));
    expect(versioned.length).toBeGreaterThan(10);
    const withVersion = versioned.filter((one) => isTagOfVersion(one.response) && 'version' in members(one));
    expect(taken(contract, withVersion, (one) => changed(one, { header: ['etag', '"8"'] }))).toEqual([]);
    const lists = samples.filter((one) => one.response.headers && 'Link' in one.response.headers);
    const more = (one: Sample) => changed(one, { body: { ...members(one), nextCursor: 'abc' } });
    expect(taken(contract, lists, more)).toEqual([]);
    const another = '/v1/things/019ab3c4-5d6e-7f80-9a1b-000000000000';
    const made = samples.filter((one) => isResource(one) && 'id' in members(one) && one.status === 201);
    expect(taken(contract, made, (one) => changed(one, { header: ['location', another] }))).toEqual([]);
    expect(made.length).toBeGreaterThan(3);
  });

  it('with a problem that the document does not name there', () => {
    const problems = samples.filter(({ response }) => response['x-codes']);
    expect(problems.map(named)).toEqual(samples.filter(({ status }) => status >= 400).map(named));
    const body = (one: Sample, change: object) => changed(one, { body: { ...members(one), ...change } });
    const foreign = (one: Sample) => {
      const code = one.response['x-codes']?.includes('email_taken') ? 'too_large' : 'email_taken';
      const type = `http://localhost/docs/problems/${code.replaceAll('_', '-')}`;
      return body(one, { code, type });
    };
    expect(taken(contract, problems, foreign)).toEqual([]);
    const needy = problems.filter(({ response }) => response['x-needs']);
    const need = (code: string) => (one: Sample) =>
      body(one, {
        code: 'action_refused',
        type: 'http://localhost/docs/problems/action-refused',
        unmet: [{ code, detail: 'is missing' }],
      });
    expect(taken(contract, needy, need('invented'))).toEqual([]);
    expect(needy.length).toBeGreaterThan(20);
    const errors = [{ parameter: 'limit', code: 'invented', detail: 'is not of this world' }];
    const invalid = problems.filter((one) => 'errors' in members(one));
    expect(taken(contract, invalid, (one) => body(one, { errors }))).toEqual([]);
    expect(invalid.length).toBeGreaterThan(50);
    expect(taken(contract, problems, (one) => body(one, { status: one.status + 1 }))).toEqual([]);
    expect(taken(contract, problems, (one) => body(one, { requestId: 'another' }))).toEqual([]);
  });
});

/** A JSON document of a public standard: its form is not ours to say. */
function isAnyObject(sample: Sample): boolean {
  const schema = bodySchema(document, sample);
  return schema?.type === 'object' && schema.properties === undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
