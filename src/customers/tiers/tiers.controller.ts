import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { AppliedTiersDto, ApplyTiersBody, NewTierBody, TierChangesBody, TierDto } from './tier.dto.js';
import { TierReads } from './tier.reads.js';
import { TiersService } from './tiers.service.js';

@Controller('v1/tiers')
export class TiersController {
  constructor(
    private readonly tiers: TiersService,
    private readonly reads: TierReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createTier',
    tag: 'tiers',
    summary: 'Make a tier',
    description: 'With or without a rule. No two have the same name or the same rank.',
    permission: 'tier:write',
    status: 201,
    body: NewTierBody,
    answers: TierDto,
    location: true,
    etag: true,
    refuses: ['name_taken', 'rank_taken'],
  })
  create(@TheCall() call: Call, @Body() body: NewTierBody): Promise<Answer> {
    return this.written(this.tiers.create(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listTiers',
    tag: 'tiers',
    summary: 'List the tiers',
    description: 'The best first.',
    permission: 'tier:read',
    query: PageQuery,
    answers: TierDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<TierDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getTier',
    tag: 'tiers',
    summary: 'Read a tier',
    description: 'One that is not active stays with those who have it.',
    permission: 'tier:read',
    answers: TierDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const tier = await this.reads.one(id);
    return answer(tier, { version: tier.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateTier',
    tag: 'tiers',
    summary: 'Change a tier',
    description: 'Changes nobody’s tier until the rules are applied.',
    permission: 'tier:write',
    body: TierChangesBody,
    answers: TierDto,
    etag: true,
    refuses: ['rank_taken'],
  })
  change(@TheCall() call: Call, @PathId('id') id: string, @Body() body: TierChangesBody): Promise<Answer> {
    return this.written(this.tiers.change(call, id, body));
  }

  @Endpoint({
    method: 'POST',
    path: 'actions/apply',
    operationId: 'applyTiers',
    tag: 'tiers',
    summary: 'Class customers by what they brought',
    description:
      'Ranks all customers by their revenue of a year and gives each the best tier whose rule fits, and none where ' +
      'no rule does. A tier given by hand is left alone while it holds, and complaints keep theirs. It is done ' +
      'after the answer, which says how many customers change; with `dryRun` nothing is done.',
    permission: 'tier:write',
    body: ApplyTiersBody,
    answers: AppliedTiersDto,
  })
  async apply(@TheCall() call: Call, @Body() body: ApplyTiersBody): Promise<Answer> {
    const { year, currency, dryRun } = body;
    const outcome = await this.reads.outcome(year, currency);
    const replayed = dryRun ? undefined : (await this.tiers.apply(call, body)).replayed;
    return answer({ dryRun, ...outcome }, { replayed });
  }

  private written(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(id));
  }
}
