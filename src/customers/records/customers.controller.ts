import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { CustomerChangesBody, MergeCustomerBody, NewCustomerBody } from './customer.body.dto.js';
import { CustomerDto, CustomerQuery, LikeCustomerDto, SuggestionQuery } from './customer.dto.js';
import { CustomerReads } from './customer.reads.js';
import { CustomersService } from './customers.service.js';
import { LikenessReads } from './likeness.reads.js';

@Controller('v1/customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomersService,
    private readonly reads: CustomerReads,
    private readonly likeness: LikenessReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createCustomer',
    tag: 'customers',
    summary: 'Record a customer',
    description: 'Ask for suggestions first: nothing keeps somebody from being recorded twice.',
    permission: 'customer:write',
    status: 201,
    body: NewCustomerBody,
    answers: CustomerDto,
    location: true,
    etag: true,
  })
  create(@TheCall() call: Call, @Body() body: NewCustomerBody): Promise<Answer> {
    return this.written(call, this.customers.create(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listCustomers',
    tag: 'customers',
    summary: 'Find customers',
    description: 'Oldest first. A record that was merged or erased is found by its id only.',
    permission: 'customer:read',
    query: CustomerQuery,
    answers: CustomerDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: CustomerQuery): Promise<Page<CustomerDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'suggestions',
    operationId: 'suggestCustomers',
    tag: 'customers',
    summary: 'Suggest who it may be',
    description:
      'Customers with this address, this number or this name, for whoever takes a complaint down. A complaint is ' +
      'never attached to a customer by itself: anybody can write any address.',
    permission: 'customer:read',
    query: SuggestionQuery,
    answers: LikeCustomerDto,
    list: true,
  })
  suggest(@Caller() caller: Actor, @Query() query: SuggestionQuery): Promise<Page<LikeCustomerDto>> {
    return this.likeness.suggestions(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getCustomer',
    tag: 'customers',
    summary: 'Read a customer',
    description: 'A record that was merged stays as it was, and says where it went.',
    permission: 'customer:read',
    answers: CustomerDto,
    etag: true,
  })
  async get(@Caller() caller: Actor, @PathId('id') id: string): Promise<Answer> {
    const customer = await this.reads.one(caller, id);
    return answer(customer, { version: customer.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateCustomer',
    tag: 'customers',
    summary: 'Change a customer',
    description:
      'A tier named here is given by hand: no rule changes it until `tierUntil`. Complaints keep the tier that they ' +
      'were received with.',
    permission: 'customer:write',
    body: CustomerChangesBody,
    answers: CustomerDto,
    etag: true,
    refuses: ['action_refused'],
    needs: ['erased', 'state_not_allowed'],
  })
  change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: CustomerChangesBody,
  ): Promise<Answer> {
    return this.written(call, this.customers.change(call, id, body));
  }

  @Endpoint({
    method: 'GET',
    path: ':id/duplicates',
    operationId: 'listCustomerDuplicates',
    tag: 'customers',
    summary: 'Suggest records of the same customer',
    description:
      'Records with an address that was verified in both, with the same number, or with nearly the same name at the ' +
      'same company. Whether they are one is for a supervisor to say.',
    permission: 'customer:read',
    query: PageQuery,
    answers: LikeCustomerDto,
    list: true,
  })
  duplicates(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<LikeCustomerDto>> {
    return this.likeness.duplicates(caller, id, query);
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/merge',
    operationId: 'mergeCustomer',
    tag: 'customers',
    summary: 'Make one customer of two records',
    description:
      'This record is merged into the other one, which takes on what it has not: addresses, numbers, wishes. ' +
      'Contacts point at the other one at once, complaints within a moment. Nothing is deleted, and what each was ' +
      'worth counts for both together.',
    permission: 'customer:merge',
    body: MergeCustomerBody,
    answers: CustomerDto,
    etag: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['erased', 'state_not_allowed', 'target_merged'],
  })
  merge(@TheCall() call: Call, @PathId('id') id: string, @Body() body: MergeCustomerBody): Promise<Answer> {
    return this.written(call, this.customers.merge(call, id, body));
  }

  private written(call: Call, write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(call.actor, id));
  }
}
