import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { copyComplaints } from '../bench/copies.js';
import { ask, complaintAbout } from '../bench/house.js';
import { query } from './cluster.js';
import type { House } from './house.js';

const OPEN = 100_000;
const DUE = 1000;
/** From the end of the second in which they are due until the last must be handled, in milliseconds. */
const GOAL = 10_000;
/** From now until the first is due, in milliseconds. */
const AHEAD = 5000;

/**
 * Of a hundred thousand open promises a thousand are due within one second, each of another complaint: measures
 * how long it takes until the last of them is handled. The rows are copies by SQL of a complaint that was made
 * through the API.
 * @returns what went wrong, a sentence each
 */
export async function burst(
  house: House,
  { workers, say }: { workers: number; say: (text: string) => void },
): Promise<string[]> {
  const { baseUrl, databaseUrl } = house;
  const authorization = await house.authorization();
  await ask(baseUrl, 'POST', '/v1/complaints', authorization, complaintAbout('bed'));
  say(`copying until ${OPEN} promises are open`);
  await copyUntilOpen(databaseUrl, OPEN);
  await house.startWorkers(workers);
  const from = Date.now() + AHEAD;
  const to = from + 1000;
  await query(databaseUrl, MAKE_DUE, [new Date(from), DUE]);
  say(`${await count(databaseUrl, OPEN_PROMISES)} promises are open, ${DUE} of them due in one second`);
  await pause(to - Date.now());
  while (Date.now() < to + 3 * GOAL && (await count(databaseUrl, OVERDUE, [new Date(to)])) > 0)
    await pause(20);
  const took = Date.now() - to;
  const [handled] = await query<Handled>(databaseUrl, HANDLED);
  say(`handled ${handled?.entries ?? 0}, the last ${took} ms after the second was over`);
  say(
    `lateness: p50 ${handled?.p50 ?? '-'} ms, p99 ${handled?.p99 ?? '-'} ms, max ${handled?.max ?? '-'} ms`,
  );
  return faultsOf(took, handled);
}

interface Handled {
  entries: number;
  promises: number;
  breaches: number;
  /** Milliseconds from the due time to the entry. */
  p50: number;
  p99: number;
  max: number;
}

function faultsOf(took: number, handled: Handled | undefined): string[] {
  const { entries = 0, promises = 0, breaches = 0 } = handled ?? {};
  const faults: string[] = [];
  if (entries !== DUE)
    faults.push(`${DUE} promises were due, and ${entries} entries say that one was broken.`);
  if (promises !== DUE) faults.push(`${DUE} promises were due, and the entries are about ${promises}.`);
  if (breaches !== DUE) faults.push(`${DUE} promises were due, and there are ${breaches} breaches.`);
  if (took > GOAL) faults.push(`The last promise was handled after ${took} ms; the goal is ${GOAL} ms.`);
  return faults;
}

async function copyUntilOpen(databaseUrl: string, promises: number): Promise<void> {
  const each = await count(databaseUrl, OPEN_PROMISES);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await copyComplaints(client, Math.ceil(promises / each), 1);
  } finally {
    await client.end();
  }
}

async function count(databaseUrl: string, from: string, params: unknown[] = []): Promise<number> {
  const [row] = await query<{ count: number }>(
    databaseUrl,
    `SELECT count(*)::int AS count FROM ${from}`,
    params,
  );
  return row?.count ?? 0;
}

const OPEN_PROMISES = `promises p WHERE p.state = 'open'`;
const OVERDUE = `complaints c WHERE c.wake_at < $1`;

/** Of each complaint the first promise; its warning is behind it. */
const MAKE_DUE = `
  WITH due AS (
    UPDATE promises p SET due_at = $1::timestamptz + random() * interval '999 ms', warned_at = p.created_at
    WHERE p.state = 'open' AND p.kind = 'acknowledge' AND p.complaint_id IN (
      SELECT c.id FROM complaints c ORDER BY md5(c.id::text) LIMIT $2)
    RETURNING p.complaint_id, p.due_at
  )
  UPDATE complaints c SET wake_at = d.due_at, next_due_at = d.due_at FROM due d WHERE d.complaint_id = c.id`;

const HANDLED = `
  WITH late AS (
    SELECT e.subject_id, extract(epoch FROM e.at - p.due_at) * 1000 AS ms
    FROM entries e JOIN promises p ON p.id = e.subject_id AND p.state = 'broken'
    WHERE e.type = 'promise.broken'
  )
  SELECT count(*)::int AS entries, count(DISTINCT l.subject_id)::int AS promises,
    (SELECT count(*)::int FROM breaches b) AS breaches,
    round(percentile_disc(0.5) WITHIN GROUP (ORDER BY l.ms))::int AS p50,
    round(percentile_disc(0.99) WITHIN GROUP (ORDER BY l.ms))::int AS p99,
    round(max(l.ms))::int AS max
  FROM late l`;
