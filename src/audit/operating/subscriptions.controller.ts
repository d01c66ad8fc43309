import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathMethod, PathPosition, Query, TheCall } from '../../platform/http/params.js';
import type { Written } from '../ledger.service.js';
import { ParkedEntryDto, ReplayBody, SkipEntryBody, SubscriptionDto } from './subscription.dto.js';
import { SubscriptionReads } from './subscription.reads.js';
import { SubscriptionsService } from './subscriptions.service.js';

@Controller('v1/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly reads: SubscriptionReads,
    private readonly subscriptions: SubscriptionsService,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listSubscriptions',
    tag: 'subscriptions',
    summary: 'List those who follow the log, by name',
    description:
      'Each part of the program that does something when an entry is written: how far it is, how far behind, and ' +
      'what stands still because it failed.',
    permission: 'subscription:read',
    query: PageQuery,
    answers: SubscriptionDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<SubscriptionDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':name',
    operationId: 'getSubscription',
    tag: 'subscriptions',
    summary: 'Read how far a subscriber is',
    permission: 'subscription:read',
    answers: SubscriptionDto,
  })
  get(@PathMethod('name') name: string): Promise<SubscriptionDto> {
    return this.reads.one(name);
  }

  @Endpoint({
    method: 'GET',
    path: ':name/parked',
    operationId: 'listParkedEntries',
    tag: 'subscriptions',
    summary: 'List the entries on which a subscriber failed, by position',
    description:
      'With those behind them of the same complaint, which wait so that the order is kept. Everything else goes on. ' +
      'The first of each complaint is tried again by itself, less and less often, once an hour at last.',
    permission: 'subscription:read',
    query: PageQuery,
    answers: ParkedEntryDto,
    list: true,
  })
  parked(
    @Caller() caller: Actor,
    @PathMethod('name') name: string,
    @Query() query: PageQuery,
  ): Promise<Page<ParkedEntryDto>> {
    return this.reads.parked(caller, name, query);
  }

  @Endpoint({
    method: 'POST',
    path: ':name/parked/:position/actions/retry',
    operationId: 'retryParkedEntry',
    tag: 'subscriptions',
    summary: 'Have a parked entry tried again now',
    description:
      'A worker takes it up within about a second. Where it fails again, it waits as long as it would have.',
    permission: 'subscription:operate',
    answers: SubscriptionDto,
    needs: ['waits_behind', 'being_tried'],
  })
  retry(
    @TheCall() call: Call,
    @PathMethod('name') name: string,
    @PathPosition('position') position: number,
  ): Promise<Answer> {
    return this.written(name, this.subscriptions.retry(call, name, position));
  }

  @Endpoint({
    method: 'POST',
    path: ':name/parked/:position/actions/skip',
    operationId: 'skipParkedEntry',
    tag: 'subscriptions',
    summary: 'Let a subscriber go on without a parked entry',
    description:
      'What it would have done with the entry is not done: see to that yourself. The entries behind it are handled ' +
      'in their order. The entry itself stays in the log, and who skipped it and why stands there too.',
    permission: 'subscription:operate',
    body: SkipEntryBody,
    answers: SubscriptionDto,
    needs: ['waits_behind', 'being_tried'],
  })
  skip(
    @TheCall() call: Call,
    @PathMethod('name') name: string,
    @PathPosition('position') position: number,
    @Body() body: SkipEntryBody,
  ): Promise<Answer> {
    return this.written(name, this.subscriptions.skip(call, name, position, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':name/actions/replay',
    operationId: 'replaySubscription',
    tag: 'subscriptions',
    summary: 'Let a subscriber handle again what it had',
    description:
      'From the entry after a position on, and then whatever came since. Every subscriber looks at how things stand, ' +
      'so what it did already it does not do twice: nobody is told or written to again. What it missed, because an ' +
      'entry was skipped, it does now.',
    permission: 'subscription:operate',
    body: ReplayBody,
    answers: SubscriptionDto,
    needs: ['no_follower', 'replay_runs', 'not_there_yet'],
  })
  replay(@TheCall() call: Call, @PathMethod('name') name: string, @Body() body: ReplayBody): Promise<Answer> {
    return this.written(name, this.subscriptions.replay(call, name, body));
  }

  private async written(name: string, write: Promise<Written>): Promise<Answer> {
    const { replayed } = await write;
    return answer(await this.reads.one(name), { replayed });
  }
}
