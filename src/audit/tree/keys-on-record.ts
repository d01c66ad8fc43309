import { parseEntry } from '../entries/entry-bytes.js';
import type { Read } from './stored-tree.js';

/** The public keys that ever signed the log, as its own entries name them; the one in use last. */
export async function keysOnRecord(read: Read): Promise<string[]> {
  const rows = await read<{ bytes: Buffer }>(
    `SELECT e.bytes FROM entries e WHERE e.type = 'key.changed' ORDER BY e.seq`,
  );
  return rows.map(({ bytes }) => String(parseEntry(bytes).data.key));
}
