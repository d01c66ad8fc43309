import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newReference, parseReference } from '../../src/kernel/reference.js';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const reference = fc.constant(null).map(() => newReference());

it('a reference is nine signs in three groups, without those that are misheard', () => {
  fc.assert(
    fc.property(reference, (text) => {
      expect(text).toMatch(/^[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}$/);
      expect(text).not.toMatch(/[01ILO]/);
    }),
  );
});

it('references are not made twice', () => {
  const made = Array.from({ length: 5000 }, newReference);
  expect(new Set(made).size).toBe(made.length);
});

it('is read however it was typed', () => {
  fc.assert(
    fc.property(reference, (text) => {
      const bare = text.replaceAll('-', '');
      for (const typed of [text, bare, text.toLowerCase(), ` ${bare.slice(0, 4)} - ${bare.slice(4)}\n`]) {
        expect(parseReference(typed)).toBe(text);
      }
    }),
  );
});

it('every single wrong sign is found', () => {
  for (let round = 0; round < 50; round++) {
    const signs = newReference().replaceAll('-', '');
    for (let place = 0; place < signs.length; place++) {
      for (const sign of SIGNS) {
        if (sign === signs[place]) continue;
        expect(parseReference(signs.slice(0, place) + sign + signs.slice(place + 1))).toBeNull();
      }
    }
  }
});

it('every swap of two neighbours is found', () => {
  for (let round = 0; round < 500; round++) {
    const signs = newReference().replaceAll('-', '');
    for (let place = 0; place + 1 < signs.length; place++) {
      const [one = '', two = ''] = [signs[place], signs[place + 1]];
      if (one === two) continue;
      expect(parseReference(signs.slice(0, place) + two + one + signs.slice(place + 2))).toBeNull();
    }
  }
});

it.each(['', '7KQ', '7KQ-M3X-W9', '0KQ-M3X-W94', 'IIIIIIIII', '7KQ-M3X-W944', 'broken bed', 'ß2345678'])(
  '%j is no reference',
  (text) => {
    expect(parseReference(text)).toBeNull();
  },
);

it('any text is read or refused, never thrown over', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = parseReference(text);
      expect(read === null || read.length === 11).toBe(true);
    }),
  );
});
