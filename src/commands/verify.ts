import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkBundle, Flaw } from './verify/bundle-check.js';
import { readBundle } from './verify/bundle-files.js';

/**
 * What `npm run verify -- bundle.zip [--key file]` runs: checks the evidence of a complaint. It asks no server and no
 * database, and nothing of the server is in it but the forms in `kernel/`.
 * Exit code 0: everything holds. 1: something does not, and the first such thing is named. 2: it could not be checked.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' } } });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    console.error('Say which file: npm run verify -- bundle.zip [--key file]');
    return 2;
  }
  const key = values.key === undefined ? null : await readFile(values.key, 'utf8');
  const zip = await readFile(file);
  try {
    for (const line of checkBundle(readBundle(zip), key)) say(line);
    say(key === null ? 'Everything holds, if the key is the right one.' : 'Everything holds.');
    return 0;
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    say(`Wrong: ${error.message}.`);
    return 1;
  }
}

/** What a forged bundle says must not write other lines, nor over those that stand there. */
function say(line: string): void {
  console.log(line.replace(/\p{C}/gu, '\uFFFD'));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
