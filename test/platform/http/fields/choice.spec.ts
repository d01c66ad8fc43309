import { expect, test } from '@jest/globals';
import { share } from '../../../../src/platform/http/fields/rules.js';

test.each([
  [0, null],
  [1, null],
  [0.8, null],
  [0.3333, null],
  [-0.1, 'min'],
  [1.0001, 'max'],
  [Infinity, 'max'],
  [0.33333, 'decimals'],
  [NaN, 'is_number'],
  ['0.5', 'is_number'],
  [null, 'is_number'],
])('a share is given as %j: %s', (value, code) => {
  expect(share(value)).toBe(code);
});
