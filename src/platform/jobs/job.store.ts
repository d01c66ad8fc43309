import type { Database } from '../database/database.js';
import { DEAD, SCHEMA } from './job-schema.js';

/** A job whose last attempt failed. */
export interface FailedJob {
  id: string;
  job: string;
  data: unknown;
  /** How often it was begun. */
  attempts: number;
  /** What went wrong the last time, without values that could be personal. */
  lastError: string | null;
}

/** Questions about the jobs that the library itself does not answer. */
export class JobStore {
  constructor(private readonly database: Database) {}

  dead(): Promise<FailedJob[]> {
    return this.database.read(
      `SELECT j.source_id AS id, j.source_name AS job, j.data, j.source_retry_count + 1 AS attempts,
              ${words('j.source_output')} AS last_error
       FROM ${SCHEMA}.job j WHERE j.name = $1 AND j.state = 'created' ORDER BY j.created_on, j.id`,
      [DEAD],
    );
  }

  failing(): Promise<FailedJob[]> {
    return this.database.read(
      `SELECT j.id, j.name AS job, j.data, j.retry_count + 1 AS attempts, ${words('j.output')} AS last_error
       FROM ${SCHEMA}.job j WHERE j.state = 'retry' ORDER BY j.created_on, j.id`,
    );
  }

  /** Whether one of these kinds runs, or could begin now. */
  async isAnyDue(names: string[]): Promise<boolean> {
    const due = await this.database.read(
      `SELECT FROM ${SCHEMA}.job j
       WHERE j.name = ANY ($1::text[])
         AND (j.state = 'active' OR j.state IN ('created', 'retry') AND j.start_after <= now())
       LIMIT 1`,
      [names],
    );
    return due.length > 0;
  }

  /** Makes due what was to begin within so many milliseconds; what waits after a failure goes on waiting. */
  async hasten(milliseconds: number): Promise<void> {
    await this.database.read(
      `UPDATE ${SCHEMA}.job SET start_after = now()
       WHERE name <> $1 AND state = 'created'
         AND start_after > now() AND start_after <= now() + $2 * interval '1 millisecond'`,
      [DEAD, milliseconds],
    );
  }
}

/** The library keeps an error as its properties, and its own reasons in other forms. */
function words(output: string): string {
  return `coalesce(${output} ->> 'message', ${output} -> 'value' ->> 'message', ${output} ->> 'value')`;
}
