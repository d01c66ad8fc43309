import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { preferredType } from '../../../src/platform/http/accept.js';

const OFFERED = ['application/x-ndjson', 'text/csv'] as const;

it.each([
  [undefined, 'application/x-ndjson'],
  ['', 'application/x-ndjson'],
  ['*/*', 'application/x-ndjson'],
  ['text/csv', 'text/csv'],
  ['TEXT/CSV; header=present', 'text/csv'],
  ['text/*', 'text/csv'],
  ['text/csv;q=0.2, application/x-ndjson;q=0.8', 'application/x-ndjson'],
  ['*/*;q=0.1, text/csv', 'text/csv'],
  ['text/csv;q=0', 'application/x-ndjson'],
  ['text/csv;q=rubbish', 'application/x-ndjson'],
  ['image/png', 'application/x-ndjson'],
])('of an Accept %j the best is chosen', (accept, type) => {
  expect(preferredType(accept, OFFERED)).toBe(type);
});

it('never fails', () => {
  fc.assert(
    fc.property(fc.string(), (accept) => OFFERED.includes(preferredType(accept, OFFERED) as 'text/csv')),
  );
});
