import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUILT_IN } from '../../../src/communications/built-in/built-in.js';
import { templateFlaws } from '../../../src/communications/letters/flaws.js';
import { dutiesOf, LETTER_KIND_NAMES, type LetterKind } from '../../../src/communications/letters/kinds.js';
import { builtIn, written } from '../../../src/communications/letters/templates.js';
import { variableOf } from '../../../src/communications/letters/variables.js';

const about = { reference: 'C-1', complainantName: null, language: 'en', zone: 'UTC' };
const templates = [...BUILT_IN].flatMap(([language, words]) =>
  LETTER_KIND_NAMES.map((kind) => ({ language, kind, ...words[kind] })),
);

/** Values of a kind, whatever somebody typed; what may be empty sometimes is. */
function valuesOf(kind: LetterKind) {
  const one = dutiesOf(kind).map(([name, duty]) => {
    const { type, choices } = variableOf(name);
    if (choices) return [name, fc.constantFrom(...choices)];
    const full: fc.Arbitrary<string | Date> =
      type === 'date' ? fc.date({ noInvalidDate: true }) : fc.string({ minLength: 1, unit: 'binary' });
    return [name, duty === 'must' ? full : fc.option(full)];
  });
  return fc.record(Object.fromEntries(one) as Record<string, fc.Arbitrary<string | Date | null>>);
}

describe('the letters that come with the program', () => {
  it.each(['en', 'hu', 'bg'])('are all there in %s', (language) => {
    expect(Object.keys(BUILT_IN.get(language) ?? {}).toSorted()).toEqual(LETTER_KIND_NAMES.toSorted());
  });

  it.each(templates)('$kind in $language could be published as it is', ({ kind, subject, body }) => {
    expect(templateFlaws(kind, { subject, body })).toEqual([]);
  });

  it.each(templates)(
    '$kind in $language is written from whatever there is, and puts it in as it is',
    (one) => {
      fc.assert(
        fc.property(valuesOf(one.kind), (values) => {
          const { subject, body } = written(builtIn(one.kind, one.language), about, values);
          expect(subject).not.toMatch(/[\r\n]/);
          expect(subject === '').toBe(one.subject === null);
          for (const [name, duty] of dutiesOf(one.kind)) {
            const value = values[name];
            const words = typeof value === 'string' && variableOf(name).type === 'words';
            if (words && duty !== 'may') expect(body).toContain(value);
          }
        }),
        { numRuns: 20 },
      );
    },
  );
});
