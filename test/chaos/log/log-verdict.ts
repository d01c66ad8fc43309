import { query } from '../cluster.js';
import type { Outage } from '../outages.js';
import { untilNothing, verifyLog } from '../verifying.js';
import type { FeedReader, Seen } from './reading.js';
import type { Acknowledged, Written } from './writing.js';

export interface LogVerdict {
  /** What went wrong, a sentence each; none is the good answer. */
  faults: string[];
  entries: number;
  acknowledged: number;
  failures: number;
  /** Milliseconds from the answer to the writer until the reader had the entry, in ascending order. */
  lag: number[];
  /** Of what was written and read while a sealer was there. */
  lagOutside: number[];
}

/** How many rows of a kind there are. */
export interface Stored {
  complaints: number;
  notes: number;
}

export async function stored(databaseUrl: string): Promise<Stored> {
  const [counts] = await query<Stored>(databaseUrl, STORED);
  return counts ?? { complaints: 0, notes: 0 };
}

/** Waits until everything has a position and the reader has read it; then compares. */
export async function judgeLog(
  databaseUrl: string,
  before: Stored,
  { written, reader, outages }: { written: Written; reader: FeedReader; outages: Outage[] },
): Promise<LogVerdict> {
  await untilNothing(databaseUrl, 'unsealed_entries');
  const entries = await query<{ id: string }>(databaseUrl, ENTRIES);
  // What was written meanwhile belongs to no call of the writers.
  const seen = (await reader.endAt(entries.length)).slice(0, entries.length);
  const lags = [
    ...lagsOf(written.complaints, seen, 'complaint.received'),
    ...lagsOf(written.notes, seen, 'message.noted'),
  ];
  const unseen = lags.filter(({ seenAt }) => seenAt.length !== 1);
  const { complaints, notes } = await stored(databaseUrl);
  const faults = [
    ...orderFaults(seen, entries),
    ...unseen.map(
      ({ id, seenAt }) => `${id} was acknowledged, and the reader saw it ${seenAt.length} times.`,
    ),
    ...countFaults('complaints', written.complaints, complaints - before.complaints),
    ...countFaults('notes', written.notes, notes - before.notes),
    ...(await verifyLog(databaseUrl)),
  ];
  const outside = lags.filter(({ at, seenAt }) => !isDuring(outages, at, seenAt[0] ?? at));
  return {
    faults,
    entries: entries.length,
    acknowledged: lags.length,
    failures: written.failures,
    lag: lagOf(lags),
    lagOutside: lagOf(outside),
  };
}

interface Lag {
  id: string;
  at: number;
  seenAt: number[];
}

function lagsOf(acknowledged: Acknowledged[], seen: Seen[], type: string): Lag[] {
  const times = new Map<string, number[]>();
  for (const one of seen.filter((entry) => entry.type === type))
    times.set(one.subjectId, [...(times.get(one.subjectId) ?? []), one.at]);
  return acknowledged.map(({ id, at }) => ({ id, at, seenAt: times.get(id) ?? [] }));
}

function lagOf(lags: Lag[]): number[] {
  return lags.map(({ at, seenAt }) => Math.max(0, (seenAt[0] ?? NaN) - at)).sort((a, b) => a - b);
}

/** The reader must have seen what is on record: each entry once, by position, without a gap. */
function orderFaults(seen: Seen[], entries: { id: string }[]): string[] {
  const wrong = seen.findIndex(({ position }, index) => position !== index + 1);
  const other = entries.findIndex(({ id }, index) => id !== seen[index]?.id);
  return [
    ...(wrong < 0 ? [] : [`The reader saw position ${seen[wrong]?.position} as the ${wrong + 1}th.`]),
    ...(other < 0 ? [] : [`At position ${other + 1} the reader saw another entry than there is.`]),
    ...(seen.length === entries.length
      ? []
      : [`The reader saw ${seen.length} of ${entries.length} entries.`]),
  ];
}

/** One call is one row, however often it was sent. */
function countFaults(what: string, acknowledged: Acknowledged[], made: number): string[] {
  if (made === acknowledged.length) return [];
  return [`${acknowledged.length} ${what} were acknowledged, and ${made} were made.`];
}

function isDuring(outages: Outage[], from: number, to: number): boolean {
  return outages.some((outage) => from <= outage.to && to >= outage.from);
}

const ENTRIES = 'SELECT p.entry_id AS id FROM entry_positions p ORDER BY p.position';

const STORED = `
  SELECT (SELECT count(*)::int FROM complaints) AS complaints,
    (SELECT count(*)::int FROM messages m WHERE m.audience = 'internal') AS notes`;
