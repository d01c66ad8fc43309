import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { CustomerValueBody, CustomerValueDto } from './value.dto.js';
import { ValuesService } from './values.service.js';

@Controller('v1/customers/:id/values')
export class ValuesController {
  constructor(private readonly values: ValuesService) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'importCustomerValue',
    tag: 'customers',
    summary: 'Import what a customer was worth in a year',
    description: 'There is one for each year and currency: what is sent again replaces what was there.',
    permission: 'tier:write',
    body: CustomerValueBody,
    answers: CustomerValueDto,
  })
  async put(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: CustomerValueBody,
  ): Promise<Answer> {
    const { id: valueId, replayed } = await this.values.put(call, id, body);
    return answer(await this.values.one(valueId), { replayed });
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listCustomerValues',
    tag: 'customers',
    summary: 'Read what a customer was worth',
    description:
      'Year by year, in the order of the first import. What a merged record was worth is read there.',
    permission: 'tier:read',
    query: PageQuery,
    answers: CustomerValueDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<CustomerValueDto>> {
    return this.values.list(caller, id, query);
  }
}
