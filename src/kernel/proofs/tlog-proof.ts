import { HASH_SIZE } from '../merkle/hashes.js';

/** That one entry is in the log that a checkpoint speaks of. */
export interface TlogProof {
  /** The place of the entry, counted from zero. */
  index: number;
  /** From the leaf's neighbour upward. */
  path: Buffer[];
  /** The signed note. */
  checkpoint: string;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/** A proof as a file (c2sp.org/tlog-proof@v1). */
export function tlogProofText({ index, path, checkpoint }: TlogProof): string {
  const hashes = path.map((hash) => `${hash.toString('base64')}\n`);
  return `${FIRST_LINE}\nindex ${index}\n${hashes.join('')}\n${checkpoint}`;
}

/** @throws Error where the text is no such file */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  if (lines[0]?.startsWith('extra ')) lines.shift();
  const index = /^index (0|[1-9]\d{0,14})$/.exec(lines.shift() ?? '')?.[1];
  const path = lines.map((line) => Buffer.from(line, 'base64'));
  const isWhole = path.every(
    (hash, at) => hash.length === HASH_SIZE && hash.toString('base64') === lines[at],
  );
  if (first !== FIRST_LINE || index === undefined || !isWhole)
    throw new Error('this is no proof of the form tlog-proof');
  return { index: Number(index), path, checkpoint: text.slice(end + 2) };
}
