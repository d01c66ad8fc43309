import { joinedRoot, nodeHash } from './hashes.js';

/** The root of a tree that grows leaf by leaf: keeps one hash for each perfect subtree at its right edge. */
export class RunningRoot {
  size = 0;
  private edge: Buffer[] = [];

  /** @param onPerfect hears of the root of each perfect subtree above the leaves, as soon as it is full */
  constructor(private readonly onPerfect: (level: number, root: Buffer) => void = () => undefined) {}

  add(leaf: Buffer): void {
    this.size += 1;
    let hash = leaf;
    let level = 0;
    for (let rest = this.size; rest % 2 === 0; rest /= 2) {
      hash = nodeHash(this.edge.pop() ?? hash, hash);
      level += 1;
      this.onPerfect(level, hash);
    }
    this.edge.push(hash);
  }

  /** RFC 9162, 2.1.1. */
  root(): Buffer {
    return joinedRoot(this.edge);
  }
}
