import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checkpoint, parseCheckpoint } from '../../kernel/proofs/checkpoint.js';
import { parseNote } from '../../kernel/proofs/signed-note.js';

/** A checkpoint with its signed note. */
export interface HeldCheckpoint extends Checkpoint {
  note: string;
}

/** The last checkpoint. */
const LATEST = 'latest.txt';

/**
 * What was signed, held outside of the database: the last checkpoint in `latest.txt`, and the last one of each day in a
 * file named by the day. A database that was restored, or cut, contradicts them.
 */
export class HeldCheckpoints {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'checkpoints');
  }

  /** The file with the last one. */
  get file(): string {
    return join(this.folder, LATEST);
  }

  /**
   * The last one; null where there is none.
   * @throws Error where the file cannot be read, or holds no checkpoint
   */
  async latest(): Promise<HeldCheckpoint | null> {
    return readHeldCheckpoint(this.file).catch((error: unknown) => {
      if ((error as { code?: string }).code === 'ENOENT') return null;
      throw error;
    });
  }

  /** On disk when it returns. */
  async keep(note: string, at: Date): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await this.replace(`${at.toISOString().slice(0, 10)}.txt`, note);
    await this.replace(LATEST, note);
  }

  /** Written aside and renamed: whoever reads sees the old one or the new one, also after a loss of power. */
  private async replace(name: string, note: string): Promise<void> {
    const aside = join(this.folder, `.${name}`);
    const file = await open(aside, 'w', 0o644);
    try {
      await file.writeFile(note);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, join(this.folder, name));
    const folder = await open(this.folder, 'r');
    await folder.sync().finally(() => folder.close());
  }
}

/**
 * Reads a checkpoint as it was kept, or as it was saved from a mail: with lines that end otherwise, and blank ones.
 * @throws Error where the file cannot be read, or holds no checkpoint
 */
export async function readHeldCheckpoint(file: string): Promise<HeldCheckpoint> {
  const text = await readFile(file, 'utf8');
  const note = `${text.replaceAll('\r\n', '\n').trim()}\n`;
  return { ...parseCheckpoint(parseNote(note).text), note };
}
