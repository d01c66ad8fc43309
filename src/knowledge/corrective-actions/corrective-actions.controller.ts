import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import {
  CheckCorrectiveActionBody,
  CompleteCorrectiveActionBody,
  CorrectiveActionChangesBody,
  CorrectiveActionDto,
  CorrectiveActionQuery,
  DropCorrectiveActionBody,
  NewCorrectiveActionBody,
} from './corrective-action.dto.js';
import { CorrectiveActionReads } from './corrective-action.reads.js';
import { CorrectiveActionsService } from './corrective-actions.service.js';

@Controller('v1/corrective-actions')
export class CorrectiveActionsController {
  constructor(
    private readonly actions: CorrectiveActionsService,
    private readonly reads: CorrectiveActionReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'planCorrectiveAction',
    tag: 'corrective-actions',
    summary: 'Plan a corrective action',
    description: 'What is changed, by whom and by when, and from when on it is checked whether that helps.',
    permission: 'corrective-action:write',
    status: 201,
    body: NewCorrectiveActionBody,
    answers: CorrectiveActionDto,
    location: true,
    etag: true,
  })
  plan(@TheCall() call: Call, @Body() body: NewCorrectiveActionBody): Promise<Answer> {
    return this.written(this.actions.plan(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listCorrectiveActions',
    tag: 'corrective-actions',
    summary: 'List corrective actions',
    description: 'Oldest first. With `state=done` and `checkBefore` these are the checks that wait.',
    permission: 'corrective-action:read',
    query: CorrectiveActionQuery,
    answers: CorrectiveActionDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: CorrectiveActionQuery): Promise<Page<CorrectiveActionDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getCorrectiveAction',
    tag: 'corrective-actions',
    summary: 'Read a corrective action',
    description: 'With the names of cause and owner as they were told.',
    permission: 'corrective-action:read',
    answers: CorrectiveActionDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const action = await this.reads.one(id);
    return answer(action, { version: action.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateCorrectiveAction',
    tag: 'corrective-actions',
    summary: 'Change the plan of a corrective action',
    description: 'While it is planned or done. Its state is changed by actions only.',
    permission: 'corrective-action:write',
    body: CorrectiveActionChangesBody,
    answers: CorrectiveActionDto,
    etag: true,
    refuses: ['action_refused'],
    needs: ['state_not_allowed'],
  })
  change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: CorrectiveActionChangesBody,
  ): Promise<Answer> {
    return this.written(this.actions.change(call, id, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/complete',
    operationId: 'completeCorrectiveAction',
    tag: 'corrective-actions',
    summary: 'Say that a corrective action is done',
    description: 'By its owner or a supervisor. Whether it helps is checked later.',
    permission: 'corrective-action:complete',
    body: CompleteCorrectiveActionBody,
    bodyOptional: true,
    answers: CorrectiveActionDto,
    etag: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'not_the_owner'],
  })
  complete(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: CompleteCorrectiveActionBody,
  ): Promise<Answer> {
    return this.written(this.actions.complete(call, id, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/check',
    operationId: 'checkCorrectiveAction',
    tag: 'corrective-actions',
    summary: 'Put on record whether a corrective action helps',
    description: 'Once it is done, and not before the date of the check: an effect needs time to show.',
    permission: 'corrective-action:write',
    body: CheckCorrectiveActionBody,
    answers: CorrectiveActionDto,
    etag: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'check_not_due'],
  })
  check(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: CheckCorrectiveActionBody,
  ): Promise<Answer> {
    return this.written(this.actions.check(call, id, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/drop',
    operationId: 'dropCorrectiveAction',
    tag: 'corrective-actions',
    summary: 'Drop a corrective action',
    description: 'What is planned will not be done. The reason stays in the log.',
    permission: 'corrective-action:write',
    body: DropCorrectiveActionBody,
    answers: CorrectiveActionDto,
    etag: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed'],
  })
  drop(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: DropCorrectiveActionBody,
  ): Promise<Answer> {
    return this.written(this.actions.drop(call, id, body));
  }

  private written(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(id));
  }
}
