import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { readSecret, readSigningKeys } from '../../src/platform/key-files.js';
import { StartError } from '../../src/platform/start-error.js';

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'amends-keys-')), 'deep', 'keys');
});
afterEach(() => rmSync(join(directory, '..', '..'), { recursive: true }));

test('keys are made once, and only their owner can read them', () => {
  const secret = readSecret(directory, 'cursor');
  expect(secret).toHaveLength(32);
  expect(readSecret(directory, 'cursor')).toEqual(secret);
  expect(readSecret(directory, 'tracking')).not.toEqual(secret);
  const { newest } = readSigningKeys(directory);
  expect(readSigningKeys(directory).newest.kid).toBe(newest.kid);
  expect(readdirSync(directory).sort()).toEqual(['cursor.key', 'jwt-1.pem', 'tracking.key']);
  for (const file of readdirSync(directory)) expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600);
});

test('the kid of a key is its thumbprint', async () => {
  const { newest } = readSigningKeys(directory);
  expect(newest.kid).toBe(await calculateJwkThumbprint(await exportJWK(newest.publicKey)));
});

test('the newest key signs, all verify, and the first one is not made again', () => {
  const first = readSigningKeys(directory).newest;
  const other = mkdtempSync(join(tmpdir(), 'amends-keys-'));
  const second = readSigningKeys(other).newest;
  const pem = readFileSync(join(other, 'jwt-1.pem'));
  writeFileSync(join(directory, 'jwt-10.pem'), pem);
  rmSync(other, { recursive: true });
  expect(readSigningKeys(directory).newest.kid).toBe(second.kid);
  expect(readSigningKeys(directory).all.map(({ kid }) => kid)).toEqual([first.kid, second.kid]);
  rmSync(join(directory, 'jwt-1.pem'));
  expect(readSigningKeys(directory).all.map(({ kid }) => kid)).toEqual([second.kid]);
});

test('processes that start at once agree', async () => {
  const built = new URL('../../dist/platform/key-files.js', import.meta.url).href;
  const script = `const { readSigningKeys } = await import('${built}');
    console.log(readSigningKeys(process.argv[1]).newest.kid);`;
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, directory]);
  const starts = Array.from({ length: 6 }, start);
  const seen = (await Promise.all(starts)).map(({ stdout }) => stdout);
  expect(new Set(seen).size).toBe(1);
});

test.each([
  ['cursor.key', 'short'],
  ['jwt-1.pem', 'no key'],
])('a broken %s stops the start, and is not overwritten', (file, content) => {
  readSecret(directory, 'cursor');
  writeFileSync(join(directory, file), content);
  const read = () => (file === 'cursor.key' ? readSecret(directory, 'cursor') : readSigningKeys(directory));
  expect(read).toThrow(StartError);
  expect(read).toThrow(/KEYS_DIR/);
  expect(readFileSync(join(directory, file), 'utf8')).toBe(content);
});

test('a directory that cannot be made stops the start', () => {
  writeFileSync(join(directory, '..', '..', 'file'), '');
  chmodSync(join(directory, '..', '..', 'file'), 0o600);
  expect(() => readSecret(join(directory, '..', '..', 'file', 'keys'), 'cursor')).toThrow(/KEYS_DIR/);
});
