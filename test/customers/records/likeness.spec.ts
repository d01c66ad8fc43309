import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emailKey, keysOf, phoneKey, similarNames } from '../../../src/customers/records/likeness.js';

describe('keys', () => {
  it('are the same however an address or a number is written', () => {
    expect(emailKey('Marta@Example.ORG')).toBe(emailKey('marta@example.org'));
    const ways = ['+36 1 234-5678', '0036 (1) 234 5678', '3612345678'];
    expect(new Set(ways.map(phoneKey)).size).toBe(1);
  });

  it('say apart what was verified', () => {
    const emails = [
      { address: 'a@x.org', verified: true },
      { address: 'b@x.org', verified: false },
    ];
    expect(keysOf({ emails, phones: [] })).toEqual([
      'email:a@x.org',
      'verified email:a@x.org',
      'email:b@x.org',
    ]);
  });
});

describe('names', () => {
  it.each([
    ['Horváth Katalin', 'katalin horvath'],
    ['Katalin Horvath', 'Katalin Horvat'],
    ['Müller, Anna', 'Anna Muller'],
  ])('%s and %s are similar', (one, other) => {
    expect([similarNames(one, other), similarNames(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['Ann', 'Jan'],
    ['Katalin Horvath', 'Katalin Kovacs'],
    ['', ''],
    ['!', '?'],
  ])('%s and %s are not', (one, other) => {
    expect([similarNames(one, other), similarNames(other, one)]).toEqual([false, false]);
  });

  it('are similar to themselves where they have a letter, and similarity goes both ways', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(similarNames(one, other)).toBe(similarNames(other, one));
        expect(similarNames(`a${one}`, `a${one}`)).toBe(true);
      }),
    );
  });
});
