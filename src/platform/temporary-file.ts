import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../kernel/identifiers.js';

/** What was written, ready to be read once; whoever has it reads it or closes it. */
export interface Written {
  bytes: Readable;
  /** In bytes. */
  size: number;
  /** In hexadecimal. */
  sha256: string;
}

/**
 * A file without a name: what is written to it is gone when it is closed, also where the program ends before that.
 * Its digest is made while it is written.
 */
export class TemporaryFile {
  private readonly digest = createHash('sha256');
  private size = 0;

  private constructor(private readonly handle: FileHandle) {}

  static async make(): Promise<TemporaryFile> {
    const path = join(tmpdir(), `amends-${newId()}`);
    const handle = await open(path, 'wx+', 0o600);
    await rm(path);
    return new TemporaryFile(handle);
  }

  async write(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    this.digest.update(bytes);
    this.size += bytes.length;
    await this.handle.appendFile(bytes);
  }

  /** Nothing is written after it. The file is closed when the stream is. */
  finish(): Written {
    const bytes = this.handle.createReadStream({ start: 0 });
    return { bytes, size: this.size, sha256: this.digest.digest('hex') };
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
