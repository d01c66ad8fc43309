import { Injectable } from '@nestjs/common';
import { systemCall } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database/database.js';
import { Conditions } from '../../platform/health/conditions.js';
import { isDueDaily } from '../../platform/jobs/daily.js';
import { DoesJob, job, type JobData } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Ledger } from '../ledger.service.js';
import { HeldCheckpoints } from '../tree/held-checkpoint.js';
import { LogKeys } from '../tree/log-keys.js';
import { type Verdict, verifyLog } from './verification.js';

const CHECK_LOG = job('check-log');

/** Checks the whole log once a day. What it found is an entry, and a condition of the process that looked. */
@Injectable()
export class LogCheckJob {
  private readonly held: HeldCheckpoints;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
    private readonly keys: LogKeys,
    private readonly clock: Clock,
    private readonly conditions: Conditions,
    config: Config,
  ) {
    this.held = new HeldCheckpoints(config.dataDir);
  }

  /** Asks for the check where the last one is a day old. */
  async askIfDue(): Promise<void> {
    if (!(await this.isDue())) return;
    await this.database.transaction((tx) => this.jobs.enqueue(tx, CHECK_LOG, {}, { key: 'log' }));
  }

  /** Several processes may have asked: whoever comes second finds nothing to do. */
  @DoesJob(CHECK_LOG)
  async check(_: JobData = {}): Promise<void> {
    if (!(await this.isDue())) return;
    const [signed] = await this.database.read<Signed>(LAST_SIGNED);
    const verdict = await verifyLog(this.database, { held: await this.held.latest() });
    await this.putOnRecord(verdict, signed?.note ?? null);
    this.tell(verdict);
  }

  private async isDue(): Promise<boolean> {
    const [last] = await this.database.read<{ at: Date }>(LAST_CHECK);
    return isDueDaily(last?.at, this.clock.now());
  }

  private async putOnRecord({ entries, findings }: Verdict, checkpoint: string | null): Promise<void> {
    const { subject } = this.keys;
    const [first] = findings;
    await this.ledger.write(systemCall('check-log'), 'check-log', [], (c) => {
      const data = { entries, findings: findings.length };
      const what = { firstCode: first?.code ?? null, firstPosition: first?.position ?? null };
      c.record('log.checked', subject, { ...data, ...what, checkpoint });
      return Promise.resolve({ id: subject.id });
    });
  }

  private tell({ findings: [first, ...others] }: Verdict): void {
    if (!first) {
      this.conditions.clear('log_damaged');
      return;
    }
    this.conditions.set(
      'log_damaged',
      `The check of the log found ${others.length + 1} things; the first is ${first.code} at position ` +
        `${first.position ?? 'unknown'}. npm run verify-log names all of them.`,
    );
  }
}

interface Signed {
  note: string;
}

const LAST_SIGNED = 'SELECT k.note FROM log_checkpoints k ORDER BY k.size DESC LIMIT 1';

const LAST_CHECK = `SELECT e.at FROM entries e WHERE e.type = 'log.checked' ORDER BY e.seq DESC LIMIT 1`;
