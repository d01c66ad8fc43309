import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import type { OpenApi } from '../rules/document.js';
import { type Exception, unexcepted, written } from '../rules/finding.js';
import { judge } from '../rules/rules.js';
import { clients, ownClient, writeOwnClient } from './clients.js';
import { install, SCRATCH, ToolsMissing } from './install.js';
import { redocly, spectral } from './lint.js';
import { compareWithRelease } from './release.js';

/** The exit code that says so, as in sysexits. */
const UNAVAILABLE = 69;

/**
 * What `npm run contract` and `npm run client` run, on the committed `openapi.json`: the first judges it and the
 * clients that are made from it, the second writes our own. Silent where all is well.
 */
async function main(): Promise<void> {
  await install();
  await copyFile('openapi.json', `${SCRATCH}/openapi.json`);
  if (process.argv[2] === 'client') await writeOwnClient();
  else await check();
}

async function check(): Promise<void> {
  const document = read<OpenApi>('openapi.json');
  const release = await compareWithRelease(document);
  if (release.note !== undefined) say(release.note);
  // One after another: each of the linters fills the machine by itself.
  const findings = [
    ...judge(document),
    ...release.findings,
    ...(await redocly()),
    ...(await spectral()),
    ...(await ownClient()),
    ...(await clients()),
  ];
  const left = unexcepted(findings, read<Exception[]>('test/contract/exceptions.json'));
  for (const finding of left) say(written(finding));
  if (left.length > 0) throw new Error(`The contract breaks ${left.length} rules.`);
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  say((error as Error).message);
  process.exitCode = error instanceof ToolsMissing ? UNAVAILABLE : 1;
}
