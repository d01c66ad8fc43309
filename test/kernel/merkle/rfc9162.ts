import { createHash } from 'node:crypto';

/**
 * The tree of RFC 9162, section 2.1, written down as the text has it: recursive, over lists of leaves. Slow, and
 * nothing of the program is used.
 */

const sha256 = (...parts: Buffer[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** 2.1.1: the largest power of two smaller than n. */
function k(n: number): number {
  return 2 ** (Math.ceil(Math.log2(n)) - 1);
}

/** 2.1.1: MTH, the Merkle Tree Hash over hashes of leaves; what was computed once is remembered. */
export class Textbook {
  private readonly known = new Map<string, Buffer>();

  constructor(readonly leaves: Buffer[]) {}

  mth(begin: number, end: number): Buffer {
    if (begin === end) return sha256();
    if (end - begin === 1) return this.leaves[begin] ?? sha256();
    const name = `${begin}-${end}`;
    const found = this.known.get(name);
    if (found) return found;
    const middle = begin + k(end - begin);
    const hash = sha256(Buffer.of(1), this.mth(begin, middle), this.mth(middle, end));
    this.known.set(name, hash);
    return hash;
  }

  /** 2.1.3.1: PATH(m, D_n), over the leaves from `begin` to before `end`; `m` counts from `begin`. */
  path(m: number, begin: number, end: number): Buffer[] {
    const n = end - begin;
    if (n === 1) return [];
    const half = k(n);
    if (m < half) return [...this.path(m, begin, begin + half), this.mth(begin + half, end)];
    return [...this.path(m - half, begin + half, end), this.mth(begin, begin + half)];
  }

  /** 2.1.4.1: PROOF(m, D_n). */
  proof(m: number, n: number): Buffer[] {
    return this.subproof(m, 0, n, true);
  }

  private subproof(m: number, begin: number, end: number, whole: boolean): Buffer[] {
    const n = end - begin;
    if (m === n) return whole ? [] : [this.mth(begin, end)];
    const half = k(n);
    if (m <= half) return [...this.subproof(m, begin, begin + half, whole), this.mth(begin + half, end)];
    return [...this.subproof(m - half, begin + half, end, false), this.mth(begin, begin + half)];
  }
}

/** 2.1.1: the hash of a leaf. */
export function textbookLeaf(bytes: Buffer): Buffer {
  return sha256(Buffer.of(0), bytes);
}
