import { Controller, Param, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { download } from '../../platform/http/download.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Caller, Query } from '../../platform/http/params.js';
import { contextOf } from '../../platform/http/request-context.js';
import { AttachmentDto } from './attachment.dto.js';
import { AttachmentReads } from './attachment.reads.js';

/** Files apart from their complaint: those behind a signed link, and those that nobody gets. */
@Controller('v1')
export class DownloadsController {
  constructor(private readonly reads: AttachmentReads) {}

  @Endpoint({
    method: 'GET',
    path: 'downloads/:signed',
    operationId: 'downloadAttachment',
    tag: 'attachments',
    summary: 'Fetch a file by a link',
    description:
      'The link is the `contentUrl` of an attachment, which opens that one file for five minutes to whoever has it. ' +
      'One that was changed is as unknown as one whose time is over.',
    permission: 'attachment:download',
    download: true,
    refuses: ['infected'],
  })
  async linked(
    @Param('signed') signed: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.reads.linked(signed);
    contextOf(reply.request).complaintId = file.complaintId;
    return download(reply, file);
  }

  @Endpoint({
    method: 'GET',
    path: 'quarantine',
    operationId: 'listQuarantine',
    tag: 'attachments',
    summary: 'List the files in which malware was found, oldest first',
    description: 'Of all complaints. They are kept, so that it can be looked into, and given to nobody.',
    permission: 'attachment:review',
    query: PageQuery,
    answers: AttachmentDto,
    list: true,
  })
  quarantine(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<AttachmentDto>> {
    return this.reads.quarantined(caller, query);
  }
}
