import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openNote, parseNote, parseNoteKey } from '../../../src/kernel/proofs/signed-note.js';
import { StartError } from '../../../src/platform/start-error.js';
import { freshHouse, TestTree } from './test-tree.js';

let house: Awaited<ReturnType<typeof freshHouse>>;
let keys: string;
beforeEach(async () => {
  house = await freshHouse();
  keys = join(house.folder, 'keys');
});
afterEach(() => house.clear());

/** Starts, signs and stops. */
async function signed(): Promise<{ note: string; recorded: Awaited<ReturnType<TestTree['recorded']>> }> {
  const tree = await TestTree.start(house.copy.url, house.folder);
  try {
    await tree.write(1);
    await tree.sign();
    const note = await tree.log.value<string>(
      'SELECT note AS value FROM log_checkpoints ORDER BY size DESC LIMIT 1',
    );
    return { note, recorded: await tree.recorded() };
  } finally {
    await tree.close();
  }
}

function refused(): Promise<unknown> {
  return TestTree.start(house.copy.url, house.folder).then(
    () => 'it started',
    (error: unknown) => (error instanceof StartError ? error.message : error),
  );
}

const newKey = (type: 'ed25519' | 'ed448') =>
  (type === 'ed448' ? generateKeyPairSync('ed448') : generateKeyPairSync('ed25519')).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });

it('the first start makes a key and puts it on record, once', async () => {
  const first = await signed();
  expect(await readdir(keys)).toEqual(['log-1.pem']);
  expect(first.recorded).toEqual([{ key: expect.any(String), previousKey: null }]);
  expect((await signed()).recorded).toEqual(first.recorded);
});

it('a key that is rolled is an entry; both sign while both are there', async () => {
  const { recorded } = await signed();
  const old = recorded[0]?.key ?? '';
  await writeFile(join(keys, 'log-2.pem'), newKey('ed25519'));
  const both = await signed();
  const changed = both.recorded[1];
  expect(changed).toEqual({ key: expect.any(String), previousKey: old });
  expect(openNote(both.note, [parseNoteKey(old)]).signedBy).toHaveLength(1);
  expect(openNote(both.note, [parseNoteKey(changed?.key ?? '')]).signedBy).toHaveLength(1);

  await rm(join(keys, 'log-1.pem'));
  const alone = await signed();
  expect(alone.recorded).toHaveLength(2);
  expect(parseNote(alone.note).signatures).toHaveLength(1);
  expect(openNote(alone.note, [parseNoteKey(changed?.key ?? '')]).text).toContain('/v1/audit\n');
});

it('a log that was signed does not start without a key, and no other is made in its place', async () => {
  await signed();
  await rename(join(keys, 'log-1.pem'), join(house.folder, 'elsewhere.pem'));
  expect(await refused()).toMatch(/^KEYS_DIR holds no log-\*\.pem, though .*\n?$/);
  expect(await readdir(keys)).toEqual([]);
  await writeFile(join(keys, 'log-2.pem'), newKey('ed25519'));
  expect((await signed()).recorded).toHaveLength(2);
});

it('a key that cannot be used stops the start with a sentence', async () => {
  await mkdir(keys, { recursive: true });
  await writeFile(join(keys, 'log-1.pem'), newKey('ed448'));
  expect(await refused()).toBe(
    'KEYS_DIR holds a key that cannot be used: log-1.pem is not a key of Ed25519.',
  );
  await writeFile(join(keys, 'log-1.pem'), 'no key');
  expect(await refused()).toBe(
    'KEYS_DIR holds a key that cannot be used: log-1.pem is not a private key in PEM.',
  );
  await writeFile(
    join(keys, 'log-1.pem'),
    generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }),
  );
  expect(await refused()).toBe(
    'KEYS_DIR holds a key that cannot be used: log-1.pem is not a private key in PEM.',
  );
  await rm(join(keys, 'log-1.pem'));
  await mkdir(join(keys, 'log-1.pem'));
  await chmod(join(keys, 'log-1.pem'), 0o600);
  expect(await refused()).toBe(
    'KEYS_DIR holds a key that cannot be used: log-1.pem cannot be read (EISDIR).',
  );
});

it('of processes that start at once for the first time each finds the same key', async () => {
  const trees = await Promise.all([1, 2, 3].map(() => TestTree.start(house.copy.url, house.folder)));
  expect(await trees[0]?.recorded()).toHaveLength(1);
  for (const tree of trees) await tree.close();
});
