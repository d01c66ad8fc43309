import { join } from 'node:path';
import type { Config } from '../config.js';
import { DiskStorage } from './disk-storage.js';
import { Spool } from './spool.js';
import type { Storage } from './storage.js';

/** The storage that the configuration names: a bucket, or a folder below DATA_DIR. */
export async function chooseStorage({ dataDir, storageUrl }: Config): Promise<Storage> {
  const folder = join(dataDir, 'attachments');
  const spool = new Spool(join(folder, 'arriving'));
  if (storageUrl === null) return new DiskStorage(spool, join(folder, 'kept'));
  // The client of S3 is large: only who uses it loads it.
  const { S3Storage } = await import('./s3-storage.js');
  return new S3Storage(spool, storageUrl);
}
