import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Body, OpenApi, Operation, Response, Schema } from './document.js';
import { type Exception, unexcepted, written } from './finding.js';
import { judge } from './rules.js';
import { smallDocument } from './small-document.js';

describe('the rules', () => {
  it('find nothing wrong with a complete document', () => {
    expect(judge(smallDocument()).map(written)).toEqual([]);
  });

  it('find nothing wrong with ours that is not excepted', () => {
    const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as OpenApi;
    const exceptions = (
      JSON.parse(readFileSync('test/contract/exceptions.json', 'utf8')) as Exception[]
    ).filter(({ by }) => by === 'rules');
    expect(unexcepted(judge(document), exceptions).map(written)).toEqual([]);
  });

  it.each<[rule: string, alter: (document: OpenApi) => void]>([
    ['operation-summary', (document) => delete ring(document).summary],
    ['operation-description', (document) => (ring(document).description = ring(document).summary)],
    ['operation-description', (document) => (ring(document).description = 'Rings.')],
    ['operation-id', (document) => (ring(document).operationId = 'Bells_ring')],
    ['operation-tag', (document) => (ring(document).tags = ['bells', 'noise'])],
    ['operation-tag', (document) => (ring(document).tags = ['noise'])],
    ['tag-description', (document) => (document.tags = [{ name: 'bells' }])],
    ['operation-security', (document) => withSecurity(document, undefined)],
    ['operation-permission', (document) => delete ring(document)['x-permission']],
    ['operation-workflow', (document) => (document.paths[ACTION] = { post: ring(document) })],
    ['parameter-description', (document) => ((ring(document).parameters?.[0] ?? BLANK).description = ' ')],
    ['parameter-bounds', (document) => delete ring(document).parameters?.[0]?.schema?.maxLength],
    ['request-example', (document) => delete json(ring(document).requestBody).example],
    ['request-closed', (document) => (bell(document).additionalProperties = true)],
    ['answer-example', (document) => delete json(answer(document, '201')).example],
    ['answer-schema', (document) => delete json(answer(document, '201')).schema],
    ['answer-schema', (document) => delete answer(document, '404').content],
    ['problem-json', (document) => (answer(document, '404').content = answer(document, '201').content)],
    ['problem-codes', (document) => delete answer(document, '404')['x-codes']],
    ['problem-codes', (document) => (answer(document, '404')['x-codes'] = ['lost', 'gone'])],
    ['problem-examples', (document) => answer(document, '404')['x-codes']?.push('gone')],
    ['applicable-errors', (document) => delete ring(document).responses?.['403']],
    ['applicable-errors', (document) => delete ring(document).responses?.['409']],
    ['created-location', (document) => (answer(document, '201').headers = { Location2: LOCATION })],
    ['retry-after', (document) => delete answer(document, '429').headers],
    ['schema-description', (document) => delete bell(document).description],
    ['property-description', (document) => delete property(document, 'words').description],
    ['property-bounds', (document) => delete property(document, 'words').maxLength],
    ['property-bounds', (document) => delete property(document, 'loudness').maximum],
    ['schema-type', (document) => (property(document, 'words').items = {})],
    ['schema-type', (document) => (bell(document).properties = { words: { description: 'Anything.' } })],
    ['property-examples', (document) => delete property(document, 'words').examples],
    [
      'enum-explained',
      (document) => (property(document, 'tone').description = 'Which tone, `deep` or `high`.'),
    ],
    ['no-nullable', (document) => (property(document, 'words').nullable = true)],
    ['schema-name', (document) => (property(document, 'words').properties = {})],
    ['schema-name', (document) => (json(ring(document).requestBody).schema = unnamed(document))],
    ['component-used', (document) => (document.components.headers = { Location: {}, Other: {} })],
  ])('find %s where it is broken', (rule, alter) => {
    const document = smallDocument();
    alter(document);
    expect(judge(document).map((finding) => finding.rule)).toContain(rule);
  });

  it('find two operations of the same name', () => {
    const document = smallDocument();
    document.paths['/v1/bells'] = document.paths['/v1/bells/{id}'] ?? {};
    expect(judge(document).map((finding) => finding.rule)).toEqual(['operation-id', 'operation-id']);
  });
});

const ACTION = '/v1/complaints/{id}/actions/ring';
const BLANK = { name: '', in: '' } as { description?: string };
const LOCATION = { $ref: '#/components/headers/Location' };

function ring(document: OpenApi): Operation {
  return document.paths['/v1/bells/{id}']?.post ?? {};
}

function withSecurity(document: OpenApi, security: Operation['security']): void {
  if (security) ring(document).security = security;
  else delete ring(document).security;
}

function json(body: Body | undefined) {
  return body?.content?.['application/json'] ?? {};
}

function answer(document: OpenApi, status: string): Response {
  return ring(document).responses?.[status] ?? {};
}

function bell(document: OpenApi): Schema {
  return document.components.schemas?.BellBody ?? {};
}

function property(document: OpenApi, name: string): Schema {
  return bell(document).properties?.[name] ?? {};
}

function unnamed(document: OpenApi): Schema {
  return structuredClone(bell(document));
}
