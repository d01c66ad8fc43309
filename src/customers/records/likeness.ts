import { fold } from '../../kernel/fold.js';
import type { Customer, CustomerEmail, CustomerPhone } from './customer.entity.js';

/** By what two records are known to be of one person: addresses, numbers and names in a form that can be compared. */

export function emailKey(address: string): string {
  return `email:${address.toLowerCase()}`;
}

/** Digits alone, without what stands for an international call. */
export function phoneKey(number: string): string {
  return `phone:${number.replace(/\D/g, '').replace(/^00/, '')}`;
}

/** Only what was verified says who somebody is. */
export function verified(key: string): string {
  return `verified ${key}`;
}

/** What a customer is found by. */
export function keysOf({ emails, phones }: { emails: CustomerEmail[]; phones: CustomerPhone[] }): string[] {
  const all = [
    ...emails.map((one) => ({ key: emailKey(one.address), verified: one.verified })),
    ...phones.map((one) => ({ key: phoneKey(one.number), verified: one.verified })),
  ];
  return [...new Set(all.flatMap((one) => (one.verified ? [one.key, verified(one.key)] : [one.key])))];
}

/** The columns that are made from others. */
export function derived(customer: Pick<Customer, 'name' | 'emails' | 'phones'>) {
  return { foldedName: fold(customer.name), keys: keysOf(customer) };
}

/** The same words in any order, or one slip of the pen in eight letters. */
export function similarNames(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  if (a === '' || b === '') return false;
  if (sorted(a) === sorted(b)) return true;
  const most = Math.floor(Math.min(a.length, b.length) / 8);
  return most > 0 && Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}

function sorted(folded: string): string {
  return folded.split(' ').sort().join(' ');
}

/** How many letters are put in, left out or changed between two texts (Levenshtein). */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      here.push(Math.min(changed, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[b.length] ?? 0;
}
