import { decimalsOf } from './currencies.js';

/** An amount as the API says it: decimal text and the code of ISO 4217. */
export interface MoneyText {
  amount: string;
  currency: string;
}

/** An amount to reckon with: whole minor units, cents for the euro. Sums of different currencies never meet. */
export interface Money {
  minor: bigint;
  currency: string;
}

/** Digits before the point, at most: more than any house pays, and sums of it stay exact everywhere. */
export const MOST_DIGITS = 15;
/** Decimals of any currency, at most. */
export const MOST_DECIMALS = 3;

const FORM = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;
const LONGEST = 40;

/**
 * What is wrong with an amount, whatever its currency: `is_money` for what is no plain decimal text, such as 1e3, -5,
 * +5, 007, NaN or a number; `max` for one too large; `decimals` for more of them than any currency has.
 */
export function amountFlaw(value: unknown): 'is_money' | 'max' | 'decimals' | null {
  if (typeof value !== 'string' || value.length > LONGEST) return 'is_money';
  const parts = FORM.exec(value);
  if (!parts) return 'is_money';
  const [, whole = '', decimals = ''] = parts;
  if (whole.length > MOST_DIGITS) return 'max';
  return decimals.length > MOST_DECIMALS ? 'decimals' : null;
}

/** Whether an amount has no more decimals than the currency. @throws Error for an unknown currency */
export function fits({ amount, currency }: MoneyText): boolean {
  const [, decimals = ''] = amount.split('.');
  return decimals.length <= exponent(currency);
}

/** @param text without a flaw, and fitting its currency @throws Error otherwise */
export function readMoney(text: MoneyText): Money {
  const { amount, currency } = text;
  if (amountFlaw(amount) || !fits(text)) throw new Error(`${amount} is no amount in ${currency}`);
  const [whole = '', decimals = ''] = amount.split('.');
  return { minor: BigInt(whole + decimals.padEnd(exponent(currency), '0')), currency };
}

/** With all decimals of the currency: `50.00`. An amount of minor units is never below zero here. */
export function writeAmount({ minor, currency }: Money): string {
  const decimals = exponent(currency);
  if (decimals === 0) return minor.toString();
  const digits = minor.toString().padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export function writeMoney(money: Money): MoneyText {
  return { amount: writeAmount(money), currency: money.currency };
}

function exponent(currency: string): number {
  const decimals = decimalsOf(currency);
  if (decimals === undefined) throw new Error(`${currency} is no currency`);
  return decimals;
}
