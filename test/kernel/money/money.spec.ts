import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { CURRENCIES, decimalsOf } from '../../../src/kernel/money/currencies.js';
import { amountFlaw, fits, readMoney, writeAmount, writeMoney } from '../../../src/kernel/money/money.js';

test.each([
  ['50.00', null],
  ['50', null],
  ['0', null],
  ['0.05', null],
  ['999999999999999.999', null],
  ['1000000000000000', 'max'],
  [`1${'0'.repeat(30)}`, 'max'],
  ['12.3456', 'decimals'],
  ['-5', 'is_money'],
  ['+5', 'is_money'],
  ['007', 'is_money'],
  ['00.50', 'is_money'],
  ['.5', 'is_money'],
  ['5.', 'is_money'],
  ['1e3', 'is_money'],
  ['1,000.00', 'is_money'],
  [' 5', 'is_money'],
  ['5\n', 'is_money'],
  ['0x10', 'is_money'],
  ['NaN', 'is_money'],
  ['', 'is_money'],
  ['٥', 'is_money'],
  ['9'.repeat(50), 'is_money'],
  [12.5, 'is_money'],
  [NaN, 'is_money'],
  [null, 'is_money'],
])('an amount is given as %j: %s', (value, flaw) => {
  expect(amountFlaw(value)).toBe(flaw);
});

describe('a currency', () => {
  it.each([
    ['EUR', 2],
    ['HUF', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['XTS', undefined],
    ['XAU', undefined],
    ['DEM', undefined],
    ['eur', undefined],
  ])('%s has %s decimals', (code, decimals) => {
    expect(decimalsOf(code)).toBe(decimals);
  });

  it('bounds the decimals of an amount', () => {
    expect(fits({ amount: '12.345', currency: 'EUR' })).toBe(false);
    expect(fits({ amount: '12.345', currency: 'KWD' })).toBe(true);
    expect(fits({ amount: '12.0', currency: 'JPY' })).toBe(false);
    expect(() => readMoney({ amount: '12.345', currency: 'EUR' })).toThrow('12.345 is no amount in EUR');
    expect(() => fits({ amount: '1', currency: 'XTS' })).toThrow('XTS is no currency');
  });

  it('is listed once, in the order of the alphabet', () => {
    expect([...new Set(CURRENCIES)].sort()).toEqual(CURRENCIES);
    expect(CURRENCIES.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  });
});

describe('an amount', () => {
  it('is read in minor units and written with all decimals of its currency', () => {
    expect(readMoney({ amount: '12.5', currency: 'EUR' })).toEqual({ minor: 1250n, currency: 'EUR' });
    expect(writeMoney({ minor: 5n, currency: 'EUR' })).toEqual({ amount: '0.05', currency: 'EUR' });
    expect(writeAmount({ minor: 0n, currency: 'KWD' })).toBe('0.000');
    expect(writeAmount({ minor: 500n, currency: 'JPY' })).toBe('500');
  });

  it('comes back from text as it was, in every currency, also where a number could not hold it', () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CURRENCIES), (minor, currency) => {
        expect(readMoney(writeMoney({ minor, currency }))).toEqual({ minor, currency });
      }),
    );
  });
});
