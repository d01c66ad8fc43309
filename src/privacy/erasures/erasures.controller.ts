import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { ErasureCertificateDto, ErasureDto, ErasureQuery, NewErasureBody } from './erasure.dto.js';
import { ErasureReads } from './erasure.reads.js';
import { ErasuresService } from './erasures.service.js';
import { OBSTACLE_CODES } from './obstacles.js';

@Controller('v1/erasures')
export class ErasuresController {
  constructor(
    private readonly erasures: ErasuresService,
    private readonly reads: ErasureReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'planErasure',
    tag: 'erasures',
    summary: 'Plan to erase what is known of a person',
    description:
      'Nothing is erased yet: the plan says what goes, what stays and why, and waits for the approval of somebody ' +
      'else. Where something is in the way, all of it is named. A complaint that came without a customer record is ' +
      'planned by itself.',
    permission: 'erasure:plan',
    status: 201,
    body: NewErasureBody,
    answers: ErasureDto,
    location: true,
    etag: true,
    needs: OBSTACLE_CODES,
  })
  plan(@TheCall() call: Call, @Body() body: NewErasureBody): Promise<Answer> {
    return this.written(this.erasures.plan(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listErasures',
    tag: 'erasures',
    summary: 'List what was planned to be erased',
    description: 'Oldest first, whatever became of it. With `state=planned` these are the ones that wait.',
    permission: 'erasure:read',
    query: ErasureQuery,
    answers: ErasureDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: ErasureQuery): Promise<Page<ErasureDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getErasure',
    tag: 'erasures',
    summary: 'Read what was planned to be erased',
    description: 'With everything that it covers, and what became of it.',
    permission: 'erasure:read',
    answers: ErasureDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const erasure = await this.reads.one(id);
    return answer(erasure, { version: erasure.version });
  }

  @Endpoint({
    method: 'GET',
    path: ':id/certificate',
    operationId: 'getErasureCertificate',
    tag: 'erasures',
    summary: 'Read the certificate of an erasure',
    description:
      'What went, counted by kind and never shown; what stays and why; by whom and when; and how it is checked. ' +
      'There is none before the erasure is done.',
    permission: 'erasure:read',
    answers: ErasureCertificateDto,
    etag: true,
  })
  async certificate(@PathId('id') id: string): Promise<Answer> {
    const certificate = await this.reads.certificate(id);
    return answer(certificate, { version: certificate.version });
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/approve',
    operationId: 'approveErasure',
    tag: 'erasures',
    summary: 'Approve an erasure, and erase',
    description:
      'By somebody other than who planned it. Everything is asked again, and nothing may have come or changed since ' +
      'the plan was made. It is carried out at once, whole or not at all, and cannot be taken back.',
    permission: 'erasure:approve',
    answers: ErasureDto,
    etag: true,
    ifMatch: 'honoured',
    needs: ['state_not_allowed', 'own_plan', ...OBSTACLE_CODES, 'plan_outdated'],
  })
  approve(@TheCall() call: Call, @PathId('id') id: string): Promise<Answer> {
    return this.written(this.erasures.approve(call, id));
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/cancel',
    operationId: 'cancelErasure',
    tag: 'erasures',
    summary: 'Cancel an erasure that is planned',
    description: 'Nothing is erased. To erase after all, plan it anew.',
    permission: 'erasure:plan',
    answers: ErasureDto,
    etag: true,
    ifMatch: 'honoured',
    needs: ['state_not_allowed'],
  })
  cancel(@TheCall() call: Call, @PathId('id') id: string): Promise<Answer> {
    return this.written(this.erasures.cancel(call, id));
  }

  private written(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(id));
  }
}
