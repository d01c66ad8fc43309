import pg from 'pg';
import type { Cluster } from './cluster.js';

/**
 * Every program that uses the server holds this lock, shared; who gets it alone is the last and may stop
 * the server.
 */
const IN_USE = `hashtext('amends'), hashtext('embedded database in use')`;

/** One connection for as long as the server is used: it says that we use it, and notices when it goes. */
export interface Keeper {
  port: number;
  /** Fulfilled when the connection is gone. */
  lost: Promise<void>;
  /** Gives the server up. @returns whether nobody else uses it; then nobody can begin to, until it has stopped */
  release: () => Promise<boolean>;
}

/** @returns null where the server does not answer, or is about to stop */
export async function keep(cluster: Cluster, port: number): Promise<Keeper | null> {
  const client = new pg.Client({
    connectionString: serverUrl(cluster, port),
    connectionTimeoutMillis: 5000,
    application_name: 'amends keeper',
    keepAlive: true,
  });
  client.on('error', () => undefined);
  const lost = new Promise<void>((resolve) => client.once('end', resolve));
  try {
    await client.connect();
    await client.query(`SELECT pg_advisory_lock_shared(${IN_USE})`);
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
  return { port, lost, release: () => release(client) };
}

export function serverUrl(cluster: Cluster, port: number): string {
  return `postgres://amends:${cluster.password}@127.0.0.1:${port}/postgres`;
}

async function release(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`SELECT pg_advisory_unlock_shared(${IN_USE})`);
    const { rows } = await client.query<{ alone: boolean }>(
      `SELECT pg_try_advisory_lock(${IN_USE}) AS alone`,
    );
    const alone = rows[0]?.alone === true;
    if (!alone) await client.end();
    return alone;
  } catch {
    return false;
  }
}
