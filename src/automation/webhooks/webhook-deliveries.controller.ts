import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import {
  WebhookDeliveryDto,
  WebhookDeliveryQuery,
  ReplayWebhookBody,
  WebhookProgressDto,
} from './delivery.dto.js';
import { DeliveryReads } from './delivery.reads.js';
import { WebhookResending } from './resending.service.js';
import { WebhookReads } from './webhook.reads.js';

@Controller('v1/webhooks')
export class WebhookDeliveriesController {
  constructor(
    private readonly resending: WebhookResending,
    private readonly deliveries: DeliveryReads,
    private readonly webhooks: WebhookReads,
  ) {}

  @Endpoint({
    method: 'GET',
    path: ':id/deliveries',
    operationId: 'listWebhookDeliveries',
    tag: 'webhooks',
    summary: 'List the deliveries of a webhook',
    description: 'Newest first. What is over is kept for 30 days.',
    permission: 'webhook:read',
    query: WebhookDeliveryQuery,
    answers: WebhookDeliveryDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: WebhookDeliveryQuery,
  ): Promise<Page<WebhookDeliveryDto>> {
    return this.deliveries.list(caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id/deliveries/:deliveryId',
    operationId: 'getWebhookDelivery',
    tag: 'webhooks',
    summary: 'Read a delivery',
    description: 'What became of one entry on its way to the target.',
    permission: 'webhook:read',
    answers: WebhookDeliveryDto,
  })
  get(@PathId('id') id: string, @PathId('deliveryId') deliveryId: string): Promise<WebhookDeliveryDto> {
    return this.deliveries.one(id, deliveryId);
  }

  @Endpoint({
    method: 'POST',
    path: ':id/deliveries/:deliveryId/actions/redeliver',
    operationId: 'redeliverToWebhook',
    tag: 'webhooks',
    summary: 'Deliver once more',
    description:
      'Whether it was delivered, given up, or waits: it is tried now, and then as often as a new one, with the ' +
      'same `webhook-id`. The entries of its complaint that wait let it go first.',
    permission: 'webhook:write',
    answers: WebhookDeliveryDto,
  })
  async redeliver(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('deliveryId') deliveryId: string,
  ): Promise<Answer> {
    const { replayed } = await this.resending.redeliver(call, id, deliveryId);
    return answer(await this.deliveries.one(id, deliveryId), { replayed });
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/replay',
    operationId: 'replayWebhook',
    tag: 'webhooks',
    summary: 'Deliver everything once more',
    description:
      'From a position on, in order, by the types that the webhook has now, with the same `webhook-id` as before.',
    permission: 'webhook:write',
    body: ReplayWebhookBody,
    answers: WebhookProgressDto,
  })
  async replay(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: ReplayWebhookBody,
  ): Promise<Answer> {
    const { replayed } = await this.resending.replay(call, id, body);
    return answer(await this.webhooks.progress(id), { replayed });
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/test',
    operationId: 'testWebhook',
    tag: 'webhooks',
    summary: 'Send a test',
    description:
      'One signed call of the type `webhook.ping`, tried once, also where the webhook is inactive or rests; where it ' +
      'arrives, the rest is over. What became of it tells the delivery that is answered.',
    permission: 'webhook:write',
    answers: WebhookDeliveryDto,
  })
  async test(@TheCall() call: Call, @PathId('id') id: string): Promise<Answer> {
    const { id: deliveryId, replayed } = await this.resending.test(call, id);
    return answer(await this.deliveries.one(id, deliveryId), { replayed });
  }
}
