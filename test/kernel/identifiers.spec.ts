import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isId, newId } from '../../src/kernel/identifiers.js';

describe('a new id', () => {
  it('is a UUID of version 7 (RFC 9562, 5.7)', () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts after all made before it', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(1000);
  });
});

describe('an id from outside', () => {
  it('is any UUID, of whatever version and case', () => {
    fc.assert(fc.property(fc.uuid(), (id) => isId(id) && isId(id.toUpperCase())));
  });

  it.each([
    'abc',
    '',
    '0199e2d4-0000-7000-8000-00000000000',
    '{0199e2d4-0000-7000-8000-000000000000}',
    '0199e2d4000070008000000000000000',
    '0199e2d4-0000-7000-8000-000000000000\n',
    null,
    undefined,
    7,
    ['0199e2d4-0000-7000-8000-000000000000'],
  ])('is not %j', (text) => {
    expect(isId(text)).toBe(false);
  });

  it('is never text that no UUID has', () => {
    fc.assert(fc.property(fc.string({ maxLength: 35 }), (text) => !isId(text)));
  });
});
