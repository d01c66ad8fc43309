import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acceptedLanguages, canonicalTag, lookUp } from '../../../src/platform/http/languages.js';

describe('a language tag', () => {
  it.each([
    ['HU', 'hu'],
    ['hu-hu', 'hu-HU'],
    ['zh-hANT-tw', 'zh-Hant-TW'],
    ['sr-latn', 'sr-Latn'],
    ['es-419', 'es-419'],
    ['de-CH-1996', 'de-CH-1996'],
    ['ca-VALENCIA', 'ca-valencia'],
  ])('%s is written %s', (given, written) => {
    expect(canonicalTag(given)).toBe(written);
    expect(canonicalTag(written)).toBe(written);
  });
});

describe('what is accepted', () => {
  it.each([
    ['', []],
    ['hu', ['hu']],
    ['en;q=0.5, hu-HU, hu;q=0.9', ['hu-HU', 'hu', 'en']],
    ['en, hu', ['en', 'hu']],
    ['en;q=0, hu', ['hu']],
    ['*, hu;q=0.1', ['hu']],
    ['hu;q=2, en;q=x, bg;level=1, de', ['de']],
    ['hu ; Q=1.000 ,,; , e_n', ['hu']],
  ])('of "%s" is read', (header, languages) => {
    expect(acceptedLanguages(header)).toEqual(languages);
  });

  it('is read out of whatever is sent', () => {
    fc.assert(fc.property(fc.string(), (header) => Array.isArray(acceptedLanguages(header))));
  });
});

describe('the language that is found', () => {
  const offered = ['en', 'hu', 'de-CH', 'zh-Hant', 'x'];

  it.each([
    [['hu-HU'], 'hu'],
    [['HU'], 'hu'],
    [['de-DE', 'hu'], 'hu'],
    [['de'], null],
    [['de-ch-1996'], 'de-CH'],
    [['zh-Hant-CN-x-private1'], 'zh-Hant'],
    [['hun'], null],
    [[], null],
  ])('for %j is %s', (ranges, found) => {
    expect(lookUp(ranges, offered)).toBe(found);
  });
});
