import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { PartReads } from '../parts/part.reads.js';
import { FactChangesBody, FactDto, NewFactBody } from './fact.dto.js';
import { FactsService } from './facts.service.js';

@Controller('v1/complaints/:id/facts')
export class FactsController {
  constructor(
    private readonly facts: FactsService,
    private readonly reads: PartReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'recordFact',
    tag: 'facts',
    summary: 'Put a fact on record',
    permission: 'fact:record',
    status: 201,
    body: NewFactBody,
    answers: FactDto,
    location: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted'],
  })
  record(@TheCall() call: Call, @PathId('id') id: string, @Body() body: NewFactBody): Promise<Answer> {
    return this.written(call, id, this.facts.record(call, id, body));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':factId',
    operationId: 'settleFact',
    tag: 'facts',
    summary: 'Settle a fact',
    description: 'What became of it, and why. The statement itself never changes.',
    permission: 'fact:settle',
    body: FactChangesBody,
    answers: FactDto,
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted'],
  })
  settle(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('factId') factId: string,
    @Body() body: FactChangesBody,
  ): Promise<Answer> {
    return this.written(call, id, this.facts.settle(call, id, factId, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listFacts',
    tag: 'facts',
    summary: 'List the facts of a complaint, oldest first',
    permission: 'complaint:read',
    query: PageQuery,
    answers: FactDto,
    list: true,
  })
  list(@Caller() caller: Actor, @PathId('id') id: string, @Query() query: PageQuery): Promise<Page<FactDto>> {
    return this.reads.list('facts', caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':factId',
    operationId: 'getFact',
    tag: 'facts',
    summary: 'Read a fact',
    permission: 'complaint:read',
    answers: FactDto,
  })
  async get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('factId') factId: string,
  ): Promise<Answer> {
    const fact = await this.reads.one('facts', caller, id, factId);
    return answer(fact, { version: fact.version });
  }

  private written(call: Call, complaintId: string, write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one('facts', call.actor, complaintId, id));
  }
}
