import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '../../start-error.js';
import type { Binaries } from './binaries.js';
import { giveTo, type ServerOwner } from './owner.js';
import { isAlive } from './pid-file.js';

const run = promisify(execFile);

/** The embedded database on disk. */
export interface Cluster {
  /** Holds everything below, and belongs to the server's account. */
  home: string;
  data: string;
  log: string;
  password: string;
}

/** The drafts of this process. Its number may have belonged to another one, of which drafts are left. */
const ours = new Set<string>();

/** Makes the cluster on the first start; it appears complete or not at all. */
export async function openCluster(
  home: string,
  binaries: Binaries,
  owner: ServerOwner,
  durable: boolean,
): Promise<Cluster> {
  await removeDrafts(home);
  if (!(await exists(home))) await make(home, binaries, owner, durable);
  const cluster = { home, data: join(home, 'data'), log: join(home, 'server.log') };
  try {
    await checkVersion(cluster.data);
    return { ...cluster, password: await readFile(join(home, 'password'), 'utf8') };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `DATA_DIR: ${home} is not a database that this account may open (${(error as Error).message}).`,
    );
  }
}

/**
 * The path under which the server itself knows its data: it need not be able to pass the folders above, such as a
 * closed home of root, because it is started inside.
 */
export function ownPath(data: string, owner: ServerOwner): string {
  return owner && process.platform === 'linux' ? '/proc/self/cwd' : data;
}

async function make(home: string, binaries: Binaries, owner: ServerOwner, durable: boolean): Promise<void> {
  const draft = `${home}.draft-${process.pid}.${randomBytes(4).toString('hex')}`;
  ours.add(basename(draft));
  const data = join(draft, 'data');
  await mkdir(data, { recursive: true });
  await writeFile(join(draft, 'password'), randomBytes(24).toString('base64url'), { mode: 0o600 });
  for (const path of [draft, data, join(draft, 'password')]) await giveTo(owner, path);
  await chmod(draft, 0o700);
  const password = owner ? '../password' : join(draft, 'password');
  const settings = [
    ['--pgdata', ownPath(data, owner)],
    ['--username', 'amends'],
    ['--pwfile', password],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    ['--locale', 'C'],
  ];
  try {
    await run(binaries.initdb, [...settings.flat(), ...(durable ? [] : ['--no-sync'])], {
      ...owner,
      cwd: data,
      env: serverEnvironment(),
    });
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (await exists(home)) return; // another program was faster
    throw new StartError(`DATA_DIR: the embedded database cannot be made in ${home} (${lastLine(error)}).`);
  }
}

/** Without the PG* variables, which are meant for other servers. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(others), LC_ALL: 'C', TZ: 'UTC' };
}

function lastLine(error: unknown): string {
  const said = (error as { stderr?: string }).stderr?.trim() || (error as Error).message;
  return said.split('\n').at(-1) ?? said;
}

/** What a first start that was killed has left behind. One that still runs keeps its own. */
async function removeDrafts(home: string): Promise<void> {
  const start = `${basename(home)}.draft-`;
  for (const name of await readdir(dirname(home))) {
    if (!name.startsWith(start) || ours.has(name)) continue;
    const pid = Number.parseInt(name.slice(start.length), 10);
    if (pid !== process.pid && isAlive(pid)) continue;
    await rm(join(dirname(home), name), { recursive: true, force: true });
  }
}

async function checkVersion(data: string): Promise<void> {
  const version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (version !== '18') {
    throw new StartError(
      `DATA_DIR: ${data} was made by PostgreSQL ${version}, and this program brings 18 along.`,
    );
  }
}

async function exists(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => null);
  return found !== null;
}
