import { HASH_SIZE } from '../merkle/hashes.js';

/** What the log was at one moment: how many entries, and the root of the tree over them. */
export interface Checkpoint {
  /** The name of the log. */
  origin: string;
  size: number;
  root: Buffer;
}

/** The text that is signed (C2SP tlog-checkpoint). */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`;
}

/** @throws Error where the text is not that of a checkpoint */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const bytes = Buffer.from(root, 'base64');
  const isWhole = origin !== '' && /^(0|[1-9]\d{0,14})$/.test(size) && bytes.length === HASH_SIZE;
  if (!isWhole || bytes.toString('base64') !== root) throw new Error('this is no checkpoint');
  return { origin, size: Number(size), root: bytes };
}
