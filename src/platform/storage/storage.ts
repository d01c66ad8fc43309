import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { newId } from '../../kernel/identifiers.js';
import type { Spool, Spooled } from './spool.js';

/** A file that is kept. */
export interface Stored extends Omit<Spooled, 'path'> {
  /** What it is asked for by. */
  key: string;
}

/** The form of every key: by what the file holds, and by chance. */
const KEY = /^[0-9a-f]{64}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where files are kept: on a disk, or with a service that speaks S3. */
export abstract class Storage {
  constructor(private readonly spool: Spool) {}

  /**
   * Keeps a file whole or not at all. Two files that hold the same have two keys: what becomes of one does not touch
   * the other.
   * @throws Refusal 413, and whatever the bytes end with where they end early
   */
  async put(bytes: Readable, maxBytes: number): Promise<Stored> {
    const spooled = await this.spool.take(bytes, maxBytes);
    const { path, ...measured } = spooled;
    const key = `${spooled.sha256}-${newId()}`;
    try {
      await this.keep(spooled, key);
    } finally {
      await rm(path, { force: true });
    }
    return { key, ...measured };
  }

  /** The bytes of a file. @throws Error where there is none */
  abstract get(key: string): Promise<Readable>;

  /** Does nothing where there is no such file. */
  abstract delete(key: string): Promise<void>;

  /** The keys of all files that were put here before a moment, some at a time. */
  abstract keysBefore(moment: Date): AsyncIterable<string[]>;

  /** Removes what never got as far as being kept. */
  forgetUnfinished(before: Date): Promise<void> {
    return this.spool.forgetBefore(before);
  }

  protected abstract keep(file: Spooled, key: string): Promise<void>;
}

export function isKey(text: string): boolean {
  return KEY.test(text);
}

/** @throws Error where a text is no key: it becomes part of a path */
export function checkKey(text: string): string {
  if (!isKey(text)) throw new Error('this is no key of the storage');
  return text;
}
