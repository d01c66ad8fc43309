import { EMPTY_ROOT, nodeHash } from './hashes.js';

/** RFC 9162, 2.1.3.2: the root that a proof of inclusion leads to; null where the proof is not of the right length. */
export function rootByInclusion(
  index: number,
  size: number,
  leaf: Buffer,
  path: readonly Buffer[],
): Buffer | null {
  if (index < 0 || index >= size) return null;
  const walk = new Walk(index, size - 1);
  let root = leaf;
  for (const hash of path) {
    if (walk.atTop) return null;
    root = walk.comesFromRight ? nodeHash(hash, root) : nodeHash(root, hash);
    walk.goUp();
  }
  return walk.atTop ? root : null;
}

/** RFC 9162, 2.1.4.2: whether the tree of `to` leaves begins with the tree of `from`. */
export function isConsistent(
  from: { size: number; root: Buffer },
  to: { size: number; root: Buffer },
  path: readonly Buffer[],
): boolean {
  if (from.size > to.size) return false;
  if (from.size === 0) return path.length === 0 && from.root.equals(EMPTY_ROOT);
  if (from.size === to.size) return path.length === 0 && from.root.equals(to.root);
  if (path.length === 0) return false;
  const [first, ...rest] = isPowerOfTwo(from.size) ? [from.root, ...path] : path;
  if (!first) return false;
  const walk = new Walk(from.size - 1, to.size - 1);
  walk.skipLeft();
  let [older, newer] = [first, first];
  for (const hash of rest) {
    if (walk.atTop) return false;
    if (walk.comesFromRight) {
      older = nodeHash(hash, older);
      newer = nodeHash(hash, newer);
    } else newer = nodeHash(newer, hash);
    walk.goUp();
  }
  return walk.atTop && older.equals(from.root) && newer.equals(to.root);
}

/** The two counters of the RFC: `node` climbs from a leaf, `last` from the last leaf of the tree. */
class Walk {
  constructor(
    private node: number,
    private last: number,
  ) {}

  get atTop(): boolean {
    return this.last === 0;
  }

  get comesFromRight(): boolean {
    return isOdd(this.node) || this.node === this.last;
  }

  goUp(): void {
    if (this.node === this.last) while (!isOdd(this.node) && this.node !== 0) this.shift();
    this.shift();
  }

  /** Up over all levels on which the node is a right one. */
  skipLeft(): void {
    while (isOdd(this.node)) this.shift();
  }

  private shift(): void {
    this.node = Math.floor(this.node / 2);
    this.last = Math.floor(this.last / 2);
  }
}

function isOdd(count: number): boolean {
  return count % 2 === 1;
}

function isPowerOfTwo(count: number): boolean {
  let power = 1;
  while (power < count) power *= 2;
  return power === count;
}
