import { parseNoteKey } from '../../kernel/proofs/signed-note.js';
import { parseEntry } from '../entries/entry-bytes.js';
import type { Read } from './stored-tree.js';

/**
 * The public keys that ever signed the log, as its own entries name them; the one in use last. An entry that was
 * changed so that it names none is passed over: the check of the log finds it.
 */
export async function keysOnRecord(read: Read): Promise<string[]> {
  const rows = await read<{ bytes: Buffer }>(
    `SELECT e.bytes FROM entries e WHERE e.type = 'key.changed' ORDER BY e.seq`,
  );
  return rows.flatMap(({ bytes }) => keyIn(bytes) ?? []);
}

function keyIn(bytes: Buffer): string | null {
  try {
    return parseNoteKey(String(parseEntry(bytes).data.key)).text;
  } catch {
    return null;
  }
}
