import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { WebhookProgressDto } from './delivery.dto.js';
import { WebhookSecrets } from './secrets.js';
import { NewWebhookBody, WebhookChangesBody, WebhookDto } from './webhook.dto.js';
import { WebhookReads } from './webhook.reads.js';
import { WebhooksService } from './webhooks.service.js';

@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly reads: WebhookReads,
    private readonly secrets: WebhookSecrets,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createWebhook',
    tag: 'webhooks',
    summary: 'Set up a webhook',
    description:
      'From now on each entry of these types is sent to the address, signed by the secret that this answer shows ' +
      'once: at least once, and in order within a complaint. It gets what an administrator may read, personal ' +
      'values included; only internal notes of complaints about somebody who works here, and what was noted on ' +
      'their links, are left out.',
    permission: 'webhook:write',
    status: 201,
    body: NewWebhookBody,
    answers: WebhookDto,
    location: true,
    etag: true,
  })
  create(@TheCall() call: Call, @Body() body: NewWebhookBody): Promise<Answer> {
    return this.withSecret(this.webhooks.create(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listWebhooks',
    tag: 'webhooks',
    summary: 'List webhooks',
    description: 'Oldest first, without those that were ended.',
    permission: 'webhook:read',
    query: PageQuery,
    answers: WebhookDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<WebhookDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getWebhook',
    tag: 'webhooks',
    summary: 'Read a webhook',
    description: 'As it is set up. How far it is tells its progress.',
    permission: 'webhook:read',
    answers: WebhookDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const webhook = await this.reads.one(id);
    return answer(webhook, { version: webhook.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateWebhook',
    tag: 'webhooks',
    summary: 'Change a webhook',
    description:
      'Another address, or `active` where it was not, lets what waits be tried at once. Other types hold for ' +
      'entries that the webhook has not come to yet.',
    permission: 'webhook:write',
    body: WebhookChangesBody,
    answers: WebhookDto,
    etag: true,
  })
  change(@TheCall() call: Call, @PathId('id') id: string, @Body() body: WebhookChangesBody): Promise<Answer> {
    return answerWritten(this.webhooks.change(call, id, body), (written) => this.reads.one(written));
  }

  @Endpoint({
    method: 'DELETE',
    path: ':id',
    operationId: 'retireWebhook',
    tag: 'webhooks',
    summary: 'End a webhook',
    description: 'Nothing is sent any more; what waits is dropped. It cannot be brought back.',
    permission: 'webhook:write',
    status: 204,
    ifMatch: 'honoured',
  })
  retire(@TheCall() call: Call, @PathId('id') id: string): Promise<void> {
    return this.webhooks.retire(call, id);
  }

  @Endpoint({
    method: 'POST',
    path: ':id/actions/roll-secret',
    operationId: 'rollWebhookSecret',
    tag: 'webhooks',
    summary: 'Roll the secret of a webhook',
    description:
      'The answer shows the new secret once. For 24 hours deliveries carry two signatures, by the new secret and ' +
      'by the one before, so that the receiver can change over at leisure.',
    permission: 'webhook:write',
    answers: WebhookDto,
    etag: true,
    ifMatch: 'honoured',
  })
  rollSecret(@TheCall() call: Call, @PathId('id') id: string): Promise<Answer> {
    return this.withSecret(this.webhooks.rollSecret(call, id));
  }

  @Endpoint({
    method: 'GET',
    path: ':id/progress',
    operationId: 'getWebhookProgress',
    tag: 'webhooks',
    summary: 'Read how far a webhook is',
    description:
      'Its position beside that of the log, what waits and what was given up, and whether its target rests: after ' +
      '10 failures in a row it is left alone for a minute, then tried with one delivery; each trial that fails ' +
      'doubles the rest, to an hour at most.',
    permission: 'webhook:read',
    answers: WebhookProgressDto,
  })
  progress(@PathId('id') id: string): Promise<WebhookProgressDto> {
    return this.reads.progress(id);
  }

  /** Only the first answer to a call shows the secret. */
  private withSecret(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, async (id) => {
      const { replayed } = await write;
      const shown = await this.reads.one(id);
      return replayed ? shown : { ...shown, secret: this.secrets.of(await this.reads.row(id)) };
    });
  }
}
