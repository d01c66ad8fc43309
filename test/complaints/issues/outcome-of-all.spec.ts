import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OUTCOMES, type Outcome } from '../../../src/complaints/complaint.words.js';
import { outcomeOfAll } from '../../../src/complaints/issues/outcome-of-all.js';

const outcome = fc.constantFrom(...(Object.keys(OUTCOMES) as Outcome[]));
const some = fc.array(outcome, { minLength: 1, maxLength: 12 });
const right = (one: Outcome) => one === 'upheld' || one === 'partly_upheld';

it('one outcome for all points is that of the whole', () => {
  fc.assert(
    fc.property(outcome, fc.integer({ min: 1, max: 30 }), (one, count) => {
      expect(outcomeOfAll(Array.from({ length: count }, () => one))).toBe(one);
    }),
  );
});

it('where the customer is right in one of several, the whole is upheld in part', () => {
  const mixed = some.filter((all) => new Set(all).size > 1 && all.some(right));
  fc.assert(
    fc.property(mixed, (all) => {
      expect(outcomeOfAll(all)).toBe('partly_upheld');
    }),
  );
});

it('where nobody can say about some points and the others are not upheld, nobody can say about the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Outcome>('not_upheld', 'not_determined')), (others) => {
      expect(outcomeOfAll(['not_upheld', 'not_determined', ...others])).toBe('not_determined');
    }),
  );
});

it('it depends neither on the order of the points nor on how many there are of a kind', () => {
  fc.assert(
    fc.property(some, fc.func(fc.integer()), (all, rank) => {
      const found = outcomeOfAll(all);
      expect(outcomeOfAll([...all].sort((a, b) => rank(a) - rank(b)))).toBe(found);
      expect(outcomeOfAll([...all].reverse())).toBe(found);
      expect(outcomeOfAll([...all, ...all])).toBe(found);
      expect(outcomeOfAll([...new Set(all)])).toBe(found);
    }),
  );
});

it('the whole is in favour of the customer exactly where one of the points is', () => {
  fc.assert(
    fc.property(some, (all) => {
      expect(right(outcomeOfAll(all) as Outcome)).toBe(all.some(right));
    }),
  );
});

it('without a point there is none', () => {
  expect(outcomeOfAll([])).toBeNull();
});
