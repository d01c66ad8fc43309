import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Caller, Query } from '../../platform/http/params.js';
import { ParetoDto, ParetoQuery, ParetoSummaryDto, ParetoSummaryQuery } from './pareto.dto.js';
import { ParetoReads } from './pareto.reads.js';

@Controller('v1/insights/customers/pareto')
export class ParetoController {
  constructor(private readonly reads: ParetoReads) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listCustomersByRevenue',
    tag: 'insights',
    summary: 'Rank customers by what they brought',
    description:
      'The best first, each with the share of all revenue that they and everybody before them bring, and with what ' +
      'is left of it after the cost to serve. What a merged record brought counts for the one that goes on.',
    permission: 'insight:read',
    query: ParetoQuery,
    answers: ParetoDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: ParetoQuery): Promise<Page<ParetoDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'summary',
    operationId: 'summariseCustomersByRevenue',
    tag: 'insights',
    summary: 'Read how much of the revenue a fifth of the customers brings',
    description: 'Added up from what was imported, and not assumed to be four fifths.',
    permission: 'insight:read',
    query: ParetoSummaryQuery,
    answers: ParetoSummaryDto,
  })
  summary(@Query() query: ParetoSummaryQuery): Promise<ParetoSummaryDto> {
    return this.reads.summary(query);
  }
}
