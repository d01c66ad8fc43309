import { ApiSchema } from '@nestjs/swagger';
import { CURRENCIES, decimalsOf } from '../../../kernel/money/currencies.js';
import { amountFlaw, fits, MOST_DECIMALS, MOST_DIGITS } from '../../../kernel/money/money.js';
import type { Wrong } from './check.js';
import { field, type FieldOptions } from './field.js';
import { Nested } from './nested.js';
import type { Rule } from './rules.js';

// Above the classes that are read with them.
const WHOLE = `[1-9][0-9]{0,${String(MOST_DIGITS - 1)}}`;
const DECIMALS = `(\\.[0-9]{1,${String(MOST_DECIMALS)}})?`;
const AMOUNT = new RegExp(`^(0|${WHOLE})${DECIMALS}$`);
const ABOVE_ZERO = new RegExp(`^(${WHOLE}${DECIMALS}|0\\.(0{0,2}[1-9]|0?[1-9][0-9]|[1-9][0-9]{2}))$`);
const LONGEST = MOST_DIGITS + 1 + MOST_DECIMALS;
const CURRENCY = { type: 'string', pattern: `^(${CURRENCIES.join('|')})$`, maxLength: 3 };

/** An amount in decimal text, without a sign. That it fits its currency is left to a `Check` with `beyondCurrency`. */
export function Amount(
  description: string,
  options: { zero?: boolean } & FieldOptions = {},
): PropertyDecorator {
  const { zero = true } = options;
  const schema = { type: 'string', pattern: (zero ? AMOUNT : ABOVE_ZERO).source, maxLength: LONGEST };
  return field(description, { rule: amount(zero) }, schema, { example: '50.00', ...options });
}

/** A code of ISO 4217, in capitals. */
export function Currency(description: string, options: FieldOptions = {}): PropertyDecorator {
  return field(description, { rule: currency }, CURRENCY, { example: 'EUR', ...options });
}

@ApiSchema({ description: 'An amount of money, above zero.' })
export class MoneyDto {
  @Amount('The amount, with no more decimals than the currency has; answered with all of them.', {
    zero: false,
  })
  amount: string;

  @Currency('The currency (ISO 4217).')
  currency: string;
}

/** Money above zero. That the amount fits its currency is left to a `Check` with `beyondCurrency`. */
export function Money(description: string, options: FieldOptions = {}): PropertyDecorator {
  return Nested(description, () => MoneyDto, options);
}

/** An amount with more decimals than its currency has; nothing where either is wrong by itself. */
export function beyondCurrency(at: string, text: unknown, code: unknown): Wrong[] {
  if (typeof text !== 'string' || typeof code !== 'string' || amountFlaw(text) || currency(code)) return [];
  return fits({ amount: text, currency: code }) ? [] : [{ at, code: 'decimals' }];
}

function amount(zero: boolean): Rule {
  return (value) => amountFlaw(value) ?? (!zero && /^[0.]+$/.test(String(value)) ? 'min' : null);
}

function currency(value: unknown): ReturnType<Rule> {
  return typeof value === 'string' && decimalsOf(value) !== undefined ? null : 'is_currency';
}
