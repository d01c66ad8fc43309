import { Controller } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import { Caller, Query } from '../../platform/http/params.js';
import { MyAuthorityDto, MyAuthorityQuery } from './my-authority.dto.js';
import { MyAuthorityReads } from './my-authority.reads.js';

@Controller('v1/me/authority')
export class MyAuthorityController {
  constructor(private readonly reads: MyAuthorityReads) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'getMyAuthority',
    tag: 'authorities',
    summary: 'Say how much you may grant alone at the moment, and who may grant more',
    description:
      'With all that you granted before. On a complaint about yourself you grant nothing. The amounts of two ' +
      'currencies never meet.',
    permission: 'authority:read',
    query: MyAuthorityQuery,
    answers: MyAuthorityDto,
  })
  get(@Caller() caller: Actor, @Query() { complaintId }: MyAuthorityQuery): Promise<MyAuthorityDto> {
    return this.reads.of(caller, complaintId ?? null);
  }
}
