import { perfectRoot } from '../../kernel/merkle/hashes.js';
import type { Subtree } from '../../kernel/merkle/ranges.js';
import { hashesIn, hashIn, TILE_WIDTH, type TilePlace, tilePlace } from '../../kernel/merkle/tiles.js';
import { MerkleTree } from '../../kernel/merkle/tree.js';

/** Runs a statement: of one transaction, or of the pool. */
export type Read = <T>(sql: string, params?: unknown[]) => Promise<T[]>;

/** The tree over the positions, read from its tiles: a handful of statements, however long the log is. */
export function storedTree(read: Read): MerkleTree {
  return new MerkleTree((subtrees) => rootsOf(read, subtrees));
}

async function rootsOf(read: Read, subtrees: Subtree[]): Promise<Buffer[]> {
  const places = subtrees.map(tilePlace);
  const tiles = await fullTiles(read, places);
  const loose = await looseHashes(
    read,
    places.filter((place) => !tiles.has(nameOf(place))),
  );
  return places.map((place) => {
    const tile = tiles.get(nameOf(place));
    const hashes = Array.from({ length: place.count }, (_, offset) =>
      tile ? hashIn(tile, place.first + offset) : loose.get(`${place.level}/${beginOf(place) + offset}`),
    );
    return perfectRoot(hashes.map((hash) => hash ?? missing(place)));
  });
}

interface TileRow {
  level: number;
  index: number;
  hashes: Buffer;
}

async function fullTiles(read: Read, places: TilePlace[]): Promise<Map<string, Buffer>> {
  const names = new Map(places.map((place) => [nameOf(place), place]));
  if (names.size === 0) return new Map();
  const wanted = [...names.values()];
  const rows = await read<TileRow>(FULL_TILES, [
    wanted.map(({ level }) => level),
    wanted.map(({ index }) => index),
  ]);
  return new Map(rows.map((row) => [nameOf(row), row.hashes]));
}

/** The hashes of tiles that are not full yet, by level and number within the level. */
async function looseHashes(read: Read, places: TilePlace[]): Promise<Map<string, Buffer>> {
  if (places.length === 0) return new Map();
  const rows = await read<{ level: number; number: number; hash: Buffer }>(LOOSE_HASHES, [
    places.map(({ level }) => level),
    places.map(beginOf),
    places.map((place) => beginOf(place) + place.count),
  ]);
  return new Map(rows.map(({ level, number, hash }) => [`${level}/${number}`, hash]));
}

function nameOf({ level, index }: { level: number; index: number }): string {
  return `${level}/${index}`;
}

function beginOf({ index, first }: TilePlace): number {
  return index * TILE_WIDTH + first;
}

function missing({ level, index }: TilePlace): never {
  throw new Error(`the tree has no tile ${level}/${index}`);
}

/**
 * Adds full tiles that can be made by now: of one level, up to a number of them.
 * @returns how many; 0 where nothing is missing.
 */
export async function growTree(read: Read, atMost = 64): Promise<number> {
  const counts = new Map(
    (await read<{ level: number; count: number }>(TILE_COUNTS)).map(({ level, count }) => [level, count]),
  );
  for (let level = 0; level === 0 || (counts.get(level - 1) ?? 0) >= TILE_WIDTH; level++) {
    const begin = counts.get(level) ?? 0;
    const rows = await read<TileRow>(level === 0 ? LEAVES_OF_TILES : ROOTS_OF_TILES, [
      level,
      begin,
      begin + atMost,
      TILE_WIDTH,
    ]);
    if (rows.length === 0) continue;
    const roots = rows.map(({ hashes }) => perfectRoot(hashesIn(hashes)));
    await read(INSERT_TILES, [
      level,
      rows.map(({ index }) => index),
      rows.map(({ hashes }) => hashes),
      roots,
    ]);
    return rows.length;
  }
  return 0;
}

const FULL_TILES = `SELECT t.level, t.index, t.hashes FROM log_tiles t
  JOIN unnest($1::int[], $2::bigint[]) AS w (level, index) ON t.level = w.level AND t.index = w.index`;

const LOOSE_HASHES = `
  WITH wanted AS (
    SELECT DISTINCT w.level, n.number FROM unnest($1::int[], $2::bigint[], $3::bigint[]) AS w (level, first, last),
      generate_series(w.first, w.last - 1) AS n (number)
  )
  SELECT w.level, w.number, p.leaf_hash AS hash
  FROM wanted w JOIN entry_positions p ON p.position = w.number + 1 WHERE w.level = 0
  UNION ALL
  SELECT w.level, w.number, t.root
  FROM wanted w JOIN log_tiles t ON t.level = w.level - 1 AND t.index = w.number WHERE w.level > 0`;

const TILE_COUNTS = `
  SELECT l.level, t.index + 1 AS count FROM generate_series(0, 7) AS l (level),
    LATERAL (SELECT t.index FROM log_tiles t WHERE t.level = l.level ORDER BY t.index DESC LIMIT 1) t`;

/** $1 is the level, here 0. */
const LEAVES_OF_TILES = `
  SELECT $1::int AS level, (p.position - 1) / $4::bigint AS index,
    string_agg(p.leaf_hash, ''::bytea ORDER BY p.position) AS hashes
  FROM entry_positions p WHERE p.position > $2::bigint * $4 AND p.position <= $3::bigint * $4
  GROUP BY 2 HAVING count(*) = $4 ORDER BY 2`;

const ROOTS_OF_TILES = `
  SELECT $1::int AS level, t.index / $4::bigint AS index, string_agg(t.root, ''::bytea ORDER BY t.index) AS hashes
  FROM log_tiles t WHERE t.level = $1::int - 1 AND t.index >= $2::bigint * $4 AND t.index < $3::bigint * $4
  GROUP BY 2 HAVING count(*) = $4 ORDER BY 2`;

const INSERT_TILES = `
  INSERT INTO log_tiles (level, index, hashes, root)
  SELECT $1::int, t.index, t.hashes, t.root
  FROM unnest($2::bigint[], $3::bytea[], $4::bytea[]) AS t (index, hashes, root)`;
