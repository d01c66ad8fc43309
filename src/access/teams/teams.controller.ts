import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { NewTeamBody, TeamChangesBody, TeamDto } from './team.dto.js';
import { TeamReads } from './team.reads.js';
import { TeamsService } from './teams.service.js';

@Controller('v1/teams')
export class TeamsController {
  constructor(
    private readonly teams: TeamsService,
    private readonly reads: TeamReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createTeam',
    tag: 'teams',
    summary: 'Make a team',
    description: 'Members are named by their ids; a team may begin without any.',
    permission: 'team:write',
    status: 201,
    body: NewTeamBody,
    answers: TeamDto,
    location: true,
    etag: true,
    refuses: ['name_taken'],
  })
  create(@TheCall() call: Call, @Body() body: NewTeamBody): Promise<Answer> {
    return this.written(this.teams.create(call, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listTeams',
    tag: 'teams',
    summary: 'List teams',
    description: 'Oldest first, each with its members.',
    permission: 'team:read',
    query: PageQuery,
    answers: TeamDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: PageQuery): Promise<Page<TeamDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getTeam',
    tag: 'teams',
    summary: 'Read a team',
    description: 'With its members by their present names.',
    permission: 'team:read',
    answers: TeamDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const team = await this.reads.one(id);
    return answer(team, { version: team.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateTeam',
    tag: 'teams',
    summary: 'Change a team',
    description: 'Another name, or other members: `memberIds` names all of them anew.',
    permission: 'team:write',
    body: TeamChangesBody,
    answers: TeamDto,
    etag: true,
    refuses: ['name_taken'],
  })
  change(@TheCall() call: Call, @PathId('id') id: string, @Body() body: TeamChangesBody): Promise<Answer> {
    return this.written(this.teams.change(call, id, body));
  }

  private written(write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(id));
  }
}
