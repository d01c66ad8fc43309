import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import {
  ContactPointChangesBody,
  ContactPointDto,
  ContactPointNowDto,
  NewContactPointBody,
} from './contact-point.dto.js';
import { ContactPointReads } from './contact-point.reads.js';
import { ContactPointsService } from './contact-points.service.js';

@Controller('v1/contact-points')
export class ContactPointsController {
  constructor(
    private readonly points: ContactPointsService,
    private readonly reads: ContactPointReads,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listContactPoints',
    tag: 'contact-points',
    summary: 'List where the house can be reached',
    description:
      'Needs no token. In the order that the house gave them, each with whether somebody answers there at this ' +
      'moment. Who works here also sees what is not public, and what is retired.',
    permission: 'contact-point:read',
    query: PageQuery,
    answers: ContactPointNowDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<ContactPointNowDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getContactPoint',
    tag: 'contact-points',
    summary: 'Read a contact point',
    description:
      'Needs no token. Whether it is open at the moment stands in the list, as it changes by itself.',
    permission: 'contact-point:read',
    answers: ContactPointDto,
    etag: true,
  })
  async get(@Caller() caller: Actor, @PathId('id') id: string): Promise<Answer> {
    const point = await this.reads.one(caller, id);
    return answer(point, { version: point.version });
  }

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createContactPoint',
    tag: 'contact-points',
    summary: 'Say where else the house can be reached',
    description: 'Its hours are those of a calendar; without one it answers day and night.',
    permission: 'contact-point:write',
    status: 201,
    body: NewContactPointBody,
    answers: ContactPointDto,
    location: true,
    etag: true,
  })
  create(@TheCall() call: Call, @Body() body: NewContactPointBody): Promise<Answer> {
    return this.written(call, this.points.create(call, body));
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateContactPoint',
    tag: 'contact-points',
    summary: 'Change a contact point',
    description: 'Another number, a counter that is closed until further notice, one that is used no more.',
    permission: 'contact-point:write',
    body: ContactPointChangesBody,
    answers: ContactPointDto,
    etag: true,
  })
  change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: ContactPointChangesBody,
  ): Promise<Answer> {
    return this.written(call, this.points.change(call, id, body));
  }

  private written(call: Call, write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(call.actor, id));
  }
}
