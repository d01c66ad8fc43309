import { describe, expect, it } from '@jest/globals';
import {
  type Example,
  Examples,
  recordedExamples,
} from '../../../../src/platform/openapi/examples/examples.js';

const refused = (operation: string, body?: object): Example => ({
  operation,
  name: 'not_found',
  summary: `${operation} finds nothing.`,
  request: body ? { body } : {},
  answer: { status: 404, type: 'application/problem+json', body: { code: 'not_found', by: operation } },
});

const examples = new Examples([
  {
    operation: 'makeBed',
    name: 'red',
    summary: 'A red one.',
    request: { body: { colour: 'red' }, params: { house: '7' } },
    answer: { status: 201, body: { id: 1 } },
  },
  { operation: 'makeBed', name: 'any', summary: 'Any.', request: { body: {} }, answer: { status: 204 } },
  refused('readBed'),
  refused('changeBed', { colour: 'blue' }),
]);

describe('the examples of an operation', () => {
  it('are what it took and what it answered, by name', () => {
    expect(examples.requests('makeBed')).toEqual({
      red: { summary: 'A red one.', value: { colour: 'red' } },
      any: { summary: 'Any.', value: {} },
    });
    expect(examples.answers('makeBed')).toEqual({ red: { summary: 'A red one.', value: { id: 1 } } });
    expect(examples.requests('readBed')).toEqual({});
    expect(examples.parameter('makeBed', 'params', 'house')).toBe('7');
    expect(examples.parameter('makeBed', 'query', 'house')).toBeUndefined();
  });

  it('hold no request that was refused', () => {
    expect(examples.requests('changeBed')).toEqual({});
    expect(examples.answers('changeBed')).toEqual({});
  });
});

describe('a refusal', () => {
  it('is the one of the operation, where there is one', () => {
    expect(examples.refusal('readBed', 'not_found')?.value).toMatchObject({ by: 'readBed' });
    expect(examples.refusal('makeBed', 'not_found')).toBeNull();
    expect(examples.refusal('readBed', 'forbidden')).toBeNull();
  });

  it('of another operation is one that takes a body where this one does', () => {
    expect(examples.refusalElsewhere('not_found', true)?.value).toMatchObject({ by: 'changeBed' });
    expect(examples.refusalElsewhere('not_found', false)?.value).toMatchObject({ by: 'readBed' });
    expect(examples.refusalElsewhere('forbidden', false)).toBeNull();
  });
});

it('the recorded examples are there at run time', () => {
  expect(Object.keys(recordedExamples().requests('receiveComplaint'))).toEqual([
    'public',
    'staff',
    'twice',
    'represented',
  ]);
});
