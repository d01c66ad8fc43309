import { joinedRoot } from './hashes.js';
import { consistencyRanges, inclusionRanges, type Range, type Subtree, subtreesOf } from './ranges.js';

/** Finds the roots of perfect subtrees, in the order in which they are asked for. */
export type RootsOf = (subtrees: Subtree[]) => Promise<Buffer[]>;

/** A Merkle tree (RFC 9162, section 2.1) over what can be asked for the roots of its perfect subtrees. */
export class MerkleTree {
  constructor(private readonly rootsOf: RootsOf) {}

  /** The root over the first leaves. */
  async root(size: number): Promise<Buffer> {
    const [root] = await this.hashesOf([[0, size]]);
    return root ?? joinedRoot([]);
  }

  /** The proofs that leaves, counted from zero, are in the tree of the first `size` leaves. */
  async inclusion(indexes: readonly number[], size: number): Promise<Buffer[][]> {
    const ranges = indexes.map((index) => inclusionRanges(index, size));
    const hashes = await this.hashesOf(ranges.flat());
    return ranges.map(({ length }) => hashes.splice(0, length));
  }

  /** The proof that the tree of the first `to` leaves begins with the one of the first `from`. */
  consistency(from: number, to: number): Promise<Buffer[]> {
    return this.hashesOf(consistencyRanges(from, to));
  }

  private async hashesOf(ranges: readonly Range[]): Promise<Buffer[]> {
    const parts = ranges.map(subtreesOf);
    const roots = await this.rootsOf(parts.flat());
    return parts.map(({ length }) => joinedRoot(roots.splice(0, length)));
  }
}
