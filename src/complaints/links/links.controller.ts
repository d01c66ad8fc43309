import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { LinkDto, NewLinkBody } from './link.dto.js';
import { LinkReads } from './link.reads.js';
import { LinksService } from './links.service.js';

@Controller('v1/complaints/:id/links')
export class LinksController {
  constructor(
    private readonly links: LinksService,
    private readonly reads: LinkReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'addLink',
    tag: 'links',
    summary: 'Say how a complaint belongs to another',
    description:
      'One of a type between two complaints, whichever of them names the other. The other one shows it under the ' +
      'name that it has from there. Nothing else follows from a link.',
    permission: 'link:write',
    status: 201,
    body: NewLinkBody,
    answers: LinkDto,
    location: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased', 'link_exists'],
  })
  async add(@TheCall() call: Call, @PathId('id') id: string, @Body() body: NewLinkBody): Promise<Answer> {
    const { id: linkId, location, replayed } = await this.links.add(call, id, body);
    const link = await this.reads.one(call.actor, id, linkId);
    return answer(link, { version: link.version, location, replayed });
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listLinks',
    tag: 'links',
    summary: 'List what a complaint is linked with, oldest first',
    description:
      'From both sides: also where the other complaint named this one. A person complained about in either of the ' +
      'two does not see what others noted.',
    permission: 'complaint:read',
    query: PageQuery,
    answers: LinkDto,
    list: true,
  })
  list(@Caller() caller: Actor, @PathId('id') id: string, @Query() query: PageQuery): Promise<Page<LinkDto>> {
    return this.reads.list(caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':linkId',
    operationId: 'getLink',
    tag: 'links',
    summary: 'Read a link',
    permission: 'complaint:read',
    answers: LinkDto,
  })
  async get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('linkId') linkId: string,
  ): Promise<Answer> {
    const link = await this.reads.one(caller, id, linkId);
    return answer(link, { version: link.version });
  }

  @Endpoint({
    method: 'DELETE',
    path: ':linkId',
    operationId: 'removeLink',
    tag: 'links',
    summary: 'Take a link back',
    description:
      'From either side. `If-Match` is compared with the version of the complaint. Both entries stay.',
    permission: 'link:write',
    status: 204,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased'],
  })
  remove(@TheCall() call: Call, @PathId('id') id: string, @PathId('linkId') linkId: string): Promise<void> {
    return this.links.remove(call, id, linkId);
  }
}
