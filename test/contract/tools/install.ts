import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The package of the tools; it is no part of the program, so `npm ci` of the program leaves it alone. */
export const TOOLS = 'test/contract/tools';

/** What is made here is thrown away. */
export const SCRATCH = `${TOOLS}/dist`;

/** The tools are not there, so nothing was judged: no fault of the contract. */
export class ToolsMissing extends Error {}

interface Run {
  output: string;
  succeeded: boolean;
}

const STAMP = `${TOOLS}/node_modules/.installed`;

/**
 * Installs the tools as the lock file has them, where that is not so already.
 *
 * @throws ToolsMissing where npm cannot get them.
 */
export async function install(): Promise<void> {
  const lock = createHash('sha256')
    .update(readFileSync(`${TOOLS}/package-lock.json`))
    .digest('hex');
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== lock) {
    const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', options, TOOLS).catch((error: unknown) => {
      throw new ToolsMissing(
        `The tools of ${TOOLS} are missing, and npm cannot install them: ${firstLine(error)}`,
      );
    });
    await writeFile(STAMP, lock);
  }
  await mkdir(SCRATCH, { recursive: true });
}

/** Runs a tool of the package in a folder and answers what it prints. Nothing of it calls home. */
export async function tool(name: string, args: string[], folder = SCRATCH): Promise<Run> {
  const binary = `${process.cwd()}/${TOOLS}/node_modules/.bin/${name}`;
  try {
    return { output: await run(binary, args, folder), succeeded: true };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { output: stdout === '' ? stderr : stdout, succeeded: false };
  }
}

async function run(command: string, args: string[], folder: string): Promise<string> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', SCARF_ANALYTICS: 'false', NODE_NO_WARNINGS: '1' };
  const options = { cwd: folder, env, maxBuffer: 256 * 1024 * 1024 };
  return (await promisify(execFile)(command, args, options)).stdout;
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr ?? message).split('\n').find((line) => /^npm (error|ERR!) \S/.test(line)) ?? message;
}
