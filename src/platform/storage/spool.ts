import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../../kernel/identifiers.js';
import { Refusal } from '../../kernel/refusal.js';

/** Bytes of the beginning that are kept in memory, so that the kind of file can be told by them. */
const HEAD = 65_536;

/** A file that arrived whole and lies on this machine's disk, on its way to where it is kept. */
export interface Spooled {
  path: string;
  /** In bytes. */
  size: number;
  /** Of the bytes, in hexadecimal. */
  sha256: string;
  /** The first bytes. */
  head: Buffer;
}

/** Where files arrive: nothing is kept before all of it is here, measured and on the disk. */
export class Spool {
  /** @param folder on the disk of this machine; made where it is missing */
  constructor(private readonly folder: string) {}

  /**
   * Writes bytes to a file as they come, and measures them meanwhile; leaves nothing where they end early.
   * @throws Refusal 413 as soon as there are more than `maxBytes`
   */
  async take(bytes: Readable, maxBytes: number): Promise<Spooled> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, newId());
    const measure = new Measure(maxBytes);
    try {
      // `flush`: on the disk before it counts as here.
      const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(bytes, (source: AsyncIterable<Buffer>) => measure.through(source), file);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, ...measure.result() };
  }

  /** Removes what a crash left here before a moment. */
  async forgetBefore(moment: Date): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => null);
      if (found && found.mtime < moment) await rm(path, { force: true });
    }
  }
}

/** Size, digest and beginning of what passes through. */
class Measure {
  private readonly digest = createHash('sha256');
  private readonly beginning: Buffer[] = [];
  private size = 0;

  constructor(private readonly maxBytes: number) {}

  async *through(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      if (this.size < HEAD) this.beginning.push(Buffer.from(chunk.subarray(0, HEAD - this.size)));
      this.size += chunk.length;
      if (this.size > this.maxBytes) throw tooLarge(this.maxBytes);
      this.digest.update(chunk);
      yield chunk;
    }
  }

  result(): Omit<Spooled, 'path'> {
    const { size, beginning } = this;
    return { size, sha256: this.digest.digest('hex'), head: Buffer.concat(beginning) };
  }
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal('too_large', `A file may have at most ${maxBytes.toLocaleString('en')} bytes.`);
}
