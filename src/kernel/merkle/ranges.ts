/** Leaves from `begin` to before `end`, counted from zero. */
export type Range = readonly [begin: number, end: number];

/** A perfect subtree: the leaves from `index * 2^level` to before `(index + 1) * 2^level`. */
export interface Subtree {
  level: number;
  index: number;
}

/** The perfect subtrees that a range consists of, from left to right. */
export function subtreesOf([begin, end]: Range): Subtree[] {
  const found: Subtree[] = [];
  for (let from = begin; from < end;) {
    let level = 0;
    let size = 1;
    while (from % (size * 2) === 0 && from + size * 2 <= end) {
      size *= 2;
      level += 1;
    }
    found.push({ level, index: from / size });
    from += size;
  }
  return found;
}

/**
 * RFC 9162, 2.1.3.1: the parts of the tree whose hashes prove that a leaf is in it, from the leaf's neighbour upward.
 * @throws RangeError where the tree has no such leaf
 */
export function inclusionRanges(index: number, size: number): Range[] {
  if (index < 0 || index >= size) throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  const ranges: Range[] = [];
  let [begin, end] = [0, size];
  while (end - begin > 1) {
    const middle = begin + largerHalf(end - begin);
    ranges.push(index < middle ? [middle, end] : [begin, middle]);
    if (index < middle) end = middle;
    else begin = middle;
  }
  return ranges.reverse();
}

/**
 * RFC 9162, 2.1.4.1: the parts of the tree of `to` leaves whose hashes prove that it begins with the tree of `from`.
 * @throws RangeError where `from` is none of 1 to `to`
 */
export function consistencyRanges(from: number, to: number): Range[] {
  if (from < 1 || from > to)
    throw new RangeError(`a tree of ${to} leaves does not begin with one of ${from}`);
  const ranges: Range[] = [];
  let [begin, end] = [0, to];
  while (end !== from) {
    const middle = begin + largerHalf(end - begin);
    ranges.push(from <= middle ? [middle, end] : [begin, middle]);
    if (from <= middle) end = middle;
    else begin = middle;
  }
  // The tree of `from` is a subtree by itself where nothing lies left of it: then its root is known.
  if (begin > 0) ranges.push([begin, end]);
  return ranges.reverse();
}

/** The largest power of two below a number greater than one. */
function largerHalf(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}
