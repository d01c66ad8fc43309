import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Caller, Query } from '../../platform/http/params.js';
import { PunctualityDto, PunctualityQuery } from './punctuality.dto.js';
import { PunctualityReads } from './punctuality.reads.js';

@Controller('v1/insights/punctuality')
export class PunctualityController {
  constructor(private readonly reads: PunctualityReads) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listPunctuality',
    tag: 'insights',
    summary: 'Compare how well promises are kept',
    description:
      'The share of promises that were kept in time, with the number that it rests on, by kind, team, owner, ' +
      'tier, category or week. A promise counts for the owner, the teams, the tier and the category that it had ' +
      'when it was first kept, broken or moved; one released before its time is not counted. Groups come in the ' +
      'order of their keys, those without a key last. The numbers follow the log within a moment: `asOf` says ' +
      'how far.',
    permission: 'insight:read',
    query: PunctualityQuery,
    answers: PunctualityDto,
    list: true,
    followsLog: true,
  })
  list(@Caller() caller: Actor, @Query() query: PunctualityQuery): Promise<Page<PunctualityDto>> {
    return this.reads.list(caller, query);
  }
}
