import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { PartReads } from '../parts/part.reads.js';
import { AnswerBreachBody, BreachDto, WaiveBreachBody, WithdrawBreachBody } from './breach.dto.js';
import { BreachesService } from './breaches.service.js';

@Controller('v1/complaints/:id/breaches')
export class BreachesController {
  constructor(
    private readonly breaches: BreachesService,
    private readonly reads: PartReads,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listBreaches',
    tag: 'breaches',
    summary: 'List the breaches of a complaint, oldest first',
    permission: 'complaint:read',
    query: PageQuery,
    answers: BreachDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<BreachDto>> {
    return this.reads.list('breaches', caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':breachId',
    operationId: 'getBreach',
    tag: 'breaches',
    summary: 'Read a breach',
    permission: 'complaint:read',
    answers: BreachDto,
  })
  async get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('breachId') breachId: string,
  ): Promise<Answer> {
    const breach = await this.reads.one('breaches', caller, id, breachId);
    return answer(breach, { version: breach.version });
  }

  @Endpoint({
    method: 'POST',
    path: ':breachId/actions/answer',
    operationId: 'answerBreach',
    tag: 'breaches',
    summary: 'Apologise for a broken promise, and say why it was broken',
    description:
      'One apology answers all unanswered breaches of the complaint, unless `breachIds` names some. It counts when ' +
      'it leaves the house. A cause that is not known yet is put in later by the same call, without another apology.',
    permission: 'breach:answer',
    body: AnswerBreachBody,
    answers: BreachDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased', 'not_the_owner'],
  })
  answer(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('breachId') breachId: string,
    @Body() body: AnswerBreachBody,
  ): Promise<Answer> {
    return this.written(call, id, this.breaches.answer(call, id, breachId, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':breachId/actions/waive',
    operationId: 'waiveBreach',
    tag: 'breaches',
    summary: 'Let a broken promise be, with a reason',
    permission: 'breach:waive',
    body: WaiveBreachBody,
    answers: BreachDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased'],
  })
  waive(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('breachId') breachId: string,
    @Body() body: WaiveBreachBody,
  ): Promise<Answer> {
    return this.written(call, id, this.breaches.waive(call, id, breachId, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':breachId/actions/withdraw',
    operationId: 'withdrawBreach',
    tag: 'breaches',
    summary: 'Show that the promise was kept in time after all',
    description: 'The promise becomes kept. That it was once held to be broken stays on record.',
    permission: 'breach:withdraw',
    body: WithdrawBreachBody,
    answers: BreachDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased'],
  })
  withdraw(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('breachId') breachId: string,
    @Body() body: WithdrawBreachBody,
  ): Promise<Answer> {
    return this.written(call, id, this.breaches.withdraw(call, id, breachId, body));
  }

  private async written(call: Call, complaintId: string, write: Promise<Written>): Promise<Answer> {
    const { id, replayed } = await write;
    const breach = await this.reads.one('breaches', call.actor, complaintId, id);
    return answer(breach, { version: breach.version, replayed });
  }
}
