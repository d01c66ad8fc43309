import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chooseStorage } from '../../../src/platform/storage/choose-storage.js';
import type { Storage } from '../../../src/platform/storage/storage.js';
import { SmallBucket } from './small-bucket.js';

const bucket = new SmallBucket();
const secrets = { AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: 'a secret of the tests' };
let folder: string;
let endpoint: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-storage-'));
  endpoint = await bucket.listen();
  Object.assign(process.env, secrets);
});

afterEach(() => {
  bucket.failing = 0;
});

afterAll(async () => {
  for (const name of Object.keys(secrets)) Reflect.deleteProperty(process.env, name);
  bucket.close();
  await rm(folder, { recursive: true });
});

type Kind = 'a folder' | 'a bucket';
let made = 0;

async function storageIn(kind: Kind): Promise<{ storage: Storage; held: () => Promise<string[]> }> {
  const dataDir = join(folder, String(made++));
  const storageUrl =
    kind === 'a bucket' ? `s3://evidence/of/${made}?endpoint=${encodeURIComponent(endpoint)}` : null;
  const storage = await chooseStorage({ dataDir, storageUrl } as Parameters<typeof chooseStorage>[0]);
  const held = async () => {
    const found = await readdir(dataDir, { recursive: true, withFileTypes: true }).catch(() => []);
    const inFolder = found.filter((one) => one.isFile()).map(({ name }) => name);
    return kind === 'a folder'
      ? inFolder
      : [...inFolder, ...[...bucket.objects.keys()].filter((key) => key.startsWith(`of/${made}/`))];
  };
  return { storage, held };
}

const BYTES = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 251));
const pieces = (bytes = BYTES) => Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]);

describe.each<Kind>(['a folder', 'a bucket'])('the storage in %s', (kind) => {
  it('gives back what it was given, and tells what it is', async () => {
    const { storage } = await storageIn(kind);
    const { key, ...told } = await storage.put(pieces(), 300_000);
    const sha256 = createHash('sha256').update(BYTES).digest('hex');
    expect(told).toEqual({ size: 300_000, sha256, head: BYTES.subarray(0, 65_536) });
    expect(key.startsWith(sha256)).toBe(true);
    expect((await buffer(await storage.get(key))).equals(BYTES)).toBe(true);
    const { key: empty } = await storage.put(Readable.from([]), 0);
    expect(await buffer(await storage.get(empty))).toHaveLength(0);
  });

  it('deletes one of two that hold the same, and nothing again', async () => {
    const { storage, held } = await storageIn(kind);
    const [one, other] = [await storage.put(pieces(), 300_000), await storage.put(pieces(), 300_000)];
    await storage.delete(one.key);
    await storage.delete(one.key);
    await expect(storage.get(one.key)).rejects.toThrow();
    expect((await buffer(await storage.get(other.key))).equals(BYTES)).toBe(true);
    expect(await held()).toHaveLength(1);
  });

  it('keeps nothing of what is too large or ends early', async () => {
    const { storage, held } = await storageIn(kind);
    await expect(storage.put(pieces(), 299_999)).rejects.toMatchObject({ code: 'too_large' });
    const half = Readable.from(
      (function* () {
        yield BYTES;
        throw new Error('the sender is gone');
      })(),
    );
    await expect(storage.put(half, 1_000_000)).rejects.toThrow('the sender is gone');
    expect(await held()).toEqual([]);
  });

  it('lists what came before a moment', async () => {
    const { storage } = await storageIn(kind);
    const put = async () => (await storage.put(pieces(), 300_000)).key;
    const keys = [await put(), await put(), await put()];
    const before = async (moment: string) => {
      const found: string[] = [];
      for await (const some of storage.keysBefore(new Date(moment))) found.push(...some);
      return found.sort();
    };
    expect(await before('2100-01-01')).toEqual(keys.sort());
    expect(await before('2020-01-01')).toEqual([]);
  });

  it('takes no path for a key', async () => {
    const { storage } = await storageIn(kind);
    await expect(storage.get('../../keys/tracking.key')).rejects.toThrow(/no key/);
    await expect(storage.delete('')).rejects.toThrow(/no key/);
  });
});

describe('a bucket that is out of order', () => {
  it('is asked again, and then the caller is told so', async () => {
    const { storage, held } = await storageIn('a bucket');
    bucket.failing = 2;
    const { key } = await storage.put(pieces(), 300_000);
    expect((await buffer(await storage.get(key))).equals(BYTES)).toBe(true);
    bucket.failing = 100;
    await expect(storage.put(pieces(), 300_000)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await held()).toHaveLength(1);
  });
});
