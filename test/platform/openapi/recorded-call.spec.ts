import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenAPIObject, ResponseObject, SchemaObject } from '@nestjs/swagger';
import { Examples } from '../../../src/platform/openapi/examples/examples.js';
import { operationOf, smallDocument } from './small-api.js';

describe('a recorded call', () => {
  const bed = { id: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071', name: 'Borea', leg: { length: 7 }, colour: null };
  const problem = { code: 'not_found', detail: 'It was sold.' };
  const call = { operation: 'readBed', summary: 'The bed is read.', request: { params: { id: bed.id } } };
  let shown: OpenAPIObject;
  beforeAll(async () => {
    const taken = { ...call, name: 'borea', answer: { status: 200, body: bed } };
    const refused = { ...call, name: 'not_found', answer: { status: 404, body: problem } };
    shown = await smallDocument(new Examples([taken, refused]));
  });

  test('is the example of its operation, and of no other', () => {
    const { responses, parameters } = operationOf(shown, 'readBed');
    expect((responses[200] as ResponseObject).content?.['application/json']?.examples).toEqual({
      borea: { summary: 'The bed is read.', value: bed },
    });
    expect(parameters?.[0]).toEqual({ $ref: '#/components/parameters/BedId' });
    expect(shown.components?.parameters?.BedId).toMatchObject({ example: bed.id });
    const changed = operationOf(shown, 'changeBed').responses[200] as ResponseObject;
    expect(changed.content?.['application/json']).not.toHaveProperty('examples');
  });

  test('is the example of the properties that it holds', () => {
    const { Bed, Leg } = shown.components?.schemas as Record<string, SchemaObject>;
    expect(Bed?.properties).toMatchObject({
      name: { examples: ['Borea'] },
      leg: { examples: [{ length: 7 }] },
    });
    expect(Bed?.properties?.colour).not.toHaveProperty('examples');
    expect(Leg?.properties).toMatchObject({ length: { examples: [7] } });
  });

  test('is the example of its problem, which says the same everywhere', () => {
    const lost = shown.components?.responses?.NotFound as ResponseObject;
    expect(lost.content?.['application/problem+json']?.examples).toEqual({
      not_found: { summary: 'The bed is read.', value: problem },
    });
  });
});
