import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { copyComplaints } from './copies.js';

export interface Ids {
  /** Of the complaints that nobody has acknowledged. */
  waiting: string[];
  all: string[];
}

/** Fills a database that has samples. @returns ids of complaints, in no order */
export function fill(databaseUrl: string, complaints: number): Promise<Ids> {
  return connected(databaseUrl, async (client) => {
    await copyComplaints(client, complaints);
    const { rows } = await client.query<{ id: string; state: string }>(
      'SELECT c.id, c.state FROM complaints c ORDER BY md5(c.id::text)',
    );
    const waiting = rows.filter(({ state }) => state === 'received').map(({ id }) => id);
    return { waiting, all: rows.map(({ id }) => id) };
  });
}

/** Waits until whoever follows the log has read all of it: what copies are new to it is no part of any request. */
export function caughtUp(databaseUrl: string): Promise<void> {
  return connected(databaseUrl, async (client) => {
    for (;;) {
      const { rows } = await client.query(BEHIND);
      if (rows.length === 0) return;
      await pause(200);
    }
  });
}

/** A subscriber for whom nothing came may stay so far behind: it looks when there is something. */
const IDLE_LAG = 500;

const BEHIND = `
  SELECT s.name FROM subscriptions s
  WHERE s.position < (SELECT max(p.position) FROM entry_positions p) - ${IDLE_LAG}`;

/**
 * A new database on the server. The bare server has a copy for itself: what it writes there is nothing that the program
 * could read.
 */
export function makeDatabase(serverUrl: string, name: string, copyOf = 'template1'): Promise<string> {
  return connected(serverUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${copyOf}`);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  });
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
