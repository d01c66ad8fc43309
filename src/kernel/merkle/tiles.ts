import { HASH_SIZE } from './hashes.js';
import type { Subtree } from './ranges.js';

/** Levels of the tree that one tile spans (C2SP tlog-tiles). */
export const TILE_HEIGHT = 8;
/** Hashes of a full tile. */
export const TILE_WIDTH = 256;

/** Where a subtree's hash comes from: the root over `count` hashes of a tile, `first` the first of them. */
export interface TilePlace {
  level: number;
  index: number;
  first: number;
  count: number;
}

/** The tile that holds the hashes which a subtree's root is made of. */
export function tilePlace({ level, index }: Subtree): TilePlace {
  const count = 2 ** (level % TILE_HEIGHT);
  const first = index * count;
  return {
    level: Math.floor(level / TILE_HEIGHT),
    index: Math.floor(first / TILE_WIDTH),
    first: first % TILE_WIDTH,
    count,
  };
}

/** The hashes that a tile is written of. */
export function hashesIn(tile: Buffer): Buffer[] {
  return Array.from({ length: tile.length / HASH_SIZE }, (_, index) => hashIn(tile, index));
}

/** One hash of a tile. */
export function hashIn(tile: Buffer, index: number): Buffer {
  return tile.subarray(index * HASH_SIZE, (index + 1) * HASH_SIZE);
}
