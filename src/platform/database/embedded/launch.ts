import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { type Cluster, ownPath, serverEnvironment } from './cluster.js';
import type { ServerOwner } from './owner.js';

const run = promisify(execFile);
const LOG_LIMIT = 5_000_000;

/** Only this machine can connect. Messages of the server leave out values of rows and statements. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  jit: 'off',
};

/** Faster, and lost at a power cut. */
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off' };

/** Everything it takes to launch the server. */
export interface Launch {
  cluster: Cluster;
  binaries: Binaries;
  owner: ServerOwner;
  durable: boolean;
  /** 0: any free one. */
  port: number;
}

/**
 * Starts the server, in a process group of its own: a Ctrl-C in the terminal must reach only us, who stop it last.
 * Whether it came up is asked elsewhere.
 */
export async function launch({ cluster, binaries, owner, durable, port }: Launch): Promise<ChildProcess> {
  const settings = Object.entries({
    ...SETTINGS,
    ...(durable ? {} : NOT_DURABLE),
    port: String(port || (await freePort())),
  });
  const log = await openLog(cluster.log, owner);
  try {
    const options = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(binaries.postgres, ['-D', ownPath(cluster.data, owner), ...options], {
      ...owner,
      cwd: cluster.data,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: serverEnvironment(),
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    await log.close();
  }
}

/** Asks the server to stop: connections are ended, nothing is lost. */
export async function askToStop(pid: number, cluster: Cluster, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32')
    await run(binaries.pgCtl, ['stop', '-D', cluster.data, '-m', 'fast', '-W']);
  else process.kill(pid, 'SIGINT');
}

/** Why it did not come up, in its own words. */
export async function lastWords(cluster: Cluster): Promise<string> {
  const log = await readFile(cluster.log, 'utf8').catch(() => '');
  const lines = log.trim().split('\n');
  const fatal = lines.filter((line) => /FATAL|PANIC/.test(line)).at(-1) ?? lines.at(-1) ?? '';
  return fatal.replace(/^.*?(FATAL|PANIC):\s*/, '');
}

/** The folder belongs to the server's account, so a link in it is not followed. */
async function openLog(path: string, owner: ServerOwner) {
  const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
  const log = await open(path, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600);
  if (owner) await log.chown(owner.uid, owner.gid);
  const { size } = await log.stat();
  if (size > LOG_LIMIT) await log.truncate(0);
  return log;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
