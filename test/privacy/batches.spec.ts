import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { grouped, inBatches } from '../../src/privacy/erasures/batches.js';

it('batches are no larger than asked, and together all there is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (items, size) => {
      const batches = inBatches(items, size);
      expect(batches.flat()).toEqual(items);
      expect(batches.slice(0, -1).every(({ length }) => length === size)).toBe(true);
      expect(batches.every(({ length }) => length > 0 && length <= size)).toBe(true);
    }),
  );
});

it('groups keep the order of their items, and lose none', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (items) => {
      const groups = grouped(items, (item) => Math.abs(item) % 3);
      for (const [key, group] of groups) {
        expect(group).toEqual(items.filter((item) => Math.abs(item) % 3 === key));
      }
      expect([...groups.values()].flat()).toHaveLength(items.length);
    }),
  );
});
