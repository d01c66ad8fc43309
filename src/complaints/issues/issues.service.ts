import { Injectable } from '@nestjs/common';
import type { Subject, Written } from '../../audit/ledger.service.js';
import type { Call } from '../../kernel/call.js';
import { stateNotAllowed } from '../../kernel/refusal.js';
import type { Case } from '../case/case.js';
import { Cases } from '../case/cases.service.js';
import { References } from '../intake/references.js';
import { type Noun, permit } from '../parts/nouns.js';
import { byOwnerOrStaffBefore } from '../workflow/needs.js';
import { addIssue, decideIssue, withdrawIssue } from './deciding.js';
import { roomForIssues } from './issue-needs.js';
import type { DecideIssueBody, NewIssueBody, WithdrawIssueBody } from './issue.dto.js';
import type { Issue } from './issue.entity.js';

/** What people do about the points of a complaint. */
@Injectable()
export class IssuesService {
  constructor(
    private readonly cases: Cases,
    private readonly references: References,
  ) {}

  async add(call: Call, complaintId: string, body: NewIssueBody): Promise<Written> {
    await this.references.check(body);
    return this.cases.work(call, 'add issue', complaintId, (c) => {
      permit(c, 'add-issue', [roomForIssues]);
      const { id } = addIssue(c, body);
      return { id, location: `/v1/complaints/${complaintId}/issues/${id}` };
    });
  }

  /** Again as often as need be while the complaint is open: each time is on record. */
  async decide(call: Call, complaintId: string, id: string, body: DecideIssueBody): Promise<Written> {
    await this.references.check(body);
    return this.change(call, complaintId, id, 'decide-issue', (c, issue) => {
      permit(c, 'decide-issue', [byOwnerOrStaffBefore]);
      decideIssue(c, issue, body);
    });
  }

  withdraw(call: Call, complaintId: string, id: string, { said }: WithdrawIssueBody): Promise<Written> {
    return this.change(call, complaintId, id, 'withdraw-issue', (c, issue) => {
      permit(c, 'withdraw-issue');
      withdrawIssue(c, issue, said);
    });
  }

  private change(
    call: Call,
    complaintId: string,
    id: string,
    noun: Noun,
    work: (c: Case, issue: Issue) => void,
  ): Promise<Written> {
    const subject: Subject = { type: 'issue', id, complaintId, versioned: true };
    return this.cases.work(
      call,
      noun,
      complaintId,
      (c, change) => {
        const { state } = change.row<Issue>(subject);
        const issue = c.view.issues.find((one) => one.id === id);
        if (!issue)
          throw stateNotAllowed(noun, `${noun} is possible while an issue is open or decided`, state);
        work(c, issue);
        return { id };
      },
      [subject],
    );
  }
}
