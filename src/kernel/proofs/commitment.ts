import { hash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';

/** What stands in an entry's bytes in place of a personal value. */
export interface Commitment {
  /** SHA-256, base64url without padding. */
  commitment: string;
}

const VALUE_LABEL = 'amends/v1/value';
const LENGTH_SIZE = 4;

/** The commitment to one value: SHA-256 over the parts, each after its length as four bytes, big-endian. */
export function commit(entryId: string, pointer: string, salt: Buffer, value: unknown): string {
  const parts = [VALUE_LABEL, entryId, pointer, salt, canonicalJson(value)];
  const lengths = parts.map((part) => (typeof part === 'string' ? Buffer.byteLength(part) : part.length));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + LENGTH_SIZE + length, 0));
  let at = 0;
  for (const [index, part] of parts.entries()) {
    at = bytes.writeUInt32BE(lengths[index] ?? 0, at);
    at += typeof part === 'string' ? bytes.write(part, at) : part.copy(bytes, at);
  }
  return hash('sha256', bytes, 'base64url');
}

export function isCommitment(value: unknown): value is Commitment {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  return 'commitment' in value && typeof value.commitment === 'string';
}
