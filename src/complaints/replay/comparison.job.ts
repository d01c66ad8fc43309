import { Injectable, Logger } from '@nestjs/common';
import { Ledger } from '../../audit/ledger.service.js';
import { systemCall } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { Conditions } from '../../platform/health/conditions.js';
import { isDueDaily } from '../../platform/jobs/daily.js';
import { DoesJob, job, type JobData } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { compareRows, type Comparison, describe, type Difference } from './compare-rows.js';
import type { LogComparison } from './comparison.entity.js';

const COMPARE_ROWS = job('compare-rows');
/** So many differences are named, in the log and in that of the operator; `verify-log` names all. */
const NAMED = 100;

/**
 * Compares the rows of all complaints with the log once a day. What it finds is an entry, and a condition of the
 * process that looked; nothing puts it right.
 */
@Injectable()
export class ComparisonJob {
  private readonly logger = new Logger(ComparisonJob.name);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly conditions: Conditions,
  ) {}

  /** Asks for the comparison where the last one is a day old. */
  async askIfDue(): Promise<void> {
    if (!(await this.isDue())) return;
    await this.database.transaction((tx) => this.jobs.enqueue(tx, COMPARE_ROWS, {}, { key: 'rows' }));
  }

  /** Several processes may have asked: whoever comes second finds nothing to do. */
  @DoesJob(COMPARE_ROWS)
  async compare(_: JobData = {}): Promise<void> {
    if (!(await this.isDue())) return;
    const named: Difference[] = [];
    const made = await compareRows(this.database, (difference) => {
      if (named.length < NAMED) named.push(difference);
    });
    await this.putOnRecord(made, named);
    for (const difference of named) this.logger.error(describe(difference));
    this.tell(made);
  }

  private tell({ differences }: Comparison): void {
    if (differences === 0) this.conditions.clear('rows_differ');
    else
      this.conditions.set(
        'rows_differ',
        `Rows of complaints differ from the log in ${differences} places. npm run verify-log -- --rows names them all.`,
      );
  }

  private async isDue(): Promise<boolean> {
    const [last] = await this.database.read<Pick<LogComparison, 'createdAt'>>(LAST);
    return isDueDaily(last?.createdAt, this.clock.now());
  }

  private async putOnRecord({ complaints, differences }: Comparison, named: Difference[]): Promise<void> {
    const id = newId();
    await this.ledger.write(systemCall('compare-rows'), 'compare rows', [], async (c) => {
      await c.tx.insert('log_comparisons', [{ id, complaints, differences, createdAt: c.now }]);
      const subject = { type: 'comparison', id } as const;
      if (differences === 0) c.record('log.compared', subject, { complaints });
      else c.record('log.differences_found', subject, { complaints, differences, named });
      return { id };
    });
  }
}

const LAST = 'SELECT n.created_at FROM log_comparisons n ORDER BY n.created_at DESC LIMIT 1';
