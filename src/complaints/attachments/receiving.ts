import { Injectable } from '@nestjs/common';
import type { ArrivingFile, FileSink } from '../../platform/http/input/form-parts.js';
import { Storage } from '../../platform/storage/storage.js';
import { MAX_FILE_SIZE } from './attachment.words.js';
import { cleanName } from './file-name.js';
import { declaredType, sniffType } from './file-type.js';

/** A file that is kept, and belongs to no complaint yet. */
export interface ReceivedFile {
  name: string;
  declaredType: string;
  type: string;
  size: number;
  sha256: string;
  storageKey: string;
}

/** Where files come in: to the storage, measured, named and typed by us. */
@Injectable()
export class Receiving implements FileSink<ReceivedFile> {
  constructor(private readonly storage: Storage) {}

  /** @throws Refusal 413; leaves nothing then */
  async take({ name, declaredType: declared, bytes }: ArrivingFile): Promise<ReceivedFile> {
    const { key, size, sha256, head } = await this.storage.put(bytes, MAX_FILE_SIZE);
    const type = await sniffType(head);
    return {
      name: cleanName(name),
      declaredType: declaredType(declared),
      ...{ type, size, sha256, storageKey: key },
    };
  }

  async discard(files: ReceivedFile[]): Promise<void> {
    for (const { storageKey } of files) await this.storage.delete(storageKey);
  }
}
