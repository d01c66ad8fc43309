import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Spool, Spooled } from './spool.js';
import { checkKey, isKey, Storage } from './storage.js';

/** Files in a folder, spread over 256 folders by the first two characters of their keys. */
export class DiskStorage extends Storage {
  /** @param folder on the same file system as the spool; made where it is missing */
  constructor(
    spool: Spool,
    private readonly folder: string,
  ) {
    super(spool);
  }

  async get(key: string): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r');
    return file.createReadStream();
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *keysBefore(moment: Date): AsyncGenerator<string[]> {
    for (const shelf of await namesIn(this.folder)) {
      const keys: string[] = [];
      for (const key of await namesIn(join(this.folder, shelf))) {
        const found = isKey(key) ? await stat(this.pathOf(key)).catch(() => null) : null;
        if (found && found.mtime < moment) keys.push(key);
      }
      if (keys.length > 0) yield keys;
    }
  }

  /** Renamed into place: nobody ever sees half of it. */
  protected async keep({ path }: Spooled, key: string): Promise<void> {
    const shelf = this.shelfOf(key);
    await mkdir(shelf, { recursive: true, mode: 0o700 });
    await rename(path, this.pathOf(key));
    await syncFolder(shelf);
  }

  private shelfOf(key: string): string {
    return join(this.folder, checkKey(key).slice(0, 2));
  }

  private pathOf(key: string): string {
    return join(this.shelfOf(key), key);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** The name of a file is on the disk when its folder is. Windows knows no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
