import { Controller } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import type { Call } from '../kernel/call.js';
import { type Answer, answer } from '../platform/http/answer.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import type { Page } from '../platform/http/page.js';
import { Body, Caller, PathId, Query, TheCall } from '../platform/http/params.js';
import { NewUserDto, UserChangesDto, UserDto, UserQuery } from './user.dto.js';
import { UserReads } from './user.reads.js';
import { UsersService } from './users.service.js';

@Controller('v1/users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly reads: UserReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createUser',
    tag: 'users',
    summary: 'Create a user',
    permission: 'user:write',
    status: 201,
    body: NewUserDto,
    answers: UserDto,
    location: true,
    etag: true,
    refuses: ['email_taken'],
  })
  async create(@TheCall() call: Call, @Body() body: NewUserDto): Promise<Answer> {
    const { id, location, replayed } = await this.users.create(call, body);
    const user = await this.reads.one(call.actor, id);
    return answer(user, { version: user.version, location, replayed });
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listUsers',
    tag: 'users',
    summary: 'List users',
    description: 'Oldest first. An agent finds nobody here but themselves.',
    permission: 'user:read',
    query: UserQuery,
    answers: UserDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: UserQuery): Promise<Page<UserDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getUser',
    tag: 'users',
    summary: 'Read a user',
    description: 'Supervisors, auditors and administrators read every user, an agent only themselves.',
    permission: 'user:read',
    answers: UserDto,
    etag: true,
  })
  async get(@Caller() caller: Actor, @PathId('id') id: string): Promise<Answer> {
    const user = await this.reads.one(caller, id);
    return answer(user, { version: user.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateUser',
    tag: 'users',
    summary: 'Change a user',
    description:
      'New roles hold, and a disabled user is refused, within five seconds on every process. ' +
      'What a disabled user owned becomes vacant.',
    permission: 'user:write',
    body: UserChangesDto,
    answers: UserDto,
    etag: true,
  })
  async change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: UserChangesDto,
  ): Promise<Answer> {
    await this.users.change(call, id, body);
    const user = await this.reads.one(call.actor, id);
    return answer(user, { version: user.version });
  }
}
