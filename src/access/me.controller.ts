import { Controller } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import { type Answer, answer } from '../platform/http/answer.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import { Caller } from '../platform/http/params.js';
import { MeDto } from './user.dto.js';
import { UserReads } from './user.reads.js';

@Controller('v1/me')
export class MeController {
  constructor(private readonly reads: UserReads) {}

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'getMe',
    tag: 'users',
    summary: 'Read oneself',
    description: 'With everything that the roles allow, so that a front end shows only what will work.',
    permission: 'me:read',
    answers: MeDto,
    etag: true,
  })
  async get(@Caller() caller: Actor): Promise<Answer> {
    const { me, version } = await this.reads.me(caller);
    return answer(me, { version });
  }
}
