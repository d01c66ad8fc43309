import { Controller } from '@nestjs/common';
import { rolesWith } from '../access/roles.js';
import { AuditReads } from '../audit/audit.reads.js';
import type { Entry } from '../audit/entries/entry.js';
import { type Actor, isStaff } from '../kernel/actor.js';
import type { Call } from '../kernel/call.js';
import { type Answer, answer } from '../platform/http/answer.js';
import { Endpoint } from '../platform/http/endpoint.decorator.js';
import type { Page } from '../platform/http/page.js';
import { PageQuery } from '../platform/http/page-query.js';
import { Body, Caller, PathId, Query, TheCall } from '../platform/http/params.js';
import { ActionsService } from './actions/actions.service.js';
import { PossibleActionDto } from './actions/possible-actions.dto.js';
import { DuplicateReads } from './duplicates/duplicate.reads.js';
import { ComplaintDto } from './complaint.dto.js';
import { ReceivedComplaintDto } from './intake/received-complaint.dto.js';
import { ComplaintChangesBody, NewComplaintBody, StaffComplaintBody } from './intake/complaint.intake.dto.js';
import { ComplaintQuery } from './search/complaint-query.dto.js';
import { ComplaintReads } from './shown/complaint.reads.js';
import { ComplaintsService } from './complaints.service.js';
import { TimelineEntryDto } from './complaint.timeline.dto.js';
import { rowOf } from './workflow/row-of.js';
import { ReceivedTrackingDto } from './tracking/tracking.dto.js';
import { TrackingReads } from './tracking/tracking.reads.js';

@Controller('v1/complaints')
export class ComplaintsController {
  constructor(
    private readonly complaints: ComplaintsService,
    private readonly reads: ComplaintReads,
    private readonly actions: ActionsService,
    private readonly tracking: TrackingReads,
    private readonly audit: AuditReads,
    private readonly duplicates: DuplicateReads,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '',
    operationId: 'receiveComplaint',
    tag: 'complaints',
    summary: 'Hand in a complaint',
    description:
      'Anybody may, without a token; the answer is what the complainant sees, with the tracking token that opens it. ' +
      'Staff send the same for a customer, with more properties, and get the complaint with the token beside it, and ' +
      'with what may be the same complaint already.',
    permission: 'complaint:receive',
    status: 201,
    body: StaffComplaintBody,
    bodyFor: (actor) => (isStaff(actor) ? StaffComplaintBody : NewComplaintBody),
    answers: ReceivedTrackingDto,
    answersOr: ReceivedComplaintDto,
    location: true,
    etag: true,
    refuses: ['external_id_taken'],
    workflow: rowOf('receive', rolesWith('complaint:receive')),
  })
  async receive(@TheCall() call: Call, @Body() body: StaffComplaintBody): Promise<Answer> {
    const { id, location, replayed } = await this.complaints.receive(call, body);
    const receipt = isStaff(call.actor) ? await this.staffReceipt(id) : await this.tracking.receipt(id);
    return answer(receipt, { version: receipt.version, location, replayed });
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listComplaints',
    tag: 'complaints',
    summary: 'Find complaints',
    description:
      'All conditions together. A queue is `?state=open&ownerId=none&sort=due`; what one has to work on, also for ' +
      'somebody who is away, is `?state=open&workedBy=<own id>&sort=due`.',
    permission: 'complaint:read',
    query: ComplaintQuery,
    answers: ComplaintDto,
    list: true,
    counted: true,
  })
  list(@Caller() caller: Actor, @Query() query: ComplaintQuery): Promise<Page<ComplaintDto>> {
    return this.reads.list(caller, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':id',
    operationId: 'getComplaint',
    tag: 'complaints',
    summary: 'Read a complaint',
    permission: 'complaint:read',
    answers: ComplaintDto,
  })
  async get(@PathId('id') id: string): Promise<Answer> {
    const complaint = await this.reads.one(id);
    return answer(complaint, { version: complaint.version });
  }

  @Endpoint({
    method: 'PATCH',
    path: ':id',
    operationId: 'updateComplaint',
    tag: 'complaints',
    summary: 'Change particulars of a complaint',
    description:
      'A merge patch (RFC 7396). Who is complained about is said by a supervisor. The ' +
      'state is changed by actions only.',
    permission: 'complaint:update',
    body: ComplaintChangesBody,
    answers: ComplaintDto,
    refuses: ['external_id_taken', 'action_refused'],
    needs: ['state_not_allowed', 'conflicted', 'erased'],
  })
  async update(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @Body() body: ComplaintChangesBody,
  ): Promise<Answer> {
    await this.complaints.update(call, id, body);
    return this.get(id);
  }

  @Endpoint({
    method: 'GET',
    path: ':id/actions',
    operationId: 'listActions',
    tag: 'actions',
    summary: 'See what the caller may do now, and what is missing for the rest',
    description: 'Actions that the role may never take are left out.',
    permission: 'complaint:read',
    answers: PossibleActionDto,
    list: true,
  })
  async possible(@Caller() caller: Actor, @PathId('id') id: string): Promise<Page<PossibleActionDto>> {
    const possible = await this.actions.possible(caller, id);
    const items = possible.map(({ action, allowed, unmet, asks }) => {
      const href = `/v1/complaints/${id}/actions/${action}`;
      return { action, allowed, method: 'POST' as const, href, unmet, asks };
    });
    return { items, nextCursor: null };
  }

  @Endpoint({
    method: 'GET',
    path: ':id/timeline',
    operationId: 'getTimeline',
    tag: 'complaints',
    summary: 'Read what happened, in order',
    description:
      'The entries of the log about this complaint by `seq`. A person complained about does not see internal notes.',
    permission: 'complaint:read',
    query: PageQuery,
    answers: TimelineEntryDto,
    list: true,
  })
  async timeline(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<Entry>> {
    await this.reads.row(id);
    return this.audit.timeline(caller, id, query);
  }

  private async staffReceipt(id: string): Promise<ReceivedComplaintDto> {
    const complaint = await this.reads.row(id);
    const trackingToken = this.tracking.tokenOf(complaint);
    const possibleDuplicates = await this.duplicates.like(complaint);
    return { ...(await this.reads.shownOf(complaint)), trackingToken, possibleDuplicates };
  }
}
