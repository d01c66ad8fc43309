import { leafHash, perfectRoot, sha256 } from '../../kernel/merkle/hashes.js';
import { hashIn, TILE_HEIGHT, TILE_WIDTH } from '../../kernel/merkle/tiles.js';
import type { Database } from '../../platform/database/database.js';
import type { Finding } from './check-entry.js';

interface StoredTile {
  index: number;
  hashes: Buffer;
  root: Buffer;
}

/** Tiles read in one statement. */
const PAGE = 64;

/** The tiles as they must be, computed from the leaves. */
export class TileCheck {
  private leaves: Buffer[] = [];
  /** Of the full tiles of level 0: the roots over them, and digests of their hashes, which are found in no time. */
  private readonly roots: Buffer[] = [];
  private readonly digests: Buffer[] = [];

  add(leaf: Buffer): void {
    this.leaves.push(leaf);
    if (this.leaves.length < TILE_WIDTH) return;
    this.digests.push(sha256(Buffer.concat(this.leaves)));
    this.leaves = [];
  }

  /** The root over a perfect subtree of the leaves. */
  full(level: number, root: Buffer): void {
    if (level === TILE_HEIGHT) this.roots.push(root);
  }

  /**
   * Compares the stored tiles; of each level the first wrong one is told.
   * @param signed tiles of entries beyond the last checkpoint need not be there yet
   */
  async compare(database: Database, signed: number): Promise<Finding[]> {
    const found: Finding[] = [];
    let { roots, digests } = this;
    let width = TILE_WIDTH;
    for (let level = 0; roots.length > 0; level++) {
      const index = await firstWrong(database, level, { roots, digests }, Math.floor(signed / width));
      if (index !== null) found.push(await wrongTile(database, level, index, width));
      const groups = groupsOf(roots);
      digests = groups.map((group) => sha256(Buffer.concat(group)));
      roots = groups.map(perfectRoot);
      width *= TILE_WIDTH;
    }
    return found;
  }
}

/** The first tile of a level that is missing or not over these roots; null where there is none. */
async function firstWrong(
  database: Database,
  level: number,
  { roots, digests }: { roots: Buffer[]; digests: Buffer[] },
  needed: number,
): Promise<number | null> {
  let next = 0;
  for (;;) {
    const page = await database.read<StoredTile>(TILES, [level, next, PAGE]);
    for (const { index, hashes, root } of page) {
      // What the log has grown by meanwhile was not read.
      if (index >= roots.length && next >= needed) return null;
      const isWhole = roots[next]?.equals(root) && digests[next]?.equals(sha256(hashes));
      if (index !== next || !isWhole) return next;
      next += 1;
    }
    if (page.length < PAGE) return next < needed ? next : null;
  }
}

/** Names the entry whose hash is another one in the tile, where the tile is one of leaves. */
async function wrongTile(database: Database, level: number, index: number, width: number): Promise<Finding> {
  const first = index * width + 1;
  const found: Finding = { code: 'tile_changed', entryId: null, position: first, detail: '' };
  const [tile] = await database.read<StoredTile>(TILES, [level, index, 1]);
  if (tile?.index !== index) return { ...found, detail: `the tile ${level}/${index} is missing` };
  if (level > 0) return { ...found, detail: `the tile ${level}/${index} is not over the tiles below it` };
  const rows = await database.read<{ bytes: Buffer | null; hash: Buffer }>(LEAVES, [
    first,
    index * width + width,
  ]);
  const at = rows.findIndex(
    ({ bytes, hash }, place) => !(bytes ? leafHash(bytes) : hash).equals(hashIn(tile.hashes, place)),
  );
  if (at < 0) return { ...found, detail: `the tile 0/${index} has a wrong root` };
  return { ...found, position: first + at, detail: 'this is not the entry that the tree was made of' };
}

/** Full groups of the width of a tile. */
function groupsOf(roots: Buffer[]): Buffer[][] {
  return Array.from({ length: Math.floor(roots.length / TILE_WIDTH) }, (_, index) =>
    roots.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH),
  );
}

const TILES = `SELECT t.index, t.hashes, t.root FROM log_tiles t
  WHERE t.level = $1 AND t.index >= $2 ORDER BY t.index LIMIT $3`;
const LEAVES = `SELECT e.bytes, p.leaf_hash AS hash FROM entry_positions p LEFT JOIN entries e ON e.id = p.entry_id
  WHERE p.position BETWEEN $1 AND $2 ORDER BY p.position`;
