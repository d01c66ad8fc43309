import { Controller } from '@nestjs/common';
import type { Actor } from '../kernel/actor.js';
import type { Call } from '../kernel/call.js';
import { type Answer, answer, answerWritten } from '../platform/http/answer.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import type { Page } from '../platform/http/page.js';
import { Body, Caller, PathId, Query, TheCall } from '../platform/http/params.js';
import {
  NewOrganisationUnitBody,
  OrganisationUnitChangesBody,
  OrganisationUnitDto,
  OrganisationUnitQuery,
} from './unit.dto.js';
import { UnitReads } from './unit.reads.js';
import { UnitsService } from './units.service.js';

@Controller('v1/organisation-units')
export class UnitsController {
  constructor(
    private readonly units: UnitsService,
    private readonly reads: UnitReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'createOrganisationUnit',
    tag: 'organisation',
    summary: 'Add a legal entity, a brand or a branch',
    description:
      'A brand belongs to a legal entity; a branch to one as well, and to a brand where it serves only that. One ' +
      'that changes hands is retired, and added anew where it belongs then: what was reported stays as it was.',
    permission: 'organisation-unit:write',
    status: 201,
    body: NewOrganisationUnitBody,
    answers: OrganisationUnitDto,
    location: true,
    etag: true,
    refuses: ['code_taken'],
  })
  create(@TheCall() call: Call, @Body() body: NewOrganisationUnitBody): Promise<Answer> {
    return answerWritten(this.units.create(call, body), (id) => this.reads.one(id));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listOrganisationUnits',
    tag: 'organisation',
    summary: 'List legal entities, brands and branches',
    description:
      'Oldest first, all kinds together and retired ones included unless the filters say otherwise.',
    permission: 'organisation-unit:read',
    query: OrganisationUnitQuery,
    answers: OrganisationUnitDto,
    list: true,
  })
  list(@Caller() caller: Actor, @Query() query: OrganisationUnitQuery): Promise<Page<OrganisationUnitDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getOrganisationUnit',
    tag: 'organisation',
    summary: 'Read a legal entity, a brand or a branch',
    description: 'Retired ones stay readable, and stay where they were chosen.',
    permission: 'organisation-unit:read',
    answers: OrganisationUnitDto,
    etag: true,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const unit = await this.reads.one(id);
    return answer(unit, { version: unit.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateOrganisationUnit',
    tag: 'organisation',
    summary: 'Rename, retire or bring back a legal entity, a brand or a branch',
    description:
      'Retiring retires nothing else, but what belongs to it cannot be chosen either until it is brought back. ' +
      'Complaints keep what they name.',
    permission: 'organisation-unit:write',
    body: OrganisationUnitChangesBody,
    answers: OrganisationUnitDto,
    etag: true,
  })
  change(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: OrganisationUnitChangesBody,
  ): Promise<Answer> {
    return answerWritten(this.units.change(call, id, body), (unit) => this.reads.one(unit));
  }
}
