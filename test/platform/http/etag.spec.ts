import { describe, expect, test } from '@jest/globals';
import { isKnown, matches } from '../../../src/platform/http/etag.js';

describe('If-Match', () => {
  test.each(['"3"', '*', ' * ', '"1","3"', '"1" , "3"', '3, "3"', '"a,b", "3"', 'W/"3", "3"'])(
    '%s holds for version 3',
    (header) => {
      expect(matches(header, 3)).toBe(true);
    },
  );

  test.each([
    '"2"',
    '3',
    'W/"3"',
    '',
    '""',
    '"3',
    '3"',
    '"33"',
    '"03"',
    '*, "1"',
    '"1,"3"',
    "'3'",
    '"3" x',
    ',,,',
  ])('%s does not hold for version 3', (header) => {
    expect(matches(header, 3)).toBe(false);
  });

  test('is read in time linear in its length', () => {
    expect(matches('",'.repeat(8000), 3)).toBe(false);
  });
});

describe('If-None-Match', () => {
  test.each(['"3"', 'W/"3"', '*', '"2", W/"3"'])('%s knows version 3', (header) => {
    expect(isKnown(header, 3)).toBe(true);
  });

  test.each(['"2"', '3', 'w/"3"', 'W/3', ''])('%s does not know version 3', (header) => {
    expect(isKnown(header, 3)).toBe(false);
  });
});
