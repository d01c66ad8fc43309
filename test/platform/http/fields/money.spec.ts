import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeAmount } from '../../../../src/kernel/money/money.js';
import { beyondCurrency, MoneyDto } from '../../../../src/platform/http/fields/money.js';
import { validateBody } from '../../../../src/platform/http/validation.js';

const now = new Date('2026-11-20T09:00:00.000Z');
const codes = (amount: unknown) =>
  validateBody(MoneyDto, { amount, currency: 'KWD' }, { now }).errors.map(({ code }) => code);

/** What the document says of an amount above zero. */
function documented(): RegExp {
  const options = Reflect.getMetadata('swagger/apiModelProperties', MoneyDto.prototype, 'amount') as {
    pattern: string;
  };
  return new RegExp(options.pattern);
}

test('the documented form takes exactly the amounts that the rule takes', () => {
  const amounts = fc.oneof(
    fc.stringMatching(/^[0-9]{1,4}(\.[0-9]{1,4})?$/),
    fc.bigInt({ min: 0n, max: 2000n }).map((minor) => writeAmount({ minor, currency: 'KWD' })),
    fc.constantFrom('0', '0.0', '0.00', '0.000', '0.010', '0.100', '0.001', '-1', '1e3', ''),
  );
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(documented().test(amount)).toBe(codes(amount).length === 0);
    }),
  );
});

test('decimals beyond the currency are one thing, and said only of what is right by itself', () => {
  expect(beyondCurrency('/x', '1.005', 'EUR')).toEqual([{ at: '/x', code: 'decimals' }]);
  expect(beyondCurrency('/x', '1.005', 'KWD')).toEqual([]);
  expect(beyondCurrency('/x', 'much', 'EUR')).toEqual([]);
  expect(beyondCurrency('/x', '1.005', 'QQQ')).toEqual([]);
});
