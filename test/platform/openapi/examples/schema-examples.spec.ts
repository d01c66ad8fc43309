import { beforeEach, expect, it } from '@jest/globals';
import { SchemaExamples } from '../../../../src/platform/openapi/examples/schema-examples.js';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const BEDS = { type: 'array', items: ref('Bed') };

let schemas: Record<string, { properties: Record<string, { examples?: unknown[] }> }>;
let seen: SchemaExamples;

beforeEach(() => {
  schemas = {
    Bed: {
      properties: {
        name: { type: 'string', examples: ['written by hand'] },
        nickname: { type: ['string', 'null'] },
        owner: { anyOf: [ref('Person'), { type: 'null' }] },
        legs: { type: 'array', items: ref('Leg') },
        tags: { type: 'array', items: { type: 'string' } },
      },
    },
    Person: { properties: { age: { type: 'integer' } } },
    Leg: { properties: { length: { type: 'integer' } } },
  } as typeof schemas;
  seen = new SchemaExamples(schemas);
});

const examples = (schema: string, property: string) => schemas[schema]?.properties[property]?.examples;

it('a property gets the first value that is not null', () => {
  seen.see(BEDS, [
    { name: 'Aurora', nickname: null },
    { name: 'Borea', nickname: 'B' },
  ]);
  expect(examples('Bed', 'name')).toEqual(['Aurora']);
  expect(examples('Bed', 'nickname')).toEqual(['B']);
  expect(examples('Bed', 'owner')).toBeUndefined();
});

it('what nobody has seen keeps the example that it has', () => {
  seen.see(ref('Bed'), { nickname: 'A' });
  expect(examples('Bed', 'name')).toEqual(['written by hand']);
});

it('references, alternatives and lists are followed', () => {
  seen.see(ref('Bed'), { owner: { age: 7 }, legs: [{ length: 5 }], tags: [] });
  expect(examples('Bed', 'owner')).toEqual([{ age: 7 }]);
  expect(examples('Person', 'age')).toEqual([7]);
  expect(examples('Bed', 'legs')).toEqual([[{ length: 5 }]]);
  expect(examples('Leg', 'length')).toEqual([5]);
  expect(examples('Bed', 'tags')).toBeUndefined();
});

it('of several forms the one counts that knows all members of the value', () => {
  seen.see({ oneOf: [ref('Person'), ref('Leg')] }, { length: 9 });
  expect(examples('Leg', 'length')).toEqual([9]);
  expect(examples('Person', 'age')).toBeUndefined();
});

it('what is long is shown at its own properties only', () => {
  seen.see(ref('Bed'), { legs: Array.from({ length: 100 }, (_, length) => ({ length: length + 1 })) });
  expect(examples('Bed', 'legs')).toBeUndefined();
  expect(examples('Leg', 'length')).toEqual([1]);
});
