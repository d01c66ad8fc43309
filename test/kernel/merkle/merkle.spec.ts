import { describe, expect, it } from '@jest/globals';
import { EMPTY_ROOT, leafHash, perfectRoot } from '../../../src/kernel/merkle/hashes.js';
import type { Subtree } from '../../../src/kernel/merkle/ranges.js';
import { RunningRoot } from '../../../src/kernel/merkle/running-root.js';
import { MerkleTree } from '../../../src/kernel/merkle/tree.js';
import { isConsistent, rootByInclusion } from '../../../src/kernel/merkle/verify.js';
import { Textbook, textbookLeaf } from './rfc9162.js';

const SIZES = Array.from({ length: 1000 }, (_, index) => index + 1);
const leaves = SIZES.map((size) => leafHash(Buffer.from(`entry ${size}`)));
const textbook = new Textbook(SIZES.map((size) => textbookLeaf(Buffer.from(`entry ${size}`))));

/** Subtrees straight from the leaves, each once. */
const known = new Map<string, Buffer>();
const tree = new MerkleTree((subtrees) => Promise.resolve(subtrees.map(rootOf)));

function rootOf({ level, index }: Subtree): Buffer {
  const name = `${level}/${index}`;
  const width = 2 ** level;
  const root = known.get(name) ?? perfectRoot(leaves.slice(index * width, (index + 1) * width));
  known.set(name, root);
  return root;
}

const flipped = (hash: Buffer) => Buffer.from(hash.map((byte, index) => (index === 0 ? byte ^ 1 : byte)));
const root = (size: number) => textbook.mth(0, size);

describe('the tree agrees with the text of RFC 9162', () => {
  it('in the root, for all sizes to 1,000, and in that of no leaves', async () => {
    const running = new RunningRoot();
    expect(running.root()).toEqual(EMPTY_ROOT);
    expect(await tree.root(0)).toEqual(root(0));
    for (const size of SIZES) {
      running.add(leaves[size - 1] ?? EMPTY_ROOT);
      if (!running.root().equals(root(size)) || !(await tree.root(size)).equals(root(size)))
        throw new Error(`the root at ${size} is another`);
    }
    expect(running.size).toBe(1000);
  });

  it('in every proof of inclusion, for all sizes to 1,000; a wrong one leads elsewhere', async () => {
    let proofs = 0;
    for (const size of SIZES) {
      // Every leaf of the small trees; of the large ones the edges and a walk over the middle.
      const step = size <= 130 ? 1 : 37;
      const indexes = SIZES.map((one) => one - 1).filter(
        (index) => index < size && (index % step === 0 || index >= size - 2),
      );
      const found = await tree.inclusion(indexes, size);
      for (const [at, index] of indexes.entries()) {
        const path = found[at] ?? [];
        const leaf = leaves[index] ?? EMPTY_ROOT;
        const same = Buffer.concat(path).equals(Buffer.concat(textbook.path(index, 0, size)));
        const leads = rootByInclusion(index, size, leaf, path)?.equals(root(size)) ?? false;
        const astray = rootByInclusion(index, size, flipped(leaf), path)?.equals(root(size)) ?? false;
        if (!same || !leads || astray) throw new Error(`the proof of ${index} in ${size} is wrong`);
        proofs += 1;
      }
    }
    expect(proofs).toBeGreaterThan(20_000);
  });

  it('in every proof of consistency, for all sizes to 1,000', async () => {
    let proofs = 0;
    for (const to of SIZES) {
      const step = to <= 130 ? 1 : 41;
      for (const from of SIZES.filter((size) => size <= to && (size % step === 0 || size >= to - 1))) {
        const path = await tree.consistency(from, to);
        const same = Buffer.concat(path).equals(Buffer.concat(textbook.proof(from, to)));
        const older = { size: from, root: root(from) };
        const newer = { size: to, root: root(to) };
        const holds = isConsistent(older, newer, path);
        const fooled = isConsistent({ ...older, root: flipped(older.root) }, newer, path);
        if (!same || !holds || fooled) throw new Error(`the proof from ${from} to ${to} is wrong`);
        proofs += 1;
      }
    }
    expect(proofs).toBeGreaterThan(15_000);
  });
});

describe('a proof', () => {
  it('of the wrong length, or of a leaf that is not there, leads nowhere', async () => {
    const [path = []] = await tree.inclusion([5], 11);
    const leaf = leaves[5] ?? EMPTY_ROOT;
    expect(rootByInclusion(5, 11, leaf, path.slice(1))).toBeNull();
    expect(rootByInclusion(5, 11, leaf, [...path, leaf])).toBeNull();
    expect(rootByInclusion(11, 11, leaf, path)).toBeNull();
    expect(rootByInclusion(-1, 11, leaf, path)).toBeNull();
    await expect(tree.inclusion([11], 11)).rejects.toThrow('no leaf 11');
  });

  it('of consistency does not go backwards, and needs its hashes', async () => {
    const path = await tree.consistency(6, 11);
    const [six, eleven] = [6, 11].map((size) => ({ size, root: root(size) })) as [Signed, Signed];
    expect(isConsistent(eleven, six, path)).toBe(false);
    expect(isConsistent(six, eleven, [])).toBe(false);
    expect(isConsistent(six, eleven, [...path, six.root])).toBe(false);
    expect(isConsistent(six, six, [])).toBe(true);
    expect(isConsistent(six, { ...six, root: eleven.root }, [])).toBe(false);
    expect(isConsistent({ size: 0, root: EMPTY_ROOT }, six, [])).toBe(true);
    expect(isConsistent({ size: 0, root: six.root }, six, [])).toBe(false);
    await expect(async () => tree.consistency(12, 11)).rejects.toThrow('does not begin');
  });
});

interface Signed {
  size: number;
  root: Buffer;
}
