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
import {
  KeepPromiseBody,
  MovePromiseBody,
  NewPromiseBody,
  PromiseDto,
  ReleasePromiseBody,
} from './promise.dto.js';
import { PromiseExplanationDto } from './explanation/explanation.dto.js';
import { ExplanationReads } from './explanation/explanation.reads.js';
import { PromisesService } from './promises.service.js';

@Controller('v1/complaints/:id/promises')
export class PromisesController {
  constructor(
    private readonly promises: PromisesService,
    private readonly reads: PartReads,
    private readonly explanations: ExplanationReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'makePromise',
    tag: 'promises',
    summary: 'Promise something to the customer',
    permission: 'promise:make',
    status: 201,
    body: NewPromiseBody,
    answers: PromiseDto,
    location: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'promises_too_many'],
  })
  make(@TheCall() call: Call, @PathId('id') id: string, @Body() body: NewPromiseBody): Promise<Answer> {
    return this.written(call, id, this.promises.make(call, id, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':promiseId/actions/keep',
    operationId: 'keepPromise',
    tag: 'promises',
    summary: 'Record that a promise was kept',
    description: 'For what a person promised. Late, it is broken first, and both are on record.',
    permission: 'promise:keep',
    body: KeepPromiseBody,
    bodyOptional: true,
    answers: PromiseDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased', 'not_the_owner', 'kept_by_action_only'],
  })
  keep(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('promiseId') promiseId: string,
    @Body() body: KeepPromiseBody,
  ): Promise<Answer> {
    return this.written(call, id, this.promises.keep(call, id, promiseId, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':promiseId/actions/move',
    operationId: 'movePromise',
    tag: 'promises',
    summary: 'Give a promise another date',
    description:
      'Before it is due, or when its breach is answered, with the customer told. Another promise stands in its ' +
      'place: `movedToId`. One owed by law is moved only as far as the law allows.',
    permission: 'promise:move',
    body: MovePromiseBody,
    answers: PromiseDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased', 'not_the_owner', 'promise_due', 'legal_limit'],
  })
  move(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('promiseId') promiseId: string,
    @Body() body: MovePromiseBody,
  ): Promise<Answer> {
    return this.written(call, id, this.promises.move(call, id, promiseId, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':promiseId/actions/release',
    operationId: 'releasePromise',
    tag: 'promises',
    summary: 'Release a promise by the word of the customer',
    permission: 'promise:release',
    body: ReleasePromiseBody,
    answers: PromiseDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'not_the_owner', 'not_releasable'],
  })
  release(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('promiseId') promiseId: string,
    @Body() body: ReleasePromiseBody,
  ): Promise<Answer> {
    return this.written(call, id, this.promises.release(call, id, promiseId, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listPromises',
    tag: 'promises',
    summary: 'List the promises of a complaint, oldest first',
    permission: 'complaint:read',
    query: PageQuery,
    answers: PromiseDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<PromiseDto>> {
    return this.reads.list('promises', caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':promiseId',
    operationId: 'getPromise',
    tag: 'promises',
    summary: 'Read a promise',
    permission: 'complaint:read',
    answers: PromiseDto,
  })
  async get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('promiseId') promiseId: string,
  ): Promise<Answer> {
    const promise = await this.reads.one('promises', caller, id, promiseId);
    return answer(promise, { version: promise.version });
  }

  @Endpoint({
    method: 'GET',
    path: ':promiseId/explanation',
    operationId: 'explainPromise',
    tag: 'promises',
    summary: 'Explain why a promise is due when it is due',
    description:
      'Made from the entries of the promise, which it names, and from the version of the calendar that they name: ' +
      'which stretches of time counted, in which the house was closed, and in which the promise waited for the ' +
      'customer.',
    permission: 'complaint:read',
    answers: PromiseExplanationDto,
  })
  explain(@PathId('id') id: string, @PathId('promiseId') promiseId: string): Promise<PromiseExplanationDto> {
    return this.explanations.one(id, promiseId);
  }

  private written(call: Call, complaintId: string, write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one('promises', call.actor, complaintId, id));
  }
}
