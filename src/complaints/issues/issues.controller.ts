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
import { DecideIssueBody, IssueDto, NewIssueBody, WithdrawIssueBody } from './issue.dto.js';
import { IssuesService } from './issues.service.js';

/** What every call that changes an issue has in common. */
const CHANGE = {
  method: 'POST',
  tag: 'issues',
  answers: IssueDto,
  ifMatch: 'honoured',
  refuses: ['action_refused'],
} satisfies Partial<EndpointSpec>;

@Controller('v1/complaints/:id/issues')
export class IssuesController {
  constructor(
    private readonly issues: IssuesService,
    private readonly reads: PartReads,
  ) {}

  @Endpoint({
    ...CHANGE,
    path: '',
    operationId: 'addIssue',
    summary: 'Put one more point on record that is complained about',
    description:
      'A complaint with points is decided point by point: `resolve` waits until each is decided, and its outcome ' +
      'follows from theirs. The customer sees the point on the tracking page.',
    permission: 'issue:add',
    status: 201,
    body: NewIssueBody,
    location: true,
    needs: ['state_not_allowed', 'conflicted', 'issues_too_many'],
  })
  add(@TheCall() call: Call, @PathId('id') id: string, @Body() body: NewIssueBody): Promise<Answer> {
    return this.written(call, id, this.issues.add(call, id, body));
  }

  @Endpoint({
    method: 'GET',
    path: '',
    operationId: 'listIssues',
    tag: 'issues',
    summary: 'List the points of a complaint, oldest first',
    permission: 'complaint:read',
    query: PageQuery,
    answers: IssueDto,
    list: true,
  })
  list(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @Query() query: PageQuery,
  ): Promise<Page<IssueDto>> {
    return this.reads.list('issues', caller, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: ':issueId',
    operationId: 'getIssue',
    tag: 'issues',
    summary: 'Read a point of a complaint',
    permission: 'complaint:read',
    answers: IssueDto,
  })
  async get(
    @Caller() caller: Actor,
    @PathId('id') id: string,
    @PathId('issueId') issueId: string,
  ): Promise<Answer> {
    const issue = await this.reads.one('issues', caller, id, issueId);
    return answer(issue, { version: issue.version });
  }

  @Endpoint({
    ...CHANGE,
    path: ':issueId/actions/decide',
    operationId: 'decideIssue',
    summary: 'Say what was found about a point',
    description:
      'For the owner, a supervisor, and any staff before there is an owner. The customer is told with the decision ' +
      'about the complaint, which lists each point. While the complaint is open it may be decided again; each time ' +
      'is on record.',
    permission: 'issue:decide',
    body: DecideIssueBody,
    needs: ['state_not_allowed', 'conflicted', 'not_the_owner'],
  })
  decide(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('issueId') issueId: string,
    @Body() body: DecideIssueBody,
  ): Promise<Answer> {
    return this.written(call, id, this.issues.decide(call, id, issueId, body));
  }

  @Endpoint({
    ...CHANGE,
    path: ':issueId/actions/withdraw',
    operationId: 'withdrawIssue',
    summary: 'Put on record that the customer takes a point back',
    description: 'The point counts no more, and the customer does not see it any longer. It stays on record.',
    permission: 'issue:withdraw',
    body: WithdrawIssueBody,
    needs: ['state_not_allowed', 'conflicted'],
  })
  withdraw(
    @TheCall() call: Call,
    @PathId('id') id: string,
    @PathId('issueId') issueId: string,
    @Body() body: WithdrawIssueBody,
  ): Promise<Answer> {
    return this.written(call, id, this.issues.withdraw(call, id, issueId, body));
  }

  private written(call: Call, complaintId: string, write: Promise<Written>): Promise<Answer> {
    return answerWritten(write, (id) => this.reads.one('issues', call.actor, complaintId, id));
  }
}
