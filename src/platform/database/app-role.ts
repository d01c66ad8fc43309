import type { Client } from 'pg';
import { APP_ROLE } from './connection.js';

/** Another program may create the role, or grant it, at the same moment: the role belongs to the whole server. */
const RACES = new Set(['42710', '23505', 'XX000']);

/**
 * Makes sure that the role of the application exists and that this connection may take it on.
 * @returns the role, or null where the server refuses, or where it owns the tables itself
 */
export async function ensureRole(owner: Client): Promise<string | null> {
  if (await isItself(owner)) return null;
  if (await canTakeOn(owner)) return APP_ROLE;
  await attempt(owner, `CREATE ROLE ${APP_ROLE} NOLOGIN`);
  await attempt(owner, `GRANT ${APP_ROLE} TO CURRENT_USER`);
  return (await canTakeOn(owner)) ? APP_ROLE : null;
}

/** Who owns the tables is not held by what is granted on them. */
async function isItself(owner: Client): Promise<boolean> {
  const { rowCount } = await owner.query('SELECT WHERE current_user = $1', [APP_ROLE]);
  return rowCount === 1;
}

async function canTakeOn(owner: Client): Promise<boolean> {
  try {
    await owner.query(`SET ROLE ${APP_ROLE}`);
    await owner.query('RESET ROLE');
    return true;
  } catch {
    return false;
  }
}

async function attempt(owner: Client, sql: string): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      await owner.query(sql);
      return;
    } catch (error) {
      if (!RACES.has((error as { code?: string }).code ?? '')) return;
    }
  }
}
