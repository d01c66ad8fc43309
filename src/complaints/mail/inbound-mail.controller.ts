import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Written } from '../../audit/ledger.service.js';
import { MAIL_LIMITS } from '../../communications/mail-in/reading/mail.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { download } from '../../platform/http/download.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { IncomingBytes } from '../../platform/http/input/incoming-bytes.js';
import type { Page } from '../../platform/http/page.js';
import { Body, Bytes, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { NothingBody } from '../actions/actions.dto.js';
import { AttachMailBody, HandInQuery, InboundMailDto, InboundMailQuery } from './inbound-mail.dto.js';
import { InboundMailReads } from './inbound-mail.reads.js';
import { MailDecisionsService } from './mail-decisions.service.js';
import { MailIntakeService } from './taking/mail-intake.service.js';

@Controller('v1/inbound-mail')
export class InboundMailController {
  constructor(
    private readonly intake: MailIntakeService,
    private readonly decisions: MailDecisionsService,
    private readonly reads: InboundMailReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'handInMail',
    tag: 'inbound-mail',
    summary: 'Hand in a mail that came for the house',
    description:
      'The whole mail as it came over SMTP, for mail servers that pass mails on. Its token is the key of inbound ' +
      'mail; an administrator may hand in a mail as well. Whatever the mail is, it is kept, and the answer says what ' +
      'became of it: an error means that it is to be sent again. The same mail again is answered with what became of ' +
      'it the first time.',
    permission: 'inbound-mail:hand-in',
    status: 201,
    bytes: { type: 'message/rfc822', maxBytes: MAIL_LIMITS.bytes },
    query: HandInQuery,
    answers: InboundMailDto,
    location: true,
    idempotent: false,
  })
  async handIn(
    @TheCall() call: Call,
    @Bytes() mail: IncomingBytes,
    @Query() { mailbox = 'http' }: HandInQuery,
  ): Promise<Answer> {
    const id = await this.intake.takeMail(await mail.read(), mailbox, null, call);
    const shown = await this.reads.one(id);
    return answer(shown, { version: shown.version, location: `/v1/inbound-mail/${id}` });
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listInboundMail',
    tag: 'inbound-mail',
    summary: 'List the mails that came in, newest first',
    description:
      'What waits for a person is `?decision=suggestion,capped,duplicate,refused`. A mail that came to no complaint ' +
      'is kept for 90 days, one that did for as long as the complaint.',
    permission: 'inbound-mail:read',
    query: InboundMailQuery,
    answers: InboundMailDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: InboundMailQuery): Promise<Page<InboundMailDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':mailId',
    operationId: 'getInboundMail',
    tag: 'inbound-mail',
    summary: 'Read what became of a mail',
    permission: 'inbound-mail:read',
    answers: InboundMailDto,
  })
  async get(@PathId('mailId') id: string): Promise<Answer> {
    const shown = await this.reads.one(id);
    return answer(shown, { version: shown.version });
  }

  @Endpoint({
    method: 'GET',
    path: ':mailId/content',
    operationId: 'getInboundMailContent',
    tag: 'inbound-mail',
    summary: 'Fetch a whole mail',
    description:
      'Byte for byte as it came, with what was left out for reading; to be saved and never to be shown in a page. ' +
      'Nobody has looked for malware in it.',
    permission: 'inbound-mail:read',
    download: true,
  })
  async content(
    @PathId('mailId') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.reads.content(id));
  }

  @Endpoint({
    method: 'POST',
    path: ':mailId/actions/attach',
    operationId: 'attachInboundMail',
    tag: 'inbound-mail',
    summary: 'Put a mail to a complaint',
    description:
      'Its words become a message of the customer, its files attachments. Whoever does so answers for that it is the ' +
      'customer who writes. A complaint that was made of the mail stays, to be merged or declined.',
    permission: 'inbound-mail:decide',
    body: AttachMailBody,
    answers: InboundMailDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['mail_used', 'state_not_allowed', 'conflicted', 'erased'],
  })
  attach(
    @TheCall() call: Call,
    @PathId('mailId') id: string,
    @Body() { complaintId }: AttachMailBody,
  ): Promise<Answer> {
    return this.decided(id, this.decisions.attach(call, id, complaintId));
  }

  @Endpoint({
    method: 'POST',
    path: ':mailId/actions/take-as-new',
    operationId: 'takeInboundMailAsNew',
    tag: 'inbound-mail',
    summary: 'Make a complaint of a mail',
    description: 'Of one of which nothing has become yet.',
    permission: 'inbound-mail:decide',
    body: NothingBody,
    bodyOptional: true,
    answers: InboundMailDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['mail_used'],
  })
  takeAsNew(@TheCall() call: Call, @PathId('mailId') id: string): Promise<Answer> {
    return this.decided(id, this.decisions.takeAsNew(call, id));
  }

  private async decided(id: string, write: Promise<Written>): Promise<Answer> {
    const { replayed } = await write;
    const shown = await this.reads.one(id);
    return answer(shown, { version: shown.version, replayed });
  }
}
