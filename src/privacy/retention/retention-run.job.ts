import { Injectable, Logger } from '@nestjs/common';
import { type Change, Ledger, type Subject } from '../../audit/ledger.service.js';
import type { Complaint } from '../../complaints/complaint.entity.js';
import type { Actor } from '../../kernel/actor.js';
import { type Call, systemCall } from '../../kernel/call.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Unmet } from '../../kernel/refusal.js';
import { Database } from '../../platform/database/database.js';
import { DoesJob } from '../../platform/jobs/job.js';
import { describeError } from '../../platform/logging/describe-error.js';
import { carryOut, plan, subjectsOf } from '../erasures/carrying-out.js';
import { PLAN_OUTDATED } from '../erasures/plan-needs.js';
import { complaintVersions, type Covered, coveredWith, type Due, hindrances } from './covered.js';
import type { RetentionRun, RetentionRunItem } from './retention-run.entity.js';
import { CARRY_OUT_RUN } from './retention-run.jobs.js';
import { RetentionRunReads } from './retention-run.reads.js';

/** Complaints read at once. */
const BATCH = 100;

/** Erases the complaints of an approved run, each in a transaction of its own: done again, it goes on where it was. */
@Injectable()
export class RetentionRunJob {
  private readonly logger = new Logger(RetentionRunJob.name);

  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly reads: RetentionRunReads,
  ) {}

  /** @throws Error where some could neither be erased nor refused, after all the others were. */
  @DoesJob(CARRY_OUT_RUN)
  async carryOutRun({ runId }: { runId: string }): Promise<void> {
    const run = await this.reads.row(runId);
    const failed: string[] = [];
    for (let after: string | null = null; ;) {
      const found: Due[] = await this.database.read<Due>(WAITING, [runId, after, BATCH]);
      for (const due of found) if (!(await this.taken(run, due))) failed.push(due.id);
      after = found.at(-1)?.id ?? null;
      if (found.length < BATCH) break;
    }
    if (failed.length > 0) throw new Error(`could not be erased: ${failed.slice(0, 10).join(', ')}`);
    await this.finish(runId);
  }

  private async taken(run: RetentionRun, due: Due): Promise<boolean> {
    try {
      await this.take(run, due);
      return true;
    } catch (error) {
      const what = 'a complaint whose time is over could not be erased';
      this.logger.error({ what, complaintId: due.id, error: describeError(error) });
      return false;
    }
  }

  /** What was to go before everything was locked, and what is to go afterwards, has to be the same. */
  private async take(run: RetentionRun, due: Due): Promise<void> {
    const before = await this.database.transaction((tx) => coveredWith(tx, due, run.asOf));
    const itself: Subject = { type: 'complaint', id: due.id };
    const covered = subjectsOf(before.covered).filter(({ id }) => id !== due.id);
    const subjects: Subject[] = [{ type: 'retention_run', id: run.id }, itself, ...covered];
    await this.ledger.write(approving(run), 'erase what was kept for long enough', subjects, async (c) => {
      const item = await c.tx.one<RetentionRunItem>(ITEM, [run.id, due.id]);
      if (item?.state !== 'planned') return { id: run.id };
      const now = await coveredWith(c.tx, c.row<Complaint>(itself), run.asOf);
      const versions = await complaintVersions(c.tx, now);
      const changed = !isAlike(versions, item.versions) || !isAlike(now, before);
      const by = { actorId: run.decidedById, asOf: run.asOf, now: c.now };
      const unmet = [...(await hindrances(c.tx, now, by)), ...(changed ? [PLAN_OUTDATED] : [])];
      await (unmet.length > 0 ? refuse(c, run, due.id, unmet) : eraseNow(c, run, due.id, now));
      await c.tx.rows(TOUCHED, [run.id, c.now]);
      return { id: run.id };
    });
  }

  private async finish(id: string): Promise<void> {
    const subject = { type: 'retention_run', id } as const;
    await this.ledger.write(systemCall('retention'), 'finish retention run', [subject], async (c) => {
      const run = c.row<RetentionRun>(subject);
      const counts = await c.tx.one<{ planned: number; done: number; refused: number }>(COUNTS, [id]);
      if (run.state !== 'running' || !counts || counts.planned > 0) return { id };
      const over = { state: 'done', doneAt: c.now, updatedAt: c.now, version: run.version + 1 };
      await c.tx.save('retention_runs', [{ ...run, ...over }]);
      c.record('retention_run.done', subject, { done: counts.done, refused: counts.refused });
      return { id };
    });
  }
}

async function eraseNow(c: Change, run: RetentionRun, id: string, covered: Covered): Promise<void> {
  const reason = `Kept for as long as its class asks; run ${run.id}.`;
  const planned = await plan(c, { ...covered, basis: 'retention', reason }, planner(run));
  await carryOut(c, planned);
  await c.tx.rows(DONE, [run.id, id, planned.id, c.now]);
}

async function refuse(c: Change, run: RetentionRun, id: string, unmet: Unmet[]): Promise<void> {
  await c.tx.rows(REFUSED, [run.id, id, JSON.stringify(unmet), c.now]);
  const data = { aboutComplaintId: id, unmet: unmet.map(({ code }) => code) };
  c.record('retention_run.refused', { type: 'retention_run', id: run.id }, data);
}

/** Who approved the run erases; the job only does it later. */
function approving({ decidedById: id, decidedByName: name }: RetentionRun): Call {
  return { ...systemCall('retention'), actor: { kind: 'user', id, name, roles: [] } };
}

function planner({ plannedById: id, plannedByName: name }: RetentionRun): Actor {
  return { kind: 'user', id, name, roles: [] };
}

function isAlike(one: object, other: object): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

const WAITING = `
  SELECT c.id, c.customer_id, c.retention_class FROM retention_run_items i JOIN complaints c ON c.id = i.complaint_id
  WHERE i.run_id = $1 AND i.state = 'planned' AND ($2::uuid IS NULL OR i.complaint_id > $2)
  ORDER BY i.complaint_id LIMIT $3`;

const ITEM = 'SELECT i.* FROM retention_run_items i WHERE i.run_id = $1 AND i.complaint_id = $2';

const DONE = `
  UPDATE retention_run_items SET state = 'done', erasure_id = $3, done_at = $4
  WHERE run_id = $1 AND complaint_id = $2`;

const REFUSED = `
  UPDATE retention_run_items SET state = 'refused', refused_for = $3::jsonb, done_at = $4
  WHERE run_id = $1 AND complaint_id = $2`;

const TOUCHED = 'UPDATE retention_runs SET version = version + 1, updated_at = $2 WHERE id = $1';

const COUNTS = `
  SELECT count(*) FILTER (WHERE i.state = 'planned')::integer AS planned,
    count(*) FILTER (WHERE i.state = 'done')::integer AS done,
    count(*) FILTER (WHERE i.state = 'refused')::integer AS refused
  FROM retention_run_items i WHERE i.run_id = $1`;
