import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { holding, left } from '../../../src/access/authority/left.js';

const limits = { perRemedy: 100n, perComplaint: 200n, perPeriod: 500n };

test.each([
  [0n, 0n, 100n],
  [150n, 150n, 50n],
  [0n, 470n, 30n],
  [200n, 200n, 0n],
  [900n, 900n, 0n],
  [0n, 500n, 0n],
])('with %s granted on the complaint and %s in the period %s is left', (onComplaint, inPeriod, least) => {
  expect(left(limits, { onComplaint, inPeriod })).toBe(least);
});

test('what is granted of what is left never brings a sum above its limit', () => {
  const amount = fc.bigInt({ min: 0n, max: 1000n });
  fc.assert(
    fc.property(amount, amount, amount, fc.array(amount), (perRemedy, perComplaint, perPeriod, asked) => {
      let granted = 0n;
      for (const one of asked) {
        const room = left(
          { perRemedy, perComplaint, perPeriod },
          { onComplaint: granted, inPeriod: granted },
        );
        if (one <= room) granted += one;
      }
      expect(granted <= perComplaint && granted <= perPeriod).toBe(true);
    }),
  );
});

describe('of all that is said of somebody', () => {
  const role = (currency: string) => ({ userId: null, currency });
  const own = (currency: string) => ({ userId: 'anna', currency });

  it('what is said of the person wins, currency by currency', () => {
    expect(holding([role('EUR'), own('EUR'), role('USD')])).toEqual([own('EUR'), role('USD')]);
  });

  it('all that is said of the roles holds where nothing is said of the person', () => {
    expect(holding([role('EUR'), role('EUR')])).toHaveLength(2);
  });
});
