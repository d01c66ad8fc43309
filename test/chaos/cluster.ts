import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from '../../src/platform/database/embedded/binaries.js';
import { openCluster } from '../../src/platform/database/embedded/cluster.js';
import { serverUrl } from '../../src/platform/database/embedded/keeper.js';
import { launch, type Launch } from '../../src/platform/database/embedded/launch.js';
import { serverOwner } from '../../src/platform/database/embedded/owner.js';
import { forgetDeadServer, runningServer } from '../../src/platform/database/embedded/pid-file.js';
import { freePort } from '../support/free-port.js';

const PATIENCE = 30_000;
const STEP = 50;

/** A PostgreSQL server that may be killed: what it has promised to keep it keeps, as in earnest (fsync). */
export class MortalServer {
  private ended = false;

  private constructor(
    readonly url: string,
    private readonly how: Launch,
  ) {}

  /** Makes it in a folder. */
  static async make(folder: string): Promise<MortalServer> {
    const home = join(folder, 'postgres');
    await mkdir(folder, { recursive: true });
    const owner = await serverOwner([home, folder]);
    const binaries = await findBinaries(folder, owner);
    const cluster = await openCluster(home, binaries, owner, true);
    const port = await freePort();
    return new MortalServer(serverUrl(cluster, port), { cluster, binaries, owner, durable: true, port });
  }

  /** Starts it where it does not run, and waits until it has recovered and answers. @throws Error after 30 s */
  async start(): Promise<void> {
    const { cluster } = this.how;
    for (let waited = 0; waited < PATIENCE && !this.ended; waited += STEP) {
      if (!(await runningServer(cluster.data))) {
        await forgetDeadServer(cluster.data);
        await launch(this.how);
        await pause(2 * STEP);
      }
      if (await this.answers()) return;
      await pause(STEP);
    }
    throw new Error('PostgreSQL did not come back.');
  }

  /** `kill -9` of the server and of every process that it has started. */
  async kill(): Promise<void> {
    const server = await runningServer(this.how.cluster.data);
    if (!server) return;
    for (const pid of [server.pid, ...(await childrenOf(server.pid))]) killHard(pid);
    while (await runningServer(this.how.cluster.data)) await pause(STEP);
  }

  /** `kill -9`, for good. */
  async end(): Promise<void> {
    this.ended = true;
    await this.kill();
  }

  /** Makes a database. @returns its address */
  async database(name: string): Promise<string> {
    await query(this.url, `CREATE DATABASE ${name}`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  private async answers(): Promise<boolean> {
    return query(this.url, 'SELECT 1').then(
      () => true,
      () => false,
    );
  }
}

/** One statement on a connection of its own, as the owner. */
export async function query<T extends object>(
  url: string,
  sql: string,
  params: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<T>(sql, params);
    return rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Only Linux tells; elsewhere they end by themselves when their server is gone. */
async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
