import { hash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';

/** What stands in an entry's bytes in place of a personal value. */
export interface Commitment {
  /** SHA-256, base64url without padding. */
  commitment: string;
}

const VALUE_LABEL = 'amends/v1/value';

/** The commitment to one value: SHA-256 over the parts, each after its length as four bytes, big-endian. */
export function commit(entryId: string, pointer: string, salt: Buffer, value: unknown): string {
  const parts = [VALUE_LABEL, entryId, pointer, salt, canonicalJson(value)].flatMap((part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  });
  return hash('sha256', Buffer.concat(parts), 'buffer').toString('base64url');
}

export function isCommitment(value: unknown): value is Commitment {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  return 'commitment' in value && typeof value.commitment === 'string';
}
