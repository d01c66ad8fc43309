import { Controller } from '@nestjs/common';
import { rolesWith } from '../../access/roles.js';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { notFound } from '../../kernel/refusal.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { type Dto, Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Body, Caller, TheCall } from '../../platform/http/params.js';
import { NothingBody, ReasonBody } from '../actions/actions.dto.js';
import { ActionsService } from '../actions/actions.service.js';
import { WORKFLOW } from '../complaint.workflow.js';
import { needsOf, rowOf } from '../workflow/row-of.js';
import { MessagesService } from '../messages/messages.service.js';
import { CustomerMessageBody, type TrackingAction, TrackingDto } from './tracking.dto.js';
import { TrackingReads } from './tracking.reads.js';

/** The complainant's own view, opened by the tracking token. Which complaint it is stands in the token. */
@Controller('v1/tracking')
export class TrackingController {
  constructor(
    private readonly reads: TrackingReads,
    private readonly actions: ActionsService,
    private readonly messages: MessagesService,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'getTracking',
    tag: 'tracking',
    summary: 'Read one’s own complaint',
    permission: 'tracking:read',
    answers: TrackingDto,
  })
  async get(@Caller() caller: Actor): Promise<Answer> {
    const view = await this.reads.view(complaintOf(caller));
    return answer(view, { version: view.version });
  }

  @Endpoint({
    method: 'POST',
    path: 'messages',
    operationId: 'writeFromTracking',
    tag: 'tracking',
    summary: 'Write to the house',
    description: 'Where the house waits for an answer, this is it, and work goes on.',
    permission: 'tracking:write',
    status: 201,
    body: CustomerMessageBody,
    answers: TrackingDto,
    location: true,
    ifMatch: 'honoured',
  })
  write(@TheCall() call: Call, @Body() { body }: CustomerMessageBody): Promise<Answer> {
    return this.written(
      call,
      this.messages.receive(call, complaintOf(call.actor), body, null, '/v1/tracking'),
    );
  }

  @CustomersAction('accept', 'acceptDecision', NothingBody)
  accept(@TheCall() call: Call, @Body() body: NothingBody) {
    return this.take(call, 'accept', body);
  }

  @CustomersAction('dispute', 'disputeDecision', ReasonBody)
  dispute(@TheCall() call: Call, @Body() body: ReasonBody) {
    return this.take(call, 'dispute', body);
  }

  @CustomersAction('withdraw', 'withdrawOwnComplaint', ReasonBody)
  withdraw(@TheCall() call: Call, @Body() body: ReasonBody) {
    return this.take(call, 'withdraw', body);
  }

  @CustomersAction('escalate', 'escalateOwnComplaint', ReasonBody)
  escalate(@TheCall() call: Call, @Body() body: ReasonBody) {
    return this.take(call, 'escalate', body);
  }

  @CustomersAction('reopen', 'reopenOwnComplaint', ReasonBody)
  reopen(@TheCall() call: Call, @Body() body: ReasonBody) {
    return this.take(call, 'reopen', body);
  }

  private take(call: Call, action: TrackingAction, body: object): Promise<Answer> {
    return this.written(call, this.actions.take(call, complaintOf(call.actor), action, body));
  }

  private async written(call: Call, write: Promise<Written>): Promise<Answer> {
    const { location, replayed } = await write;
    const view = await this.reads.view(complaintOf(call.actor));
    return answer(view, { version: view.version, location, replayed });
  }
}

/** Makes a method the route of an action that the customer takes alone. */
function CustomersAction(action: TrackingAction, operationId: string, body: Dto): MethodDecorator {
  const { summary } = WORKFLOW.actions[action];
  return Endpoint({
    method: 'POST',
    path: `actions/${action}`,
    operationId,
    tag: 'tracking',
    summary,
    permission: 'tracking:write',
    body,
    ...(body === NothingBody && { bodyOptional: true }),
    answers: TrackingDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: needsOf(action),
    workflow: rowOf(action, rolesWith('tracking:write')),
  });
}

function complaintOf(actor: Actor): string {
  if (!actor.complaintId) throw notFound();
  return actor.complaintId;
}
