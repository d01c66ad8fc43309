import { describe, expect, it } from '@jest/globals';
import type { OpenApi, Operation, Schema } from '../rules/document.js';
import { smallDocument } from '../rules/small-document.js';
import { changesBetween } from './changes.js';

type Alter = (document: OpenApi) => void;

describe('a change', () => {
  it('is none where nothing changed', () => {
    expect(changesBetween(smallDocument(), smallDocument())).toEqual([]);
  });

  it.each<[what: string, alter: Alter]>([
    ['an operation is gone', (document) => (document.paths = {})],
    ['an operation is called otherwise', (document) => (ring(document).operationId = 'soundBell')],
    ['another permission is needed', (document) => (ring(document)['x-permission'] = 'bell:all')],
    ['a parameter is gone', (document) => (ring(document).parameters = [])],
    ['a parameter is new and required', (document) => ring(document).parameters?.push(FORCE)],
    ['the body is gone', (document) => delete ring(document).requestBody],
    ['a body is taken in another form only', (document) => (ring(document).requestBody = { content: {} })],
    ['a success is gone', (document) => delete ring(document).responses?.['201']],
    ['a refusal is gone', (document) => delete ring(document).responses?.['409']],
    ['a code is gone', (document) => (answer(document, '409')['x-codes'] = [])],
    ['a need is gone', (document) => delete answer(document, '409')['x-needs']],
    ['a header is gone', (document) => (answer(document, '201').headers = {})],
    ['a property is gone', (document) => delete bell(document).properties?.words],
    ['a property is required', (document) => (bell(document).required = ['tone', 'loudness'])],
    ['a property may be absent', (document) => (bell(document).required = [])],
    ['a new property is required', (document) => demand(document, 'weight')],
    ['a maximum is lower', (document) => (property(document, 'loudness').maximum = 8)],
    ['a minimum is higher', (document) => (property(document, 'loudness').minimum = 2)],
    ['a length is shorter', (document) => (property(document, 'words').maxLength = 99)],
    ['a pattern is new', (document) => (property(document, 'words').pattern = '^d')],
    ['a value is gone', (document) => (property(document, 'tone').enum = ['deep'])],
    ['a value that is answered is new', (document) => property(document, 'tone').enum?.push('shrill')],
    ['a type is another', (document) => (property(document, 'loudness').type = 'string')],
    ['null may be answered', (document) => (property(document, 'words').type = ['string', 'null'])],
    ['a schema has another name', (document) => rename(document)],
  ])('is breaking where %s', (_, alter) => {
    expect(changesAfter(alter).some((change) => change.isBreaking)).toBe(true);
  });

  it.each<[what: string, alter: Alter]>([
    ['an operation is new', (document) => (document.paths['/v1/gongs'] = { post: ring(smallDocument()) })],
    ['a parameter is new', (document) => ring(document).parameters?.push({ ...FORCE, required: false })],
    ['a code is new', (document) => answer(document, '409')['x-codes']?.push('cracked')],
    ['a refusal is new', (document) => (responses(document)['410'] = answer(document, '409'))],
    ['a property is new', (document) => (properties(document).weight = { type: 'integer' })],
    ['a maximum is higher', (document) => (property(document, 'loudness').maximum = 11)],
    ['a length is longer', (document) => (property(document, 'words').maxLength = 200)],
  ])('is an addition where %s', (_, alter) => {
    expect(changesAfter(alter).map((change) => change.isBreaking)).toContain(false);
    expect(changesAfter(alter).filter((change) => change.isBreaking)).toEqual([]);
  });

  it('says where and what', () => {
    expect(changesAfter((document) => delete properties(document).words)).toContainEqual({
      isBreaking: true,
      at: 'BellBody.words',
      what: 'is gone',
    });
  });
});

const FORCE = {
  name: 'force',
  in: 'query',
  required: true,
  schema: { type: 'integer', minimum: 0, maximum: 9 },
};

function changesAfter(alter: Alter) {
  const document = smallDocument();
  alter(document);
  return changesBetween(smallDocument(), document);
}

function ring(document: OpenApi): Operation {
  return document.paths['/v1/bells/{id}']?.post ?? {};
}

function responses(document: OpenApi) {
  return ring(document).responses ?? {};
}

function answer(document: OpenApi, status: string) {
  return responses(document)[status] ?? {};
}

function bell(document: OpenApi): Schema {
  return document.components.schemas?.BellBody ?? {};
}

function properties(document: OpenApi): Record<string, Schema> {
  return bell(document).properties ?? {};
}

function property(document: OpenApi, name: string): Schema {
  return properties(document)[name] ?? {};
}

function demand(document: OpenApi, name: string): void {
  properties(document)[name] = { type: 'integer' };
  bell(document).required?.push(name);
}

function rename(document: OpenApi): void {
  const { BellBody, ...others } = document.components.schemas ?? {};
  const text = JSON.stringify({ ...document, components: { ...document.components, schemas: others } });
  const renamed = JSON.parse(text.replaceAll('schemas/BellBody', 'schemas/Bell')) as OpenApi;
  document.paths = renamed.paths;
  document.components.schemas = { ...others, Bell: BellBody ?? {} };
}
