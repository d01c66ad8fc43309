import { Controller } from '@nestjs/common';
import { MailDeliveryReads } from '../../communications/mail-out/mail-delivery.reads.js';
import type { Actor } from '../../kernel/actor.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Caller, PathId, Query } from '../../platform/http/params.js';
import { PartReads } from '../parts/part.reads.js';
import { MessageDeliveryDto } from './delivery.dto.js';

@Controller('v1/complaints/:id/messages/:messageId/deliveries')
export class DeliveriesController {
  constructor(
    private readonly parts: PartReads,
    private readonly deliveries: MailDeliveryReads,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listDeliveries',
    tag: 'messages',
    summary: 'List what became of a message on its way by email',
    description:
      'One for each address that it was sent to: attempts, times, and what the mail server said. Empty for what goes ' +
      'another way.',
    permission: 'complaint:read',
    query: PageQuery,
    answers: MessageDeliveryDto,
    list: true,
  })
  async list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('messageId') messageId: string,
    @Query() query: PageQuery,
  ): Promise<Page<MessageDeliveryDto>> {
    await this.parts.one('messages', caller, id, messageId);
    return this.deliveries.list(caller, messageId, query);
  }
}
