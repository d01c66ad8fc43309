import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '../start-error.js';
import { findBinaries } from './embedded/binaries.js';
import { openCluster } from './embedded/cluster.js';
import { type Keeper, keep, serverUrl } from './embedded/keeper.js';
import { askToStop, lastWords, launch, type Launch } from './embedded/launch.js';
import { serverOwner } from './embedded/owner.js';
import { forgetDeadServer, runningServer } from './embedded/pid-file.js';

export interface EmbeddedOptions {
  /** False: faster, and lost at a power cut. For tests. */
  durable?: boolean;
}

export interface Embedded {
  url: string;
  /** Stops the server, unless another program still uses it. */
  stop: () => Promise<void>;
}

const PATIENCE = 60_000;
const STEP = 25;
const LAUNCHES = 6;

/**
 * Starts a PostgreSQL server of this program's own in `dataDir`, or takes over the one that already runs there: after
 * a crash of the program, or because another program uses it too. A server that dies is started again.
 * @throws StartError naming `DATA_DIR` or `DATABASE_URL`
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const { durable = true } = options;
  const home = join(dataDir, 'postgres');
  await mkdir(dataDir, { recursive: true });
  const owner = await serverOwner([home, dataDir]);
  const binaries = await findBinaries(dataDir, owner);
  const cluster = await openCluster(home, binaries, owner, durable);
  const how: Launch = { cluster, binaries, owner, durable, port: 0 };
  const first = await bringUp(how);
  const { port } = first;
  let keeper = Promise.resolve(first);
  let stopping = false;
  void watch();
  return { url: serverUrl(cluster, port), stop };

  async function watch(): Promise<void> {
    for (;;) {
      const { lost } = await keeper;
      await lost;
      if (stopping) return;
      keeper = bringUpAgain({ ...how, port });
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    const { release } = await keeper;
    const last = await release();
    const server = await runningServer(cluster.data);
    if (!last || !server) return;
    await askToStop(server.pid, cluster, binaries);
    for (let waited = 0; waited < PATIENCE && (await runningServer(cluster.data)); waited += STEP)
      await sleep(STEP);
  }
}

async function bringUp(how: Launch): Promise<Keeper> {
  const { cluster } = how;
  let child: ChildProcess | null = null;
  let launches = 0;
  for (let waited = 0; waited < PATIENCE; waited += STEP) {
    const server = await runningServer(cluster.data);
    const keeper = server && (await keep(cluster, server.port));
    if (keeper) return keeper;
    if (!server && (child === null || hasEnded(child))) {
      if (launches === LAUNCHES) break;
      await sleep(launches * 4 * STEP); // what is left of a killed server needs a moment to go
      await forgetDeadServer(cluster.data);
      child = await launch(how);
      launches += 1;
    }
    await sleep(STEP);
  }
  throw new StartError(
    `DATA_DIR: the embedded database in ${cluster.home} does not start (${await lastWords(cluster)}).`,
  );
}

/** Tried for as long as the program runs: it answers 503 meanwhile. */
async function bringUpAgain(how: Launch): Promise<Keeper> {
  for (;;) {
    const keeper = await bringUp(how).catch(() => null);
    if (keeper) return keeper;
    await sleep(STEP * 40);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
