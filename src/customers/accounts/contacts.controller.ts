import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { AccountReads } from './account.reads.js';
import { AccountsService } from './accounts.service.js';
import { ContactChangesBody, ContactDto, NewContactBody } from './contact.dto.js';

@Controller('v1')
export class ContactsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly reads: AccountReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: 'accounts/:id/contacts',
    operationId: 'createContact',
    tag: 'accounts',
    summary: 'Record a key figure of a company',
    description: 'A person whose word counts there, whether or not they are a customer themselves.',
    permission: 'account:write',
    status: 201,
    body: NewContactBody,
    answers: ContactDto,
    location: true,
    etag: true,
  })
  create(@TheCall() call: Call, @PathId('id') id: string, @Body() body: NewContactBody): Promise<Answer> {
    return this.written(this.accounts.addContact(call, id, body));
  }

  @Endpoint({
    method: 'GET',
    path: 'accounts/:id/contacts',
    operationId: 'listContacts',
    tag: 'accounts',
    summary: 'List the key figures of a company',
    description: 'Oldest first. One that was erased is found by its id only.',
    permission: 'account:read',
    query: PageQuery,
    answers: ContactDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<ContactDto>> {
    return this.reads.contacts(caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'contacts/:id',
    operationId: 'getContact',
    tag: 'accounts',
    summary: 'Read a key figure of a company',
    description: 'With the company, and with the customer where it is the same person.',
    permission: 'account:read',
    answers: ContactDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const contact = await this.reads.contact(id);
    return answer(contact, { version: contact.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: 'contacts/:id',
    operationId: 'updateContact',
    tag: 'accounts',
    summary: 'Change a key figure of a company',
    description: 'The company stays: who goes to another one is recorded there.',
    permission: 'account:write',
    body: ContactChangesBody,
    answers: ContactDto,
    etag: true,
    needs: ['erased'],
  })
  change(@TheCall() call: Call, @PathId('id') id: string, @Body() body: ContactChangesBody): Promise<Answer> {
    return this.written(this.accounts.changeContact(call, id, body));
  }

  private written(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.contact(id));
  }
}
