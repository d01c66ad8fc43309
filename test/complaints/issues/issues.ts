import { type Answer, expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { List, Problem } from '../../support/resources.js';

export interface IssueShown {
  id: string;
  what: string;
  state: string;
  outcome: string | null;
  explanation: string | null;
  notDeterminedReason: string | null;
  rootCause: { causeId: string | null; text: string } | null;
  decidedBy: { name: string } | null;
  decidedAt: string | null;
  withdrawn: { how: string; saidAt: string } | null;
  addedBy: { id: string; name: string } | null;
  version: number;
}

export interface TrackedIssue {
  what: string;
  outcome: string | null;
  explanation: string | null;
}

type Answered = Answer<IssueShown & Problem>;

/** A body that is enough for each outcome. */
export const FOUND = {
  upheld: {
    outcome: 'upheld',
    explanation: 'The carrier dropped it.',
    rootCause: { text: 'No corner guards.' },
  },
  partly_upheld: {
    outcome: 'partly_upheld',
    explanation: 'One call of two was answered.',
    rootCause: { text: 'One person at the telephone.' },
  },
  not_upheld: { outcome: 'not_upheld', explanation: 'It came on the day that was agreed.' },
  not_determined: {
    outcome: 'not_determined',
    explanation: 'The driver does not remember.',
    notDeterminedReason: 'evidence_unavailable',
  },
} as const;
export type Finding = keyof typeof FOUND;

/** What the tests of issues say again and again. */
export class Issues {
  constructor(private readonly app: TestApp) {}

  ask(made: { id: string }, body: object, by: CastName = 'anna', headers = {}): Promise<Answered> {
    return this.app.as(by).post(`/v1/complaints/${made.id}/issues`, body, headers);
  }

  async add(made: { id: string }, what = 'The leg is broken.'): Promise<IssueShown> {
    return expectStatus(201, await this.ask(made, { what }));
  }

  tell(
    made: { id: string },
    { id }: { id: string },
    action: 'decide' | 'withdraw',
    body: object,
    by: CastName = 'anna',
    headers = {},
  ): Promise<Answered> {
    const path = `/v1/complaints/${made.id}/issues/${id}/actions/${action}`;
    return this.app.as(by).post(path, body, headers);
  }

  async decide(made: { id: string }, issue: { id: string }, finding: Finding): Promise<IssueShown> {
    return expectStatus(200, await this.tell(made, issue, 'decide', FOUND[finding]));
  }

  async withdraw(made: { id: string }, issue: { id: string }): Promise<IssueShown> {
    return expectStatus(200, await this.tell(made, issue, 'withdraw', this.said()));
  }

  said() {
    return { said: { how: 'phone', saidAt: this.app.now().toISOString() } };
  }

  async of(made: { id: string }): Promise<IssueShown[]> {
    const asked = this.app.as('otto').get<List<IssueShown>>(`/v1/complaints/${made.id}/issues`);
    return expectStatus(200, await asked).items;
  }

  /** What the customer sees of the points. */
  async tracked({ trackingToken }: Made): Promise<TrackedIssue[]> {
    const asked = this.app.withToken(trackingToken).get<{ issues: TrackedIssue[] }>('/v1/tracking');
    return expectStatus(200, await asked).issues;
  }
}
