import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { NewAuthorityBody, AuthorityChangesBody, AuthorityDto } from './authority.dto.js';
import { AuthorityReads } from './authority.reads.js';
import { AuthoritiesService } from './authorities.service.js';

@Controller('v1/authorities')
export class AuthoritiesController {
  constructor(
    private readonly authorities: AuthoritiesService,
    private readonly reads: AuthorityReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createAuthority',
    tag: 'authorities',
    summary: 'Say how much a role or a person may grant alone',
    description:
      'What is said of a person holds instead of what their roles may. One holds at a time for each holder and ' +
      'currency: another whose time overlaps is refused. Nobody for whom nothing is said grants money alone. What ' +
      'raises the limit of the caller needs another administrator, if there is one.',
    permission: 'authority:write',
    status: 201,
    body: NewAuthorityBody,
    answers: AuthorityDto,
    location: true,
    etag: true,
    refuses: ['own_authority'],
  })
  create(@TheCall() call: Call, @Body() body: NewAuthorityBody): Promise<Answer> {
    return this.written(this.authorities.create(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listAuthorities',
    tag: 'authorities',
    summary: 'List who may grant how much alone',
    description: 'Oldest first, with those that hold no more.',
    permission: 'authority:read',
    query: PageQuery,
    answers: AuthorityDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<AuthorityDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getAuthority',
    tag: 'authorities',
    summary: 'Read an authority',
    description: 'With its limits and the time in which it holds.',
    permission: 'authority:read',
    answers: AuthorityDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const authority = await this.reads.one(id);
    return answer(authority, { version: authority.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateAuthority',
    tag: 'authorities',
    summary: 'Change an authority',
    description:
      'Other limits, or another time. It holds for what is decided from then on; what was granted stays granted. ' +
      'It ends by `validUntil`. What raises the limit of the caller needs another administrator, if there is one.',
    permission: 'authority:write',
    body: AuthorityChangesBody,
    answers: AuthorityDto,
    etag: true,
    refuses: ['own_authority'],
  })
  change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: AuthorityChangesBody,
  ): Promise<Answer> {
    return this.written(this.authorities.change(call, id, body));
  }

  private written(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(id));
  }
}
