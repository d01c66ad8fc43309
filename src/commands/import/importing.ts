import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Amends } from '../client/amends.js';
import { Patience } from '../client/patience.js';
import { toldBy } from '../client/refusals.js';
import type { Session } from '../client/session.js';
import { ExternalIds } from './external-ids.js';
import type { ReadRow } from './read-rows.js';
import { type Flaw, type NewComplaint, toComplaint } from './to-complaint.js';

/** What became of the rows. */
export interface Tally {
  taken: number;
  already: number;
  refused: number;
}

export interface Importing {
  api: Amends;
  session: Session;
  rows: AsyncIterable<ReadRow>;
  /** Rows to take at most. */
  limit: number;
  /** Rows that are on their way at once. */
  concurrency: number;
  now: () => Date;
  refused: (row: ReadRow, flaws: Flaw[]) => void;
  done: (tally: Tally) => void;
}

/**
 * Takes the rows to the server, several at once, each under an idempotency key of its own. A second run takes none
 * twice, wherever the first one ended.
 * @throws StartError where the server stays away or the file cannot be read on; what is in is in
 */
export async function importRows(job: Importing): Promise<Tally> {
  const tally: Tally = { taken: 0, already: 0, refused: 0 };
  const ids = new ExternalIds();
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for await (const row of job.rows) {
    if (row.number > job.limit || failures.length > 0) break;
    const externalId = idOf(row, ids);
    const task = importRow(job, row, externalId, tally)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(task));
    running.add(task);
    if (running.size >= job.concurrency) await Promise.race(running);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
  return tally;
}

/** In the order of the file, before anything waits: equal rows are counted. */
function idOf(row: ReadRow, ids: ExternalIds): string {
  return row.columns.row(row.fields)('externalId') || ids.of(row.fields);
}

async function importRow(job: Importing, row: ReadRow, externalId: string, tally: Tally): Promise<void> {
  const { complaint, flaws } = row.flaw
    ? { flaws: [row.flaw] }
    : toComplaint(row.columns.row(row.fields), externalId, job.now());
  const outcome = complaint ? await take(job, complaint) : flaws;
  if (typeof outcome === 'string') {
    tally[outcome] += 1;
  } else {
    tally.refused += 1;
    job.refused(row, outcome);
  }
  job.done(tally);
}

async function take(job: Importing, complaint: NewComplaint): Promise<'taken' | 'already' | Flaw[]> {
  const patience = new Patience(job.session);
  const result = await job.api.POST('/v1/complaints', {
    body: complaint,
    params: { header: { 'Idempotency-Key': keyOf(complaint) } },
    fetch: patience.fetch,
  });
  if (result.data) return wasThere(result.response, patience) ? 'already' : 'taken';
  const { code, detail, errors = [] } = toldBy(result);
  if (code === 'external_id_taken') return 'already';
  if (errors.length === 0) return [{ code, detail }];
  return errors.map((error) => ({
    code: error.code,
    detail: `${error.pointer ?? error.parameter ?? ''} ${error.detail}`,
  }));
}

/** A replay of what this very run asked before is its own doing. */
function wasThere({ headers }: Response, { uncertain }: Patience): boolean {
  return headers.get('idempotent-replayed') === 'true' && !uncertain;
}

/** Of the external id and what is said under it: a row that was corrected in the file is another request. */
function keyOf(complaint: NewComplaint): string {
  return `import-${createHash('sha256').update(canonicalJson(complaint)).digest('hex')}`;
}
