import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { PartReads } from '../parts/part.reads.js';
import { NewReferralBody, ReferralDto, ReferralOutcomeBody } from './referral.dto.js';
import { ReferralsService } from './referrals.service.js';

@Controller('v1/complaints/:id/referrals')
export class ReferralsController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly reads: PartReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'makeReferral',
    tag: 'referrals',
    summary: 'Put on record that a body outside the house has the complaint',
    description:
      'Also after the end, as people turn to an ombudsman when the house has said its last word. While one is open, ' +
      'silence does not close a complaint: `closesAt` is null.',
    permission: 'referral:write',
    status: 201,
    body: NewReferralBody,
    answers: ReferralDto,
    location: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted'],
  })
  make(@TheCall() call: Call, @PathId('id') id: string, @Body() body: NewReferralBody): Promise<Answer> {
    const write = this.referrals.make(call, id, body);
    return answerWritten(write, (made) => this.reads.one('referrals', call.actor, id, made));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listReferrals',
    tag: 'referrals',
    summary: 'List the referrals of a complaint, oldest first',
    permission: 'complaint:read',
    query: PageQuery,
    answers: ReferralDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<ReferralDto>> {
    return this.reads.list('referrals', caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':referralId',
    operationId: 'getReferral',
    tag: 'referrals',
    summary: 'Read a referral',
    permission: 'complaint:read',
    answers: ReferralDto,
  })
  async get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('referralId') referralId: string,
  ): Promise<Answer> {
    const referral = await this.reads.one('referrals', caller, id, referralId);
    return answer(referral, { version: referral.version });
  }

  @Endpoint({
    method: 'POST',
    path: ':referralId/actions/record-outcome',
    operationId: 'recordReferralOutcome',
    tag: 'referrals',
    summary: 'Put on record what became of a referral',
    description:
      'Once. Where the decision of the house still stands unanswered and no other referral is open, the closing ' +
      'window begins anew, with the notice before its end. What the house has to do now is promised or granted as ' +
      'anything else.',
    permission: 'referral:write',
    body: ReferralOutcomeBody,
    answers: ReferralDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted'],
  })
  recordOutcome(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('referralId') referralId: string,
    @Body() body: ReferralOutcomeBody,
  ): Promise<Answer> {
    const write = this.referrals.recordOutcome(call, id, referralId, body);
    return answerWritten(write, (made) => this.reads.one('referrals', call.actor, id, made));
  }
}
