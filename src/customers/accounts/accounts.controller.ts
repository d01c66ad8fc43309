import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { AccountChangesBody, AccountDto, AccountQuery, NewAccountBody } from './account.dto.js';
import { AccountReads } from './account.reads.js';
import { AccountsService } from './accounts.service.js';

@Controller('v1/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly reads: AccountReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createAccount',
    tag: 'accounts',
    summary: 'Record a company customer',
    description: 'With its account manager, and the tier that holds for its customers.',
    permission: 'account:write',
    status: 201,
    body: NewAccountBody,
    answers: AccountDto,
    location: true,
    etag: true,
  })
  create(@TheCall() call: Call, @Body() body: NewAccountBody): Promise<Answer> {
    return this.written(this.accounts.create(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listAccounts',
    tag: 'accounts',
    summary: 'Find company customers',
    description: 'Oldest first.',
    permission: 'account:read',
    query: AccountQuery,
    answers: AccountDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: AccountQuery): Promise<Page<AccountDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getAccount',
    tag: 'accounts',
    summary: 'Read a company customer',
    description: 'Its key figures are read on their own.',
    permission: 'account:read',
    answers: AccountDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const account = await this.reads.one(id);
    return answer(account, { version: account.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateAccount',
    tag: 'accounts',
    summary: 'Change a company customer',
    description: 'Complaints keep the tier that they were received with.',
    permission: 'account:write',
    body: AccountChangesBody,
    answers: AccountDto,
    etag: true,
  })
  change(@TheCall() call: Call, @PathId('id') id: string, @Body() body: AccountChangesBody): Promise<Answer> {
    return this.written(this.accounts.change(call, id, body));
  }

  private written(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(id));
  }
}
