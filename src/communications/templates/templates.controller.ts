import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import {
  NewTemplateBody,
  TemplateDto,
  TemplateNameBody,
  TemplateQuery,
  TemplateVersionDto,
} from './template.dto.js';
import { TemplateKindDto } from './template-kind.dto.js';
import { TemplateReads } from './template.reads.js';
import { TemplatesService } from './templates.service.js';

@Controller('v1')
export class TemplatesController {
  constructor(
    private readonly templates: TemplatesService,
    private readonly reads: TemplateReads,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'template-kinds',
    operationId: 'listTemplateKinds',
    tag: 'templates',
    summary: 'List the kinds of letters, and what each can name',
    description: 'By name. What `must` or `if_any` be named is what the customer is owed in that letter.',
    permission: 'template:read',
    query: PageQuery,
    answers: TemplateKindDto,
    list: true,
  })
  kinds(@Caller() caller: Actor, @Query() query: PageQuery): Page<TemplateKindDto> {
    return this.reads.kinds(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'templates',
    operationId: 'listTemplates',
    tag: 'templates',
    summary: 'List by which templates letters are written now',
    description:
      'Of each kind and language one, by kind and language: that of the house, or what comes with the program. A ' +
      'letter is written in the language of the complaint or the nearest there is: `hu-HU`, then `hu`, then `en`.',
    permission: 'template:read',
    query: TemplateQuery,
    answers: TemplateDto,
    list: true,
  })
  inUse(@Caller() caller: Actor, @Query() query: TemplateQuery): Promise<Page<TemplateDto>> {
    return this.reads.inUse(caller, query);
  }

  @Endpoint({
    method: 'POST',
    path: 'templates',
    operationId: 'publishTemplate',
    tag: 'templates',
    summary: 'Publish a template for a kind of letter in a language',
    description:
      'Whole, as the next version; what was published stays as it was, and letters that were written stay as they ' +
      'are. Letters are written by it a second later at the most. A template that could leave out what the customer ' +
      'is owed, such as a date, is refused here, with all that is wrong with it: no letter is refused later.',
    permission: 'template:write',
    status: 201,
    body: NewTemplateBody,
    answers: TemplateVersionDto,
    location: true,
  })
  publish(@TheCall() call: Call, @Body() body: NewTemplateBody): Promise<Answer> {
    return answerWritten(this.templates.publish(call, body), (id) => this.reads.version(id));
  }

  @Endpoint({
    method: 'POST',
    path: 'templates/withdraw',
    operationId: 'withdrawTemplate',
    tag: 'templates',
    summary: 'Go back to the template that comes with the program',
    description:
      'Or to that of the next language, where the program does not speak this one. It is the next version, without ' +
      'words; what is withdrawn already stays as it is. 404 where the house never published one.',
    permission: 'template:write',
    body: TemplateNameBody,
    answers: TemplateVersionDto,
    refuses: ['not_found'],
  })
  withdraw(@TheCall() call: Call, @Body() body: TemplateNameBody): Promise<Answer> {
    return answerWritten(this.templates.withdraw(call, body), (id) => this.reads.version(id));
  }

  @Endpoint({
    method: 'GET',
    path: 'template-versions',
    operationId: 'listTemplateVersions',
    tag: 'templates',
    summary: 'List what was published, oldest first',
    description: 'A message names the kind, language and version by which it was written.',
    permission: 'template:read',
    query: TemplateQuery,
    answers: TemplateVersionDto,
    list: true,
  })
  versions(@Caller() caller: Actor, @Query() query: TemplateQuery): Promise<Page<TemplateVersionDto>> {
    return this.reads.versions(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'template-versions/:id',
    operationId: 'getTemplateVersion',
    tag: 'templates',
    summary: 'Read what was published',
    permission: 'template:read',
    answers: TemplateVersionDto,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const found = await this.reads.version(id);
    return answer(found, { version: found.version });
  }
}
