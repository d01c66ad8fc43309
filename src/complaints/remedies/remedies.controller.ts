import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint, type EndpointSpec } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { PartReads } from '../parts/part.reads.js';
import { RemediesService } from './remedies.service.js';
import {
  ApproveRemedyBody,
  ExecuteRemedyBody,
  NewRemedyBody,
  RemedyDto,
  RemedyReasonBody,
} from './remedy.dto.js';

/** What every call that changes a remedy has in common. */
const CHANGE = {
  method: 'POST',
  tag: 'remedies',
  answers: RemedyDto,
  ifMatch: 'honoured',
  refuses: ['action_refused'],
} satisfies Partial<EndpointSpec>;

@Controller('v1/complaints/:id/remedies')
export class RemediesController {
  constructor(
    private readonly remedies: RemediesService,
    private readonly reads: PartReads,
  ) {}

  @Endpoint({
    ...CHANGE,
    path: '',
    operationId: 'proposeRemedy',
    summary: 'Propose what makes good, and grant it where your authority suffices',
    description:
      'Without money in it, or where your authority reaches so far at this moment, it is approved at once and ' +
      'promised to the customer. Otherwise it waits for somebody else: `approvers` names who, and after 72 hours it ' +
      'expires and the complaint goes to the next level. A remedy is not changed: refuse it, and propose anew.',
    permission: 'remedy:propose',
    status: 201,
    body: NewRemedyBody,
    location: true,
    needs: ['state_not_allowed', 'conflicted', 'promises_too_many'],
  })
  propose(@TheCall() call: Call, @PathId('id') id: string, @Body() body: NewRemedyBody): Promise<Answer> {
    return this.written(call, id, this.remedies.propose(call, id, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listRemedies',
    tag: 'remedies',
    summary: 'List the remedies of a complaint, oldest first',
    permission: 'complaint:read',
    query: PageQuery,
    answers: RemedyDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<RemedyDto>> {
    return this.reads.list('remedies', caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':remedyId',
    operationId: 'getRemedy',
    tag: 'remedies',
    summary: 'Read a remedy',
    permission: 'complaint:read',
    answers: RemedyDto,
  })
  async get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('remedyId') remedyId: string,
  ): Promise<Answer> {
    const remedy = await this.reads.one('remedies', caller, id, remedyId);
    return answer(remedy, { version: remedy.version });
  }

  @Endpoint({
    ...CHANGE,
    path: ':remedyId/actions/approve',
    operationId: 'approveRemedy',
    summary: 'Approve a remedy that somebody else proposed',
    description:
      'Your authority has to reach so far at this moment, with all that you granted before. The customer is ' +
      'promised that it will be done: a promise of the kind `action` in your name.',
    permission: 'remedy:approve',
    body: ApproveRemedyBody,
    bodyOptional: true,
    needs: ['state_not_allowed', 'conflicted', 'own_approval', 'authority_exceeded', 'promises_too_many'],
  })
  approve(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('remedyId') remedyId: string,
    @Body() body: ApproveRemedyBody,
  ): Promise<Answer> {
    return this.written(call, id, this.remedies.approve(call, id, remedyId, body));
  }

  @Endpoint({
    ...CHANGE,
    path: ':remedyId/actions/refuse',
    operationId: 'refuseRemedy',
    summary: 'Refuse a remedy that waits, or take back your own',
    description: 'For those who could approve it, for supervisors, and for whoever proposed it.',
    permission: 'remedy:refuse',
    body: RemedyReasonBody,
    needs: ['state_not_allowed', 'conflicted', 'authority_exceeded'],
  })
  refuse(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('remedyId') remedyId: string,
    @Body() body: RemedyReasonBody,
  ): Promise<Answer> {
    return this.written(call, id, this.remedies.refuse(call, id, remedyId, body));
  }

  @Endpoint({
    ...CHANGE,
    path: ':remedyId/actions/execute',
    operationId: 'executeRemedy',
    summary: 'Put on record that a remedy was carried out',
    description:
      'Its promise is kept. The same reference again changes nothing and answers the same; another one is refused, ' +
      'so that nothing is paid twice.',
    permission: 'remedy:execute',
    body: ExecuteRemedyBody,
    needs: ['state_not_allowed', 'conflicted', 'erased', 'executed_otherwise'],
  })
  execute(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('remedyId') remedyId: string,
    @Body() body: ExecuteRemedyBody,
  ): Promise<Answer> {
    return this.written(call, id, this.remedies.execute(call, id, remedyId, body));
  }

  @Endpoint({
    ...CHANGE,
    path: ':remedyId/actions/reverse',
    operationId: 'reverseRemedy',
    summary: 'Take back a remedy that was approved or carried out',
    description:
      'Its promise is released, and its amount counts no more against the limits of who approved it.',
    permission: 'remedy:reverse',
    body: RemedyReasonBody,
    needs: ['state_not_allowed', 'conflicted', 'erased'],
  })
  reverse(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('remedyId') remedyId: string,
    @Body() body: RemedyReasonBody,
  ): Promise<Answer> {
    return this.written(call, id, this.remedies.reverse(call, id, remedyId, body));
  }

  private written(call: Call, complaintId: string, write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one('remedies', call.actor, complaintId, id));
  }
}
