import { describe, expect, it } from '@jest/globals';
import { termFlaw } from '../../src/kernel/term.js';

describe('a term', () => {
  it.each(['PT8H', 'PT90M', 'P3D', 'P1DT4H', 'P1DT4H30M', 'P3652D', 'PT87600H'])(
    'of %s is one in both times',
    (target) => {
      expect(termFlaw({ target, time: 'business' })).toBeNull();
      expect(termFlaw({ target, time: 'elapsed' })).toBeNull();
    },
  );

  it.each(['P56D', 'P8W', 'P1M', 'P10Y', 'P120M', 'PT30S', 'P1Y2M4DT5H6M7S'])(
    'of %s is one in elapsed time',
    (target) => {
      expect(termFlaw({ target, time: 'elapsed' })).toBeNull();
    },
  );

  it.each(['P8W', 'P1M', 'P1Y', 'PT30S', 'P1DT1S', 'P1W1D'])('of %s is none in business time', (target) => {
    expect(termFlaw({ target, time: 'business' })).toBe('pattern');
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '3D',
    'p3d',
    'P3d',
    '-P3D',
    '+P3D',
    'P-3D',
    'P1.5D',
    'PT1,5H',
    'P1D2W',
    'PT1M1H',
  ])('of %j is none', (target) => {
    expect(termFlaw({ target, time: 'elapsed' })).toBe('pattern');
    expect(termFlaw({ target, time: 'business' })).toBe('pattern');
  });

  it.each([' P3D', 'P3D ', 'P3D\n', 'P٣D', 'P1234567890D', `P${'1'.repeat(5000)}D`])(
    'of %j is none either',
    (target) => {
      expect(termFlaw({ target, time: 'elapsed' })).toBe('pattern');
    },
  );

  it.each(['P0D', 'PT0H', 'PT0M', 'P0DT0H0M'])('of %s is of no time', (target) => {
    expect(termFlaw({ target, time: 'elapsed' })).toBe('min');
    expect(termFlaw({ target, time: 'business' })).toBe('min');
  });

  it.each(['P3654D', 'PT87673H', 'P999999999D'])('of %s is over ten years long', (target) => {
    expect(termFlaw({ target, time: 'elapsed' })).toBe('max');
    expect(termFlaw({ target, time: 'business' })).toBe('max');
  });

  it.each(['P11Y', 'P121M', 'P10Y1D', 'P9Y13M', 'P999999999Y'])(
    'of %s is over ten years long too',
    (target) => {
      expect(termFlaw({ target, time: 'elapsed' })).toBe('max');
    },
  );
});
