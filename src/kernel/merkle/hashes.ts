import { hash } from 'node:crypto';

/** Bytes of a SHA-256. */
export const HASH_SIZE = 32;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** RFC 9162, 2.1.1: the root of a tree without leaves. */
export const EMPTY_ROOT = sha256(Buffer.alloc(0));

/** RFC 9162, 2.1.1: the hash of one leaf. */
export function leafHash(bytes: Uint8Array): Buffer {
  return sha256(Buffer.concat([LEAF, bytes]));
}

/** RFC 9162, 2.1.1: the hash over two halves. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([NODE, left, right]));
}

/** The root over 1, 2, 4, 8 … hashes of one level. */
export function perfectRoot(hashes: readonly Buffer[]): Buffer {
  let level = hashes;
  while (level.length > 1) {
    const above: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2)
      above.push(nodeHash(at(level, index), at(level, index + 1)));
    level = above;
  }
  return at(level, 0);
}

/** The root over perfect subtrees, each smaller than the one left of it. */
export function joinedRoot(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

function at(hashes: readonly Buffer[], index: number): Buffer {
  const found = hashes[index];
  if (!found) throw new RangeError(`no power of two: ${hashes.length} hashes`);
  return found;
}

/** SHA-256 of bytes that are no part of a tree. */
export function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}
