import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { LegalHoldDto, LegalHoldQuery, NewLegalHoldBody, ReleaseLegalHoldBody } from './legal-hold.dto.js';
import { LegalHoldReads } from './legal-hold.reads.js';
import { LegalHoldsService } from './legal-holds.service.js';

@Controller('v1/legal-holds')
export class LegalHoldsController {
  constructor(
    private readonly holds: LegalHoldsService,
    private readonly reads: LegalHoldReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'setLegalHold',
    tag: 'legal-holds',
    summary: 'Keep something from being erased',
    description:
      'A customer with all complaints, or one complaint with those merged with it. While a hold is in force nothing ' +
      'it keeps is erased, neither by request nor because its time is over. Several may keep the same.',
    permission: 'legal-hold:write',
    status: 201,
    body: NewLegalHoldBody,
    answers: LegalHoldDto,
    location: true,
    etag: true,
  })
  set(@TheCall() call: Call, @Body() body: NewLegalHoldBody): Promise<Answer> {
    return answerWritten(this.holds.set(call, body), (id) => this.reads.one(id));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listLegalHolds',
    tag: 'legal-holds',
    summary: 'List holds',
    description: 'Oldest first, those that are over included. `inForce=true` leaves only what holds now.',
    permission: 'legal-hold:read',
    query: LegalHoldQuery,
    answers: LegalHoldDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: LegalHoldQuery): Promise<Page<LegalHoldDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getLegalHold',
    tag: 'legal-holds',
    summary: 'Read a hold',
    description: 'Whether it is in force follows from `releasedAt` and `until`.',
    permission: 'legal-hold:read',
    answers: LegalHoldDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const hold = await this.reads.one(id);
    return answer(hold, { version: hold.version });
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/release',
    operationId: 'releaseLegalHold',
    tag: 'legal-holds',
    summary: 'Release a hold',
    description:
      'What it kept may be erased again, unless another hold keeps it. Not by somebody who is complained about in ' +
      'what it keeps.',
    permission: 'legal-hold:write',
    body: ReleaseLegalHoldBody,
    answers: LegalHoldDto,
    etag: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted'],
  })
  release(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: ReleaseLegalHoldBody,
  ): Promise<Answer> {
    return answerWritten(this.holds.release(call, id, body), (written) => this.reads.one(written));
  }
}
