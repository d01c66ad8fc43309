import { describe, expect, it } from '@jest/globals';
import { BUILT_IN, LAST_LANGUAGE } from '../../../src/complaints/policy/built-in/built-in.js';
import type { Spoken } from '../../../src/complaints/policy/built-in/spoken.js';
import { processOf, standardForAnybody } from '../../../src/complaints/policy/process.js';
import { BUILT_IN as STANDARD } from '../../../src/standards/built-in.js';
import { PROFILE_NAMES, PROFILES } from '../../../src/standards/profiles/profiles.js';
import { STANDARD_KINDS } from '../../../src/standards/standard.js';

const languages = [...BUILT_IN];
const [, english] = languages[0] as [string, Spoken];

/** A letter that texts of the language have and others do not. */
const OWN: Record<string, RegExp> = { en: /\bthe\b/, hu: /[őű]/, bg: /[жщъ]/ };

const textsOf = ({ words, process, windows, routesOutside }: Spoken) => {
  const { channels: _, ...said } = words;
  return [said, process, windows, routesOutside ?? {}].flatMap((part) => Object.entries<string | null>(part));
};

describe('the words that come with the program', () => {
  it('are there in the language that is spoken last', () => {
    expect(languages.map(([language]) => language)).toEqual([LAST_LANGUAGE, 'hu', 'bg']);
  });

  it.each(languages)('in %s say everything, in letters of that language', (language, spoken) => {
    const texts = textsOf(spoken);
    expect(texts.filter(([, text]) => !text?.trim() || text.length > 1000)).toEqual([]);
    expect(texts.filter(([, text]) => text?.normalize('NFC') !== text)).toEqual([]);
    expect(texts.map(([, text]) => text).join(' ')).toMatch(OWN[language] ?? /^$/);
    expect(Object.keys(spoken.words).sort()).toEqual(Object.keys(english.words).sort());
    expect(Object.keys(spoken.process)).toEqual([...STANDARD_KINDS]);
    const routes = spoken.routesOutside;
    if (routes) expect(Object.keys(routes)).toEqual(PROFILE_NAMES);
  });

  it.each(languages)('in %s name the web pages that the profiles name', (_, { routesOutside }) => {
    for (const name of PROFILE_NAMES) {
      const [page] = /www\.[a-z./-]*[a-z]/.exec(PROFILES[name].routesOutside) ?? [];
      if (routesOutside) expect(routesOutside[name]).toContain(page ?? '');
    }
  });
});

describe('the process', () => {
  it('goes from the first answer to the decision, the law beside the house', () => {
    const stages = processOf(STANDARD, PROFILES.au_rg271, english);
    expect(stages.map(({ stage, within, time, legal }) => [stage, within, time, legal])).toEqual([
      ['acknowledge', 'PT24H', 'elapsed', false],
      ['acknowledge', 'P1D', 'business', true],
      ['establish_facts', 'P5D', 'elapsed', false],
      ['name_owner', 'P1D', 'elapsed', false],
      ['update', 'P7D', 'elapsed', false],
      ['resolve', 'P28D', 'elapsed', false],
      ['resolve', 'P30D', 'elapsed', true],
    ]);
    expect(stages.at(-1)).toMatchObject({ clause: 'RG 271.56', pausable: false });
  });

  it('is that of the first standard that asks for nothing', () => {
    const gold = { ...STANDARD, id: 'gold', appliesTo: { ...STANDARD.appliesTo, tiers: ['gold'] } };
    const quick = { ...STANDARD, id: 'quick' };
    expect(standardForAnybody([gold, quick, STANDARD]).id).toBe('quick');
    expect(() => standardForAnybody([gold])).toThrow('no standard is for everybody');
  });
});
