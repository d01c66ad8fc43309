import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { AbsenceChangesBody, AbsenceDto, AbsenceQuery, NewAbsenceBody } from './absence.dto.js';
import { ABSENCE_NEEDS } from './absence-needs.js';
import { AbsenceReads } from './absence.reads.js';
import { AbsencesService } from './absences.service.js';

@Controller('v1')
export class AbsencesController {
  constructor(
    private readonly absences: AbsencesService,
    private readonly reads: AbsenceReads,
  ) {}

  @Endpoint({
    method: 'GET',
    path: 'absences',
    operationId: 'listAbsences',
    tag: 'availability',
    summary: 'List who is away',
    description:
      'In the order in which they begin. Who is away at this moment: `?state=running`. Everybody who works here ' +
      'sees all of them.',
    permission: 'absence:read',
    query: AbsenceQuery,
    answers: AbsenceDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: AbsenceQuery): Promise<Page<AbsenceDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: 'users/:id/absences',
    operationId: 'listAbsencesOfUser',
    tag: 'availability',
    summary: 'List the absences of a user',
    description: 'In the order in which they begin, those that are over included.',
    permission: 'absence:read',
    query: AbsenceQuery,
    answers: AbsenceDto,
    list: true,
  })
  ofUser(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: AbsenceQuery,
  ): Promise<Page<AbsenceDto>> {
    return this.reads.ofUser(caller, id, query);
  }

  @Endpoint({
    method: 'POST',
    path: 'users/:id/absences',
    operationId: 'announceAbsence',
    tag: 'availability',
    summary: 'Say that somebody will be away, and who stands in',
    description:
      'Everybody for themselves; a supervisor for anybody. From its beginning to its end the stand-in may do with ' +
      'the complaints of the one who is away what that one may. The owner stays who it was.',
    permission: 'absence:write',
    status: 201,
    body: NewAbsenceBody,
    answers: AbsenceDto,
    location: true,
    etag: true,
    refuses: ['action_refused'],
    needs: ABSENCE_NEEDS,
  })
  announce(@TheCall() call: Call, @PathId('id') id: string, @Body() body: NewAbsenceBody): Promise<Answer> {
    return this.written(id, this.absences.announce(call, id, body));
  }

  @Endpoint({
    method: 'GET',
    path: 'users/:id/absences/:absenceId',
    operationId: 'getAbsence',
    tag: 'availability',
    summary: 'Read an absence',
    permission: 'absence:read',
    answers: AbsenceDto,
    etag: true,
  })
  async get(@PathId('id') id: string, @PathId('absenceId') absenceId: string): Promise<Answer> {
    const absence = await this.reads.one(id, absenceId);
    return answer(absence, { version: absence.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: 'users/:id/absences/:absenceId',
    operationId: 'updateAbsence',
    tag: 'availability',
    summary: 'Change an absence',
    description: 'Another time or another stand-in. What has begun keeps its beginning; what is over stays.',
    permission: 'absence:write',
    body: AbsenceChangesBody,
    answers: AbsenceDto,
    etag: true,
    refuses: ['action_refused'],
    needs: ['state_not_allowed', ...ABSENCE_NEEDS],
  })
  change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('absenceId') absenceId: string,
    @Body() body: AbsenceChangesBody,
  ): Promise<Answer> {
    return this.written(id, this.absences.change(call, id, absenceId, body));
  }

  @Endpoint({
    method: 'POST',
    path: 'users/:id/absences/:absenceId/actions/end',
    operationId: 'endAbsence',
    tag: 'availability',
    summary: 'Say that somebody is back',
    description: 'Or does not go at all: an absence that has not begun does not take place.',
    permission: 'absence:write',
    answers: AbsenceDto,
    etag: true,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: ['state_not_allowed', 'not_oneself'],
  })
  end(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('absenceId') absenceId: string,
  ): Promise<Answer> {
    return this.written(id, this.absences.end(call, id, absenceId));
  }

  private written(userId: string, write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one(userId, id));
  }
}
