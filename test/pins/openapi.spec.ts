import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const FILE = 'openapi.json';

it('the committed OpenAPI document is what the program prints, without a database', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/commands/openapi.js'], {
    env: { PATH: process.env.PATH },
    maxBuffer: 100_000_000,
  });
  if (process.env.UPDATE_PINS) writeFileSync(FILE, stdout);
  expect(stdout.split('\n')).toEqual(readFileSync(FILE, 'utf8').split('\n'));
});
