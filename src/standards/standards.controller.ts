import { Controller } from '@nestjs/common';
import type { Written } from '../audit/ledger.service.js';
import type { Actor } from '../kernel/actor.js';
import type { Call } from '../kernel/call.js';
import { type Answer, answer, answerWritten } from '../platform/http/answer.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { PageQuery } from '../platform/http/page-query.js';
import type { Page } from '../platform/http/page.js';
import { Body, Caller, PathId, PathVersion, Query, TheCall } from '../platform/http/params.js';
import { NewStandardBody, StandardChangesBody } from './standard.body.dto.js';
import { StandardDto } from './standard.dto.js';
import { StandardReads } from './standard.reads.js';
import { StandardsService } from './standards.service.js';

@Controller('v1/standards')
export class StandardsController {
  constructor(
    private readonly standards: StandardsService,
    private readonly reads: StandardReads,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listStandards',
    tag: 'standards',
    summary: 'List the standards in the order in which they are asked',
    description: 'Those out of use stand here too; the built-in one, which fits everything, is the last.',
    permission: 'standard:read',
    query: PageQuery,
    answers: StandardDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<StandardDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createStandard',
    tag: 'standards',
    summary: 'Make a standard',
    description: 'It holds for complaints received from now on, within a second on every process.',
    permission: 'standard:write',
    status: 201,
    body: NewStandardBody,
    answers: StandardDto,
    location: true,
    etag: true,
    refuses: ['rank_taken'],
  })
  create(@TheCall() call: Call, @Body() body: NewStandardBody): Promise<Answer> {
    return this.written(this.standards.create(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getStandard',
    tag: 'standards',
    summary: 'Read a standard',
    permission: 'standard:read',
    answers: StandardDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const standard = await this.reads.one(id);
    return answer(standard, { version: standard.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateStandard',
    tag: 'standards',
    summary: 'Change a standard',
    description:
      'Makes the next version, for complaints received from now on; others keep the version that they have. ' +
      'The built-in standard keeps its rank, fits everything and stays in use; what it promises can be changed.',
    permission: 'standard:write',
    body: StandardChangesBody,
    answers: StandardDto,
    etag: true,
    refuses: ['rank_taken'],
  })
  change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: StandardChangesBody,
  ): Promise<Answer> {
    return this.written(this.standards.change(call, id, body));
  }

  @Endpoint({
    method: 'GET',
    path: ':id/versions/:version',
    operationId: 'getStandardVersion',
    tag: 'standards',
    summary: 'Read a standard as it was in a version',
    description: 'A version never changes: complaints that were received under it refer to it for ever.',
    permission: 'standard:read',
    answers: StandardDto,
    etag: true,
  })
  async version(@PathId('id') id: string, @PathVersion('version') version: number): Promise<Answer> {
    const standard = await this.reads.version(id, version);
    return answer(standard, { version: standard.version });
  }

  private written(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(id));
  }
}
