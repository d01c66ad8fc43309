import { constants } from 'node:fs';
import { open, readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** A server that works in the data folder, by its own account of itself. */
export interface RunningServer {
  pid: number;
  port: number;
}

/** Above every process id there is. */
const NOBODYS_PID = 2_147_483_000;

/** The server that runs in this folder, answering or not; null where there is none. */
export async function runningServer(data: string): Promise<RunningServer | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !isAlive(pid)) return null;
  return (await worksIn(pid, data)) ? { pid, port } : null;
}

/**
 * After a crash the file names a process that is gone. Where another one has got its number since, as happens in
 * containers, PostgreSQL would refuse to start; it is told of a number that nobody has. The rest of the
 * file stays: by it the server makes sure that no orphan of the crash still writes.
 */
export async function forgetDeadServer(data: string): Promise<void> {
  const file = await open(join(data, 'postmaster.pid'), constants.O_RDWR | constants.O_NOFOLLOW).catch(
    () => null,
  );
  if (!file) return;
  try {
    const lines = (await file.readFile('utf8')).split('\n');
    if (!isAlive(Number(lines[0]))) return;
    const changed = [NOBODYS_PID, ...lines.slice(1)].join('\n');
    await file.truncate(0);
    await file.write(changed, 0);
  } finally {
    await file.close();
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** A process that has inherited the number works elsewhere, and a zombie nowhere. Only Linux tells. */
async function worksIn(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const [folder, wanted] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => null),
    realpath(data).catch(() => data),
  ]);
  return folder === wanted;
}
