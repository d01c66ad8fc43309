import type { Subject } from '../../audit/ledger.service.js';
import { inputError, invalid } from '../../kernel/refusal.js';

/** The user who is to be the owner stays as they are until the assignment is through. */
export function ownerSubject(ownerId: string): Subject {
  return {
    type: 'user',
    id: ownerId,
    mode: 'share',
    missing: invalid([inputError('/ownerId', 'not_found')]),
  };
}
