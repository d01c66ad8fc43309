import type { Change, Subject } from '../../audit/ledger.service.js';
import type { Customer } from '../../customers/records/customer.entity.js';
import { inputError, invalid } from '../../kernel/refusal.js';

interface Names {
  customerId?: string | null;
}

/** The customer whom a body names is not merged or erased until the write is through: nothing is left behind. */
export function customerOf({ customerId }: Names): Subject[] {
  if (!customerId) return [];
  const missing = invalid([inputError('/customerId', 'not_found')]);
  return [{ type: 'customer', id: customerId, mode: 'share', missing }];
}

/** @throws Refusal 400 for one that was merged or erased meanwhile */
export function expectCurrent(change: Change, body: Names): void {
  const gone = customerOf(body).some((subject) => {
    const { mergedIntoId, erasedAt } = change.row<Customer>(subject);
    return mergedIntoId !== null || erasedAt !== null;
  });
  if (gone) throw invalid([inputError('/customerId', 'not_applicable')]);
}
