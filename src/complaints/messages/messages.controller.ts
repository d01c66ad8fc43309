import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { PartReads } from '../parts/part.reads.js';
import { HandOverMessageBody, HearMessageBody, MessageDto, NewMessageBody } from './message.dto.js';
import { MessagesService } from './messages.service.js';

@Controller('v1/complaints/:id/messages')
export class MessagesController {
  constructor(
    private readonly messages: MessagesService,
    private readonly reads: PartReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'writeMessage',
    tag: 'messages',
    summary: 'Write to the customer, note the words of the customer, or write an internal note',
    description:
      'Words to the customer keep the promise of news when they left the house, and ' +
      'answer what the customer wrote before.',
    permission: 'message:send',
    status: 201,
    body: NewMessageBody,
    answers: MessageDto,
    location: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased'],
  })
  write(@TheCall() call: Call, @PathId('id') id: string, @Body() body: NewMessageBody): Promise<Answer> {
    return this.written(call, id, this.messages.write(call, id, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':messageId/actions/hear',
    operationId: 'hearMessage',
    tag: 'messages',
    summary: 'Mark words of the customer as heard',
    permission: 'message:hear',
    body: HearMessageBody,
    bodyOptional: true,
    answers: MessageDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased', 'not_from_customer'],
  })
  hear(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('messageId') messageId: string,
    @Body() body: HearMessageBody,
  ): Promise<Answer> {
    return this.written(call, id, this.messages.hear(call, id, messageId, body));
  }

  @Endpoint({
    method: 'POST',
    path: ':messageId/actions/hand-over',
    operationId: 'handOverMessage',
    tag: 'messages',
    summary: 'Record that words that waited were said or sent',
    permission: 'message:send',
    body: HandOverMessageBody,
    answers: MessageDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['conflicted', 'erased', 'not_queued'],
  })
  handOver(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('messageId') messageId: string,
    @Body() body: HandOverMessageBody,
  ): Promise<Answer> {
    return this.written(call, id, this.messages.handOver(call, id, messageId, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listMessages',
    tag: 'messages',
    summary: 'List the messages of a complaint, oldest first',
    permission: 'complaint:read',
    query: PageQuery,
    answers: MessageDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<MessageDto>> {
    return this.reads.list('messages', caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':messageId',
    operationId: 'getMessage',
    tag: 'messages',
    summary: 'Read a message',
    permission: 'complaint:read',
    answers: MessageDto,
  })
  async get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('messageId') messageId: string,
  ): Promise<Answer> {
    const message = await this.reads.one('messages', caller, id, messageId);
    return answer(message, { version: message.version });
  }

  private async written(call: Call, complaintId: string, write: Promise<Written>): Promise<Answer> {
    const { id, location, replayed } = await write;
    const message = await this.reads.one('messages', call.actor, home(location) ?? complaintId, id);
    return answer(message, { version: message.version, location, replayed });
  }
}

/** The complaint of a new message: where one was merged, the words of its customer are in another. */
function home(location: string | null): string | undefined {
  return location?.split('/')[3];
}
