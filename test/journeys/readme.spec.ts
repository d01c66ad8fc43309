import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { useTestApp } from '../support/app.js';
import { CAST, PASSWORD } from '../support/cast.js';

const app = useTestApp();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-readme-'));
  await mkdir(join(folder, 'data'));
  const secret = `email: ${CAST.ada.email}\npassword: ${PASSWORD}\n`;
  await writeFile(join(folder, 'data', 'first-administrator.txt'), secret);
});
afterAll(() => rm(folder, { recursive: true }));

/** The blocks that say of themselves that they are run, as they stand there, but for the port. */
async function script(): Promise<string> {
  const text = await readFile('README.md', 'utf8');
  const blocks = [...text.matchAll(/<!-- run -->\n\n```sh\n([^]*?)```/g)].map(([, block]) => block);
  expect(blocks.length).toBeGreaterThan(0);
  return ['set -euo pipefail', ...blocks].join('\n').replaceAll('http://127.0.0.1:3000', app.baseUrl);
}

it('what README.md walks through by hand happens as it says', async () => {
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', await script()], { cwd: folder });
  expect(stderr).toBe('');
  const steps = ['acknowledged', 'facts_established', 'in_progress', 'kept', 'resolved', 'closed'];
  const lines = stdout.trim().split('\n');
  expect(lines.filter((line) => steps.includes(line))).toEqual(steps);
  expect(stdout).toContain('customer_unheard');
  expect(lines.at(-1)).toMatch(/ complaint\.closed$/);
});

it('the table of the configuration names the variables of .env.example, with their defaults', async () => {
  const example = await readFile('.env.example', 'utf8');
  const variables = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => ({
    name,
    value,
  }));
  const readme = await readFile('README.md', 'utf8');
  const rows = new Map(
    [...readme.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|/gm)].map(([, name, value]) => [name, value]),
  );
  expect([...rows.keys()]).toEqual(expect.arrayContaining(variables.map(({ name }) => name)));
  expect(rows.size).toBe(variables.length);
  for (const { name, value } of variables.filter((one) => one.value !== '')) {
    expect(rows.get(name)).toBe(`\`${value}\``);
  }
});
