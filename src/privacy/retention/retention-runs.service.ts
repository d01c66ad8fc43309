import { Injectable } from '@nestjs/common';
import { type Change, Ledger, type Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/identifiers.js';
import { actionRefused, stateNotAllowed } from '../../kernel/refusal.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { OWN_PLAN } from '../erasures/plan-needs.js';
import { DueReads, type Ready } from './due.reads.js';
import type { NewRetentionRunBody } from './retention-run.dto.js';
import type { RetentionRun, RetentionRunItem, RunState } from './retention-run.entity.js';
import { CARRY_OUT_RUN } from './retention-run.jobs.js';

/** As many complaints as one person can answer for at once; the rest comes with the next run. */
export const MOST_IN_A_RUN = 500;

/** Plans to erase what was kept for long enough; a job carries it out when somebody else approves. */
@Injectable()
export class RetentionRunsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly due: DueReads,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Nothing is erased yet. @throws Refusal 409 where there is nothing that could be */
  async plan(call: Call, body: NewRetentionRunBody): Promise<Written> {
    const asOf = body.asOf === undefined ? this.clock.now() : new Date(body.asOf);
    const ready = await this.due.ready(call.actor, asOf, MOST_IN_A_RUN);
    return this.ledger.write(call, 'plan retention run', [], async (c) => {
      if (ready.length === 0) throw actionRefused('plan-retention-run', [NOTHING_DUE], 'none');
      const { id: plannedById, name: plannedByName } = call.actor;
      const run: RetentionRun = {
        ...{ id: newId(), state: 'planned', asOf, plannedById, plannedByName },
        ...{ decidedById: null, decidedByName: null, decidedAt: null, doneAt: null },
        ...{ version: 1, createdAt: c.now, updatedAt: c.now },
      };
      await c.tx.insert('retention_runs', [run]);
      await c.tx.insert(
        'retention_run_items',
        ready.map((one) => itemOf(run, one)),
      );
      const complaintIds = ready.map(({ id }) => id);
      c.record('retention_run.planned', itself(run), { asOf: asOf.toISOString(), complaintIds });
      return { id: run.id, location: `/v1/retention/runs/${run.id}` };
    });
  }

  /** Never by whoever planned it. What has come into the way since, the job refuses. @throws Refusal 404, 412, 409 */
  approve(call: Call, id: string): Promise<Written> {
    return this.decide(call, id, 'approve', async (c, run) => {
      if (run.plannedById === call.actor.id) {
        throw actionRefused('approve-retention-run', [OWN_PLAN], run.state);
      }
      c.record('retention_run.approved', itself(run), { plannedById: run.plannedById });
      await this.jobs.enqueue(c.tx, CARRY_OUT_RUN, { runId: id }, { key: id });
      return 'running';
    });
  }

  /** @throws Refusal 404, 412, 409 */
  cancel(call: Call, id: string): Promise<Written> {
    return this.decide(call, id, 'cancel', (c, run) => {
      c.record('retention_run.cancelled', itself(run), {});
      return Promise.resolve('cancelled');
    });
  }

  private decide(
    call: Call,
    id: string,
    verb: 'approve' | 'cancel',
    to: (c: Change, run: RetentionRun) => Promise<RunState>,
  ): Promise<Written> {
    const action = `${verb}-retention-run`;
    const subject = { type: 'retention_run', id, versioned: true } as const;
    return this.ledger.write(call, action, [subject], async (c) => {
      const run = c.row<RetentionRun>(subject);
      if (run.state !== 'planned')
        throw stateNotAllowed(action, `${action} is possible in planned`, run.state);
      const state = await to(c, run);
      const { id: decidedById, name: decidedByName } = call.actor;
      const decided = { decidedById, decidedByName, decidedAt: c.now, updatedAt: c.now };
      await c.tx.save('retention_runs', [{ ...run, ...decided, state, version: run.version + 1 }]);
      return { id };
    });
  }
}

function itemOf({ id: runId }: RetentionRun, one: Ready): RetentionRunItem {
  return {
    ...{ runId, complaintId: one.id, versions: one.versions, state: 'planned' },
    ...{ refusedFor: null, erasureId: null, doneAt: null },
  };
}

const itself = ({ id }: RetentionRun) => ({ type: 'retention_run', id }) as const;

const NOTHING_DUE = {
  code: 'nothing_due',
  detail: 'a complaint whose time is over, whose erasure nothing hinders, and that no other run has',
};
