import { query } from './cluster.js';
import type { Outage } from './outages.js';
import type { Promised } from './promising.js';
import { PATIENCE, untilNothing, verifyLog } from './verifying.js';

/** What became of the promises. */
export interface Verdict {
  /** What went wrong, a sentence each; none is the good answer. */
  faults: string[];
  /** Milliseconds from the due time of each promise to the entry that says it was broken, in ascending order. */
  lateness: number[];
  /** Of those that were due while a worker was there, and its database. */
  latenessOutside: number[];
}

/** What is due in an outage, or right before and after it, is late by the outage's fault. */
const AFTERMATH = 1000;

interface Fate {
  id: string;
  state: string;
  broken: number;
  warned: number;
  breaches: number;
  at: Date | null;
}

/** Waits until nothing is open any more that should not be, then looks at every promise. */
export async function judge(
  databaseUrl: string,
  { dueTimes }: Promised,
  outages: Outage[],
): Promise<Verdict> {
  await untilNothing(databaseUrl, 'promises p WHERE p.state = $$open$$ AND p.due_at < clock_timestamp()');
  await untilNothing(databaseUrl, 'unsealed_entries');
  const fates = new Map(
    (await query<Fate>(databaseUrl, FATES, [[...dueTimes.keys()]])).map((fate) => [fate.id, fate]),
  );
  const faults = (await query<{ fault: string }>(databaseUrl, FAULTS)).map(({ fault }) => fault);
  const lateness: number[] = [];
  const latenessOutside: number[] = [];
  for (const [id, due] of dueTimes) {
    const fate = fates.get(id);
    faults.push(...faultsOf(id, due, fate, outages));
    if (!fate?.at) continue;
    const late = fate.at.getTime() - due;
    lateness.push(late);
    if (outageOf(due, outages) === undefined) latenessOutside.push(late);
  }
  faults.push(...(await verifyLog(databaseUrl)));
  return { faults, lateness: lateness.sort(ascending), latenessOutside: latenessOutside.sort(ascending) };
}

/** The smallest lateness that so many of a hundred do not exceed; of a sorted list. */
export function percentile(sorted: number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? NaN;
}

function faultsOf(id: string, due: number, fate: Fate | undefined, outages: Outage[]): string[] {
  if (!fate) return [`Promise ${id} was made and is gone.`];
  const { state, broken, warned, breaches, at } = fate;
  const faults: string[] = [];
  if (state !== 'broken') faults.push(`Promise ${id} is ${state} after its time.`);
  if (broken !== 1) faults.push(`Promise ${id} was broken ${broken} times by the log.`);
  if (breaches !== 1) faults.push(`Promise ${id} has ${breaches} breaches.`);
  if (warned > 1) faults.push(`Promise ${id} was warned of ${warned} times.`);
  if (!at) return faults;
  const late = at.getTime() - Math.max(due, outageOf(due, outages)?.to ?? 0);
  if (at.getTime() < due) faults.push(`Promise ${id} was broken ${due - at.getTime()} ms before its time.`);
  if (late > PATIENCE) faults.push(`Promise ${id} was broken ${late} ms late, and no outage explains that.`);
  return faults;
}

function outageOf(due: number, outages: Outage[]): Outage | undefined {
  return outages.find(({ from, to }) => due >= from - AFTERMATH && due <= to + AFTERMATH);
}

function ascending(a: number, b: number): number {
  return a - b;
}

const FATES = `
  WITH said AS (
    SELECT e.subject_id AS id, min(e.at) FILTER (WHERE e.type = 'promise.broken') AS at,
      (count(*) FILTER (WHERE e.type = 'promise.broken'))::int AS broken,
      (count(*) FILTER (WHERE e.type = 'promise.warned'))::int AS warned
    FROM entries e WHERE e.type IN ('promise.broken', 'promise.warned') GROUP BY 1
  ), owed AS (
    SELECT b.promise_id AS id, count(*)::int AS breaches FROM breaches b GROUP BY 1
  )
  SELECT p.id, p.state, coalesce(s.broken, 0) AS broken, coalesce(s.warned, 0) AS warned,
    coalesce(o.breaches, 0) AS breaches, s.at
  FROM promises p LEFT JOIN said s ON s.id = p.id LEFT JOIN owed o ON o.id = p.id
  WHERE p.id = ANY ($1::uuid[])`;

/** What is wrong with any promise of the house, made here or not. */
const FAULTS = `
  SELECT 'Promise ' || p.id || ' is open, and was due at ' || p.due_at || '.' AS fault
  FROM promises p WHERE p.state = 'open' AND p.due_at < clock_timestamp() - interval '1 second'
  UNION ALL
  SELECT 'Breach ' || b.id || ' is of a promise that no entry says was broken.'
  FROM breaches b
  WHERE b.promise_id NOT IN (SELECT e.subject_id FROM entries e WHERE e.type = 'promise.broken')
  UNION ALL
  SELECT 'Entry ' || e.seq || ' has no position in the log.'
  FROM entries e WHERE NOT EXISTS (SELECT FROM entry_positions p WHERE p.entry_id = e.id)`;
