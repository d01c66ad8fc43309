import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type {
  OpenAPIObject,
  ParameterObject,
  ReferenceObject,
  ResponseObject,
  SchemaObject,
} from '@nestjs/swagger';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { operationOf, smallDocument } from './small-api.js';

let document: OpenAPIObject;
beforeAll(async () => {
  document = await smallDocument();
});

const operation = (id: string) => operationOf(document, id);
const parameters = (id: string) =>
  (operation(id).parameters ?? []).map((one: ParameterObject | ReferenceObject) =>
    '$ref' in one
      ? (document.components?.parameters?.[
          one.$ref.replace('#/components/parameters/', '')
        ] as ParameterObject)
      : one,
  );
const parameter = (id: string, name: string) => parameters(id).find((one) => one.name === name);
const response = (id: string, status: number) => operation(id).responses[status] as ResponseObject;
const schema = (name: string) => document.components?.schemas?.[name] as SchemaObject;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (answer: ResponseObject | undefined) =>
  Object.values(answer?.content ?? {}).map((one) => one.schema);

describe('the document', () => {
  test('is OpenAPI 3.1 with the tags that are used, in reading order', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(document.openapi).toBe('3.1.1');
    expect(document.info.version).toBe(version);
    expect(document.tags?.map(({ name }) => name)).toEqual(['complaints', 'documentation']);
  });

  test('refers only to what it has, and has only what it refers to', () => {
    const { paths, webhooks, components } = document;
    const text = JSON.stringify({ paths, webhooks, components });
    const refs = new Set([...text.matchAll(/#\/components\/(\w+\/[\w-]+)/g)].map(([, path]) => path));
    const { securitySchemes: _, ...parts } = components ?? {};
    const names = Object.entries(parts).flatMap(([part, all]) =>
      Object.keys(all).map((name) => `${part}/${name}`),
    );
    expect([...refs].sort()).toEqual(names.sort());
  });

  test('describes and bounds every property', () => {
    for (const { description, properties = {} } of Object.values(
      document.components?.schemas ?? {},
    ) as SchemaObject[]) {
      expect(description).toMatch(/\w/);
      for (const property of Object.values(properties) as SchemaObject[])
        expect(property.description).toMatch(/\w/);
    }
  });

  test('has schemas that compile as JSON Schema 2020-12', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
    ajv.addVocabulary(['components']);
    ajv.addSchema({ $id: 'document', components: document.components });
    const compile = (name: string) => ajv.compile({ $ref: `document#/components/schemas/${name}` });
    const bed = { id: 'x', name: 'Aurora', colour: null, colours: ['red'], leg: null, last: { length: 5 } };
    const rest = { sleeperIds: [], made: true, builtAt: '2026-11-20T09:00:00.000Z', version: 1 };
    expect(compile('Bed')({ ...bed, ...rest })).toBe(false);
    expect(compile('Bed')({ ...bed, ...rest, id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071' })).toBe(true);
    expect(compile('BedBody')({ name: 'Aurora', legs: [], colour: null })).toBe(true);
    expect(compile('BedBody')({ name: 'Aurora', legs: [], price: 5 })).toBe(false);
  });
});

describe('an operation', () => {
  test('carries what its endpoint declares', () => {
    expect(operation('makeBed')).toMatchObject({
      tags: ['complaints'],
      summary: 'Make a bed',
      'x-permission': 'complaint:receive',
      security: [{}, { accessToken: [] }],
    });
    expect(operation('readManual').security).toEqual([{}, { accessToken: [] }, { trackingToken: [] }]);
    expect(operation('readBed').description).toContain('`complaint:read`');
  });

  test('takes a closed body', () => {
    expect(operation('makeBed').requestBody).toEqual({
      required: true,
      content: { 'application/json': { schema: ref('BedBody') } },
    });
    expect(schema('BedBody').additionalProperties).toBe(false);
    expect(schema('Leg').additionalProperties).toBe(false);
    expect(schema('Bed')).not.toHaveProperty('additionalProperties');
  });

  test('takes a patch as either media type, in which null clears what may be cleared', () => {
    expect(Object.keys((operation('changeBed').requestBody as { content: object }).content)).toHaveLength(2);
    expect(schema('BedPatch').properties).toMatchObject({
      name: { type: 'string' },
      nickname: { type: ['string', 'null'] },
    });
  });

  test.each([
    ['listBeds', ['cursor', 'limit', 'colour', 'since']],
    ['makeBed', ['Idempotency-Key']],
    ['readBed', ['id', 'If-None-Match']],
    ['changeBed', ['id', 'If-Match']],
    ['shakeBed', ['id', 'Idempotency-Key', 'If-Match']],
    ['dropBed', ['id']],
    ['readManual', ['manual']],
  ])('%s takes the parameters %j', (id, names) => {
    expect(parameters(id).map(({ name }) => name)).toEqual(names);
  });

  test('has parameters that are never null', () => {
    expect(parameter('listBeds', 'limit')?.schema).toEqual({
      type: 'integer',
      format: 'int32',
      minimum: 1,
      maximum: 100,
    });
    expect(parameter('listBeds', 'colour')).toMatchObject({
      style: 'form',
      explode: false,
      schema: { type: 'array' },
    });
    expect(parameter('changeBed', 'If-Match')?.required).toBe(true);
    expect(parameter('shakeBed', 'If-Match')?.required).toBe(false);
    expect(parameter('readBed', 'id')).toMatchObject({
      description: 'The id of the bed.',
      schema: { format: 'uuid' },
    });
  });

  test.each([
    ['listBeds', '200 400 401 403 429 500 503'],
    ['makeBed', '201 400 401 403 409 413 415 422 429 500 503'],
    ['readBed', '200 304 400 401 403 404 429 500 503'],
    ['changeBed', '200 400 401 403 404 412 413 415 428 429 500 503'],
    ['shakeBed', '200 400 401 403 404 409 412 422 429 500 503'],
    ['dropBed', '204 400 401 403 404 429 500 503'],
    ['readManual', '200 400 401 404 429 500 503'],
  ])('%s answers %s', (id, statuses) => {
    expect(Object.keys(operation(id).responses).join(' ')).toBe(statuses);
  });

  test('answers the resource, or a page of it', () => {
    expect(content(response('readBed', 200))).toEqual([ref('Bed')]);
    expect(content(response('listBeds', 200))).toEqual([ref('BedList')]);
    expect(content(response('dropBed', 204))).toEqual([]);
    expect(Object.keys(response('readManual', 200).content ?? {})).toEqual(['text/html']);
    expect(Object.keys(response('readBed', 200).headers ?? {})).toEqual(['ETag']);
    expect(Object.keys(response('makeBed', 201).headers ?? {})).toEqual([
      'ETag',
      'Location',
      'Idempotent-Replayed',
    ]);
    expect(Object.keys(response('listBeds', 200).headers ?? {})).toEqual(['Link']);
  });

  test('explains the words of a path', () => {
    const described = 'Which of manuals.\n\n- `assembly`: how to build a bed\n- `care`: how to keep it';
    expect(parameter('readManual', 'manual')).toMatchObject({
      description: described,
      schema: { enum: ['assembly', 'care'], description: described },
    });
  });

  test('names every problem by its code', () => {
    const conflict = response('makeBed', 409);
    expect(content(conflict)).toEqual([ref('ConflictProblem')]);
    for (const code of ['idempotency_in_progress', 'external_id_taken', 'email_taken']) {
      expect(conflict.description).toContain(`\`${code}\``);
    }
    expect(conflict).toMatchObject({
      'x-codes': ['idempotency_in_progress', 'external_id_taken', 'email_taken'],
    });
    expect(conflict).not.toHaveProperty('x-needs');
    expect(response('shakeBed', 409).description).toContain('`empty`');
    expect(response('shakeBed', 409)).toMatchObject({ 'x-needs': ['empty'] });
    expect(response('readBed', 429)).toEqual({ $ref: '#/components/responses/RateLimited' });
  });
});
