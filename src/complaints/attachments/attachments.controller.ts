import { Controller, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { download } from '../../platform/http/download.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { IncomingForm } from '../../platform/http/input/incoming-form.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Caller, Form, PathId, Query, TheCall } from '../../platform/http/params.js';
import { AttachmentDto, FORM, NewAttachmentsForm, UploadedDto } from './attachment.dto.js';
import { AttachmentReads } from './attachment.reads.js';
import { AttachmentsService } from './attachments.service.js';

@Controller('v1/complaints/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly reads: AttachmentReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'addAttachments',
    tag: 'attachments',
    summary: 'Attach files to a complaint',
    description:
      'As long as the complaint is open, resolved or closed. A file has 20,000,000 bytes at most, a complaint 100 ' +
      'files and 200,000,000 bytes. What a file is, is told by its first bytes and not by what its sender says. All ' +
      'files of a call are attached, or none. What belongs to an internal note is hidden as the note is.',
    permission: 'attachment:add',
    status: 201,
    consumes: FORM,
    body: NewAttachmentsForm,
    answers: UploadedDto,
    location: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased', 'attachments_full'],
  })
  async add(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Form() form: IncomingForm<NewAttachmentsForm>,
  ): Promise<Answer> {
    const path = `/v1/complaints/${id}/attachments`;
    const { id: uploadId, location, replayed } = await this.attachments.upload(call, id, form, 'staff', path);
    return answer(await this.reads.uploaded(uploadId), { location, replayed });
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listAttachments',
    tag: 'attachments',
    summary: 'List the files of a complaint, oldest first',
    permission: 'complaint:read',
    query: PageQuery,
    answers: AttachmentDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<AttachmentDto>> {
    return this.reads.list(caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':attachmentId',
    operationId: 'getAttachment',
    tag: 'attachments',
    summary: 'Read what is known of a file',
    description: '`contentUrl` is new each time, and opens the file for five minutes without a token.',
    permission: 'complaint:read',
    answers: AttachmentDto,
  })
  get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('attachmentId') attachmentId: string,
  ): Promise<AttachmentDto> {
    return this.reads.one(caller, id, attachmentId);
  }

  @Endpoint({
    method: 'GET',
    path: ':attachmentId/content',
    operationId: 'getAttachmentContent',
    tag: 'attachments',
    summary: 'Fetch a file',
    description:
      'Whole, to be saved and never to be shown in a page: whatever a browser could run is answered as ' +
      '`application/octet-stream`. A file in which malware was found is not given out.',
    permission: 'complaint:read',
    download: true,
    refuses: ['infected'],
  })
  async content(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('attachmentId') attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.reads.content(caller, id, attachmentId));
  }
}
