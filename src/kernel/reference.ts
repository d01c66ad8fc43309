import { randomInt } from 'node:crypto';

/** 31 signs, a prime number; without 0, 1, I, L and O, which are misheard or misread. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/**
 * A complaint's reference, such as `7KQ-M3X-W94`: eight random signs (about 40 bits, so the next one cannot be guessed)
 * and a check sign that finds every single wrong sign and every swap of two neighbours.
 */
export function newReference(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
  return grouped(signs + checkSign(signs));
}

/** The reference in its written form when the text is one, however it was typed; null when it is none or misheard. */
export function parseReference(text: string): string | null {
  const signs = text.toUpperCase().replace(/[\s-]/g, '');
  const isOne = signs.length === LENGTH + 1 && [...signs].every((sign) => SIGNS.includes(sign));
  return isOne && checkSign(signs.slice(0, LENGTH)) === signs.slice(LENGTH) ? grouped(signs) : null;
}

/** The weights 1 to 8 differ and are no multiple of 31: a changed sign or a swap always changes the sum. */
function checkSign(signs: string): string {
  const sum = [...signs].reduce((total, sign, place) => total + SIGNS.indexOf(sign) * (place + 1), 0);
  return SIGNS.charAt(sum % SIGNS.length);
}

function grouped(signs: string): string {
  return signs.replace(/(...)(?=.)/g, '$1-');
}
