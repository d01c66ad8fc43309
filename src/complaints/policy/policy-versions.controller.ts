import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { NewPolicyVersionBody, PolicyVersionDto, PolicyVersionQuery } from './policy-version.dto.js';
import { PolicyReads } from './policy.reads.js';
import { PolicyService } from './policy.service.js';

@Controller('v1/policy-versions')
export class PolicyVersionsController {
  constructor(
    private readonly policy: PolicyService,
    private readonly reads: PolicyReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'publishPolicy',
    tag: 'policy',
    summary: 'Publish the words of the policy in a language',
    description:
      'Whole, as the next version in this language; what was published stays as it was. The public is shown the ' +
      'version that holds since last, five minutes later at the most.',
    permission: 'policy:write',
    status: 201,
    body: NewPolicyVersionBody,
    answers: PolicyVersionDto,
    location: true,
  })
  publish(@TheCall() call: Call, @Body() body: NewPolicyVersionBody): Promise<Answer> {
    return answerWritten(this.policy.publish(call, body), (id) => this.reads.version(id));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listPolicyVersions',
    tag: 'policy',
    summary: 'List what was published, oldest first',
    description: 'With what the public is not shown yet.',
    permission: 'policy:review',
    query: PolicyVersionQuery,
    answers: PolicyVersionDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PolicyVersionQuery): Promise<Page<PolicyVersionDto>> {
    return this.reads.versions(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getPolicyVersion',
    tag: 'policy',
    summary: 'Read what was published',
    permission: 'policy:review',
    answers: PolicyVersionDto,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const found = await this.reads.version(id);
    return answer(found, { version: found.version });
  }
}
