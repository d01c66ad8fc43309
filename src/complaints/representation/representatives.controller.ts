import { Controller } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { type Answer, answer, answerWritten } from '../../platform/http/answer.js';
import { Endpoint, type EndpointSpec } from '../../platform/http/endpoint.decorator.js';
import type { Page } from '../../platform/http/page.js';
import { PageQuery } from '../../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../../platform/http/params.js';
import { PartReads } from '../parts/part.reads.js';
import { TrackingReads } from '../tracking/tracking.reads.js';
import {
  ConfirmRepresentativeBody,
  FormerRepresentativeDto,
  NewRepresentativeBody,
  RepresentativeDto,
  RepresentativeReasonBody,
} from './representative.dto.js';
import { RepresentativesService } from './representatives.service.js';

/** What every call that changes a representative has in common. */
const CHANGE = {
  method: 'POST',
  tag: 'representatives',
  answers: RepresentativeDto,
  ifMatch: 'honoured',
  refuses: ['action_refused'],
  needs: ['state_not_allowed', 'conflicted'],
} satisfies Partial<EndpointSpec>;

const TOKEN =
  'Every tracking token of the complaint from before, and of complaints that were merged into it, opens nothing any ' +
  'more. The answer carries the new one: give it to the complainant, whom the program does not tell by itself.';

@Controller('v1/complaints/:id/representatives')
export class RepresentativesController {
  constructor(
    private readonly representatives: RepresentativesService,
    private readonly reads: PartReads,
    private readonly tracking: TrackingReads,
  ) {}

  @Endpoint({
    ...CHANGE,
    path: '',
    operationId: 'nameRepresentative',
    summary: 'Put on record who complains for the complainant',
    description:
      'At intake anybody may name one (`representative`). It is `claimed` until their authority was seen: until then ' +
      'they are owed nothing but that the complaint was received, and it cannot be decided. A complaint has one ' +
      'representative at a time. Words go the way that `answerVia` says, before and after: to whom, is for whoever ' +
      'says or sends them to heed, and `representative.told` of the complaint says it.',
    permission: 'representative:name',
    status: 201,
    body: NewRepresentativeBody,
    location: true,
    needs: ['state_not_allowed', 'conflicted', 'representative_exists'],
  })
  name(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: NewRepresentativeBody,
  ): Promise<Answer> {
    return this.written(call, id, this.representatives.name(call, id, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listRepresentatives',
    tag: 'representatives',
    summary: 'List the representatives of a complaint, oldest first',
    description: 'Those who were refused or ended too.',
    permission: 'complaint:read',
    query: PageQuery,
    answers: RepresentativeDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<RepresentativeDto>> {
    return this.reads.list('representatives', caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':representativeId',
    operationId: 'getRepresentative',
    tag: 'representatives',
    summary: 'Read a representative',
    permission: 'complaint:read',
    answers: RepresentativeDto,
  })
  async get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('representativeId') representativeId: string,
  ): Promise<Answer> {
    const one = await this.reads.one('representatives', caller, id, representativeId);
    return answer(one, { version: one.version });
  }

  @Endpoint({
    ...CHANGE,
    path: ':representativeId/actions/confirm',
    operationId: 'confirmRepresentative',
    summary: 'Put on record that the authority of a representative was seen',
    description:
      'Once more for one that was confirmed, where the authority was renewed or is another: the last one holds. With ' +
      'the end of its validity it is as if it had not been confirmed.',
    permission: 'representative:decide',
    body: ConfirmRepresentativeBody,
  })
  confirm(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('representativeId') representativeId: string,
    @Body() body: ConfirmRepresentativeBody,
  ): Promise<Answer> {
    return this.written(call, id, this.representatives.confirm(call, id, representativeId, body));
  }

  @Endpoint({
    ...CHANGE,
    path: ':representativeId/actions/refuse',
    operationId: 'refuseRepresentative',
    summary: 'Refuse a representative whose authority was not shown',
    description: TOKEN,
    permission: 'representative:decide',
    body: RepresentativeReasonBody,
    answers: FormerRepresentativeDto,
  })
  refuse(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('representativeId') representativeId: string,
    @Body() body: RepresentativeReasonBody,
  ): Promise<Answer> {
    return this.dismissed(call, id, this.representatives.refuse(call, id, representativeId, body));
  }

  @Endpoint({
    ...CHANGE,
    path: ':representativeId/actions/end',
    operationId: 'endRepresentative',
    summary: 'End that a confirmed representative speaks for the complainant',
    description: TOKEN,
    permission: 'representative:decide',
    body: RepresentativeReasonBody,
    answers: FormerRepresentativeDto,
  })
  end(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('representativeId') representativeId: string,
    @Body() body: RepresentativeReasonBody,
  ): Promise<Answer> {
    return this.dismissed(call, id, this.representatives.end(call, id, representativeId, body));
  }

  private written(call: Call, complaintId: string, write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one('representatives', call.actor, complaintId, id));
  }

  private dismissed(call: Call, complaintId: string, write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, async (id) => ({
      ...(await this.reads.one('representatives', call.actor, complaintId, id)),
      trackingToken: await this.tracking.tokenFor(complaintId),
    }));
  }
}
