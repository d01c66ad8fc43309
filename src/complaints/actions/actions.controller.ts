import { Controller } from '@nestjs/common';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Body, PathId, TheCall } from '../../platform/http/params.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import type { TakenAction } from './act.js';
import * as bodies from './actions.dto.js';
import { MergeBody } from '../merging/merge.dto.js';
import { OnTheSpotBody } from '../on-the-spot/on-the-spot.dto.js';
import { DeclineBody, ResolveBody } from './decision.dto.js';
import { ActionsService } from './actions.service.js';
import { TakesAction } from './takes-action.decorator.js';

/** A route for each action of the workflow; each answers the complaint. */
@Controller('v1/complaints/:id/actions')
export class ActionsController {
  constructor(
    private readonly actions: ActionsService,
    private readonly reads: ComplaintReads,
  ) {}

  @TakesAction('acknowledge', 'acknowledgeComplaint', bodies.AcknowledgeBody)
  acknowledge(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.AcknowledgeBody) {
    return this.take(call, id, 'acknowledge', body);
  }

  @TakesAction('establish-facts', 'establishFacts', bodies.EstablishFactsBody)
  establishFacts(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.EstablishFactsBody) {
    return this.take(call, id, 'establish-facts', body);
  }

  @TakesAction('assign-owner', 'assignOwner', bodies.AssignOwnerBody)
  assignOwner(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.AssignOwnerBody) {
    return this.take(call, id, 'assign-owner', body);
  }

  @TakesAction('ask-customer', 'askCustomer', bodies.AskCustomerBody)
  askCustomer(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.AskCustomerBody) {
    return this.take(call, id, 'ask-customer', body);
  }

  @TakesAction('resume', 'resumeComplaint', bodies.ResumeBody, { bodyOptional: true })
  resume(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.ResumeBody) {
    return this.take(call, id, 'resume', body);
  }

  @TakesAction('resolve', 'resolveComplaint', ResolveBody)
  resolve(@TheCall() call: Call, @PathId('id') id: string, @Body() body: ResolveBody) {
    return this.take(call, id, 'resolve', body);
  }

  @TakesAction('accept', 'acceptForCustomer', bodies.AcceptBody)
  accept(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.AcceptBody) {
    return this.take(call, id, 'accept', body);
  }

  @TakesAction('dispute', 'disputeForCustomer', bodies.CustomersWordBody)
  dispute(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.CustomersWordBody) {
    return this.take(call, id, 'dispute', body);
  }

  @TakesAction('reopen', 'reopenComplaint', bodies.ReasonBody)
  reopen(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.ReasonBody) {
    return this.take(call, id, 'reopen', body);
  }

  @TakesAction('withdraw', 'withdrawForCustomer', bodies.CustomersWordBody)
  withdraw(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.CustomersWordBody) {
    return this.take(call, id, 'withdraw', body);
  }

  @TakesAction('decline', 'declineComplaint', DeclineBody)
  decline(@TheCall() call: Call, @PathId('id') id: string, @Body() body: DeclineBody) {
    return this.take(call, id, 'decline', body);
  }

  @TakesAction('merge', 'mergeComplaint', MergeBody)
  merge(@TheCall() call: Call, @PathId('id') id: string, @Body() body: MergeBody) {
    return this.take(call, id, 'merge', body);
  }

  @TakesAction('escalate', 'escalateComplaint', bodies.ReasonBody)
  escalate(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.ReasonBody) {
    return this.take(call, id, 'escalate', body);
  }

  @TakesAction('restandardise', 'restandardiseComplaint', bodies.RestandardiseBody)
  restandardise(@TheCall() call: Call, @PathId('id') id: string, @Body() body: bodies.RestandardiseBody) {
    return this.take(call, id, 'restandardise', body);
  }

  @TakesAction('resolve-on-the-spot', 'resolveOnTheSpot', OnTheSpotBody)
  resolveOnTheSpot(@TheCall() call: Call, @PathId('id') id: string, @Body() body: OnTheSpotBody) {
    return this.take(call, id, 'resolve-on-the-spot', body);
  }

  private async take(call: Call, id: string, action: TakenAction, body: object): Promise<Answer> {
    const { replayed } = await this.actions.take(call, id, action, body);
    const complaint = await this.reads.one(id);
    return answer(complaint, { version: complaint.version, replayed });
  }
}
