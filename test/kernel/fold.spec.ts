import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../src/kernel/fold.js';

it.each([
  ['Törött Ágy', 'torott agy'],
  ['Straße', 'strasse'],
  ['STRASSE', 'strasse'],
  ['Łódź, Ørsted & Đuro', 'lodz orsted duro'],
  ['Ærø œuvre', 'aero oeuvre'],
  ['İstanbul ısı', 'istanbul isi'],
  ['ﬁne ﬂat', 'fine flat'],
  ['e\u0301 é', 'e e'],
  ['7KQ-M3X-W94', '7kq m3x w94'],
  ['  a\t\n b  ', 'a b'],
  ['!?—…', ''],
  ['日本語 ١٢٣', '日本語 ١٢٣'],
])('%j is compared as %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

it('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const once = fold(text);
      expect(fold(once)).toBe(once);
    }),
  );
});

it('words are separated by single spaces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(text)).not.toMatch(/^ | $| {2}/);
    }),
  );
});
