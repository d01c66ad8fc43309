import { execFile } from 'node:child_process';
import { chown, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartError } from '../../start-error.js';

const run = promisify(execFile);

/** The account that the database server runs under; null is our own. */
export type ServerOwner = { uid: number; gid: number } | null;

/** Accounts that exist nearly everywhere and may do nothing else. */
const ACCOUNTS = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root. So a program of root runs it as the owner of the folder that it has or will have,
 * and where root owns that too, as an account without rights.
 * @param folders the first that exists and does not belong to root decides
 */
export async function serverOwner(folders: string[]): Promise<ServerOwner> {
  if (process.getuid?.() !== 0) return null;
  for (const folder of folders) {
    const found = await stat(folder).catch(() => null);
    if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  }
  for (const account of ACCOUNTS) {
    const ids = await idsOf(account);
    if (ids) return ids;
  }
  throw new StartError(
    'DATABASE_URL is not set, and the embedded database cannot run as root: start as ' +
      'an ordinary user, or set DATABASE_URL.',
  );
}

/** Gives a file or folder to the server's account. */
export async function giveTo(owner: ServerOwner, path: string): Promise<void> {
  if (owner) await chown(path, owner.uid, owner.gid);
}

async function idsOf(account: string): Promise<ServerOwner> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', account]), run('id', ['-g', account])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}
