import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { DueComplaintDto, DueQuery } from './due.dto.js';
import { DueReads } from './due.reads.js';
import {
  NewRetentionRunBody,
  RetentionRunDto,
  RetentionRunItemDto,
  RetentionRunItemQuery,
} from './retention-run.dto.js';
import { RetentionRunReads } from './retention-run.reads.js';
import { RetentionRunsService } from './retention-runs.service.js';

@Controller('v1/retention')
export class RetentionRunsController {
  constructor(
    private readonly due: DueReads,
    private readonly runs: RetentionRunsService,
    private readonly reads: RetentionRunReads,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'due',
    operationId: 'listDueComplaints',
    tag: 'retention',
    summary: 'List the complaints that were kept for long enough',
    description:
      'Those whose time is over longest come first, each with what hinders its erasure: a hold, a promise that is ' +
      'still to be kept, one merged with it that is to be kept for longer. Nothing is planned by this.',
    permission: 'retention:read',
    query: DueQuery,
    answers: DueComplaintDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: DueQuery): Promise<Page<DueComplaintDto>> {
    return this.due.list(caller, query);
  }

  @Endpoint({
    method: 'POST',
    path: 'runs',
    operationId: 'planRetentionRun',
    tag: 'retention',
    summary: 'Plan to erase what was kept for long enough',
    description:
      'Takes up to 500 complaints that nothing hinders and that no other run has. Nothing is erased yet: the run ' +
      'waits for the approval of somebody else. With the last complaint that is kept of a customer goes the record ' +
      'of the customer, where neither it nor its value has changed for as long as the complaint was kept and it is ' +
      'no key figure of a company.',
    permission: 'erasure:plan',
    status: 201,
    body: NewRetentionRunBody,
    bodyOptional: true,
    answers: RetentionRunDto,
    location: true,
    etag: true,
    refuses: ['action_refused'],
    needs: ['nothing_due'],
  })
  plan(@TheCall() call: Call, @Body() body: NewRetentionRunBody): Promise<Answer> {
    return this.written(this.runs.plan(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: 'runs',
    operationId: 'listRetentionRuns',
    tag: 'retention',
    summary: 'List the runs, oldest first',
    permission: 'retention:read',
    query: PageQuery,
    answers: RetentionRunDto,
    list: true,
  })
  listRuns(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<RetentionRunDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'runs/:id',
    operationId: 'getRetentionRun',
    tag: 'retention',
    summary: 'Read a run',
    description: 'How many of its complaints were erased, and how many stay for which reasons.',
    permission: 'retention:read',
    answers: RetentionRunDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const run = await this.reads.one(id);
    return answer(run, { version: run.version });
  }

  @Endpoint({
    method: 'GET',
    path: 'runs/:id/complaints',
    operationId: 'listRetentionRunComplaints',
    tag: 'retention',
    summary: 'List the complaints of a run, with what became of each',
    permission: 'retention:read',
    query: RetentionRunItemQuery,
    answers: RetentionRunItemDto,
    list: true,
  })
  items(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: RetentionRunItemQuery,
  ): Promise<Page<RetentionRunItemDto>> {
    return this.reads.items(caller, id, query);
  }

  @Endpoint({
    method: 'POST',
    path: 'runs/:id/actions/approve',
    operationId: 'approveRetentionRun',
    tag: 'retention',
    summary: 'Approve a run, which erases',
    description:
      'Never by whoever planned it. The complaints are erased one by one after the answer, each with a certificate ' +
      'as of any erasure; one that has changed since, or that something has come into the way of, is refused and ' +
      'stays.',
    permission: 'erasure:approve',
    answers: RetentionRunDto,
    etag: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'own_plan'],
  })
  approve(@TheCall() call: Call, @PathId('id') id: string): Promise<Answer> {
    return this.written(this.runs.approve(call, id));
  }

  @Endpoint({
    method: 'POST',
    path: 'runs/:id/actions/cancel',
    operationId: 'cancelRetentionRun',
    tag: 'retention',
    summary: 'Cancel a run that was not approved',
    permission: 'erasure:plan',
    answers: RetentionRunDto,
    etag: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed'],
  })
  cancel(@TheCall() call: Call, @PathId('id') id: string): Promise<Answer> {
    return this.written(this.runs.cancel(call, id));
  }

  private written(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(id));
  }
}
