import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUILT_IN } from '../../src/standards/built-in.js';
import { chooseStandard } from '../../src/standards/choose-standard.js';
import type { AppliesTo, Standard, Traits } from '../../src/standards/standard.js';

const EVERYBODY = BUILT_IN.appliesTo;
const NOBODY_SPECIAL: Traits = {
  tier: null,
  channel: 'web',
  categoryId: null,
  severity: null,
  language: 'en',
};

function standard(rank: number, appliesTo: Partial<AppliesTo>): Standard {
  return { ...BUILT_IN, id: `rank ${rank}`, rank, appliesTo: { ...EVERYBODY, ...appliesTo } };
}

const some = (...words: string[]) => fc.subarray(words);
const conditions = fc.record({
  tiers: some('gold', 'silver'),
  channels: some('web', 'phone'),
  categoryIds: some('beds', 'lamps'),
  severities: some('low', 'high'),
  languages: some('hu', 'de-AT', 'de'),
});
const standards = fc
  .uniqueArray(fc.record({ rank: fc.integer({ min: 1, max: 50 }), appliesTo: conditions }), {
    selector: ({ rank }) => rank,
    maxLength: 12,
  })
  .map((list) => [...list.map(({ rank, appliesTo }) => standard(rank, appliesTo)), BUILT_IN]);
const traits = fc.record({
  tier: fc.constantFrom(null, 'gold', 'silver', 'bronze'),
  channel: fc.constantFrom('web', 'phone', 'visit'),
  categoryId: fc.constantFrom(null, 'beds', 'lamps'),
  severity: fc.constantFrom(null, 'low', 'high'),
  language: fc.constantFrom('hu', 'hu-HU', 'de', 'de-AT', 'de-DE', 'en'),
});

describe('the chosen standard', () => {
  it('is the first that fits when they are asked one by one', () => {
    fc.assert(
      fc.property(standards, traits, (list, about) => {
        const alone = (one: Standard) => chooseStandard([one, BUILT_IN], about) === one;
        const inOrder = [...list].sort((a, b) => a.rank - b.rank);
        expect(chooseStandard(list, about)).toBe(inOrder.find((one) => one === BUILT_IN || alone(one)));
      }),
    );
  });

  it('does not depend on the order in which they are given', () => {
    fc.assert(
      fc.property(standards, traits, fc.infiniteStream(fc.integer()), (list, about, numbers) => {
        const shuffled = list
          .map((one) => ({ one, at: Number(numbers.next().value) }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(chooseStandard(shuffled, about)).toBe(chooseStandard(list, about));
      }),
    );
  });

  it('does not change when one is added that is asked later, or when another is taken away', () => {
    fc.assert(
      fc.property(standards, traits, conditions, (list, about, appliesTo) => {
        const chosen = chooseStandard(list, about);
        const later = { ...standard(chosen.rank + 1, appliesTo), id: 'later' };
        expect(chooseStandard([...list, later], about)).toBe(chosen);
        expect(chooseStandard([chosen, BUILT_IN], about)).toBe(chosen);
      }),
    );
  });

  it('leaves the list as it was', () => {
    fc.assert(
      fc.property(standards, traits, (list, about) => {
        const before = [...list];
        chooseStandard(Object.freeze(list), about);
        expect(list).toEqual(before);
      }),
    );
  });

  it.each<[string, Partial<AppliesTo>, Partial<Traits>, boolean]>([
    ['one of the tiers', { tiers: ['gold', 'silver'] }, { tier: 'silver' }, true],
    ['another tier', { tiers: ['gold'] }, { tier: 'silver' }, false],
    ['no tier where one is asked for', { tiers: ['gold'] }, { tier: null }, false],
    [
      'all that are asked for',
      { tiers: ['gold'], channels: ['phone'] },
      { tier: 'gold', channel: 'phone' },
      true,
    ],
    ['only one of two', { tiers: ['gold'], channels: ['phone'] }, { tier: 'gold' }, false],
    ['a severity', { severities: ['high'] }, { severity: 'high' }, true],
    ['a category', { categoryIds: ['beds'] }, { categoryId: 'beds' }, true],
    ['a language with its country', { languages: ['hu'] }, { language: 'hu-HU' }, true],
    ['a language in another case', { languages: ['DE-at'] }, { language: 'de-AT' }, true],
    ['a language that only begins so', { languages: ['hu'] }, { language: 'hun' }, false],
    ['a language without the country', { languages: ['de-AT'] }, { language: 'de' }, false],
  ])('with %s: %j and %j', (_, appliesTo, given, fits) => {
    const one = standard(5, appliesTo);
    expect(chooseStandard([one, BUILT_IN], { ...NOBODY_SPECIAL, ...given })).toBe(fits ? one : BUILT_IN);
  });

  it('is a mistake of the program where the default one is missing', () => {
    expect(() => chooseStandard([standard(1, { tiers: ['gold'] })], NOBODY_SPECIAL)).toThrow('default');
  });
});
