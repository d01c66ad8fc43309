import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/platform/config.js';
import { openDatabase } from '../../src/platform/database/open-database.js';
import { GrownLog } from './grown-log.js';

/**
 * `npm run bench:log`, or `npm run bench:log -- 100000`: how long the check of a whole log takes. The log is made as
 * the door, the sealer and the signer would make it; then the command checks it, as an operator runs it.
 */
const ENTRIES = Number(process.argv[2] ?? 1_000_000);

const folder = await mkdtemp(join(tmpdir(), 'amends-log-'));
const env = { DATA_DIR: folder, PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent' };
try {
  const connection = await openDatabase(readConfig(env));
  try {
    const { result, seconds } = await timed(() => GrownLog.grow(connection.url, folder, ENTRIES));
    say(
      `made ${ENTRIES} entries, ${result.values} personal values, ${result.checkpoints} checkpoints`,
      seconds,
    );
    const check = await timed(() => verify(connection.url));
    say(check.result.trim(), check.seconds);
  } finally {
    await connection.close();
  }
} finally {
  await rm(folder, { recursive: true });
}

async function verify(url: string): Promise<string> {
  const command = spawn(process.execPath, ['dist/commands/verify-log.js'], {
    env: { ...env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  command.stdout.on('data', (text: Buffer) => (said += text.toString()));
  await once(command, 'close');
  return said;
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const started = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - started) / 1000 };
}

function say(what: string, seconds: number): void {
  process.stdout.write(`${what}: ${seconds.toFixed(1)} s\n`);
}
