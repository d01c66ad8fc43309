import { Injectable } from '@nestjs/common';
import type { Written } from '../../audit/ledger.service.js';
import type { User } from '../../access/user.entity.js';
import { may } from '../../access/roles.js';
import type { Actor } from '../../kernel/actor.js';
import type { Call } from '../../kernel/call.js';
import { Clock } from '../../kernel/clock.js';
import { inputError, invalid, type Unmet } from '../../kernel/refusal.js';
import { asksIn, unmetNeeds } from '../../kernel/workflow.js';
import { Database } from '../../platform/database/database.js';
import { type CaseView, loadCase, type Query } from '../case/case-view.js';
import { Cases } from '../case/cases.service.js';
import { type ActionName, ACTION_NAMES, WORKFLOW } from '../complaint.workflow.js';
import { ComplaintReads } from '../shown/complaint.reads.js';
import { References } from '../intake/references.js';
import { TermsService } from '../promises/terms.service.js';
import { act, type TakenAction } from './act.js';
import type { AssignOwnerBody, RestandardiseBody } from './actions.dto.js';
import type { Case } from '../case/case.js';
import type { Measure } from '../promises/terms.js';
import type { MergeBody } from '../merging/merge.dto.js';
import { MergingService } from '../merging/merging.service.js';
import type { OnTheSpotBody } from '../on-the-spot/on-the-spot.dto.js';
import { OnTheSpotService } from '../on-the-spot/on-the-spot.service.js';
import { ownerSubject } from '../ownership/owner-subject.js';
import type { ResolveBody } from './decision.dto.js';

/** What an action needs for one caller at this moment. */
export interface PossibleAction {
  action: ActionName;
  allowed: boolean;
  unmet: Unmet[];
  asks: string[];
}

/** Takes actions, and says which are possible. */
@Injectable()
export class ActionsService {
  constructor(
    private readonly cases: Cases,
    private readonly reads: ComplaintReads,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly references: References,
    private readonly terms: TermsService,
    private readonly merging: MergingService,
    private readonly onTheSpot: OnTheSpotService,
  ) {}

  /** @throws Refusal 400 for ids that name nothing, 404, 412, 409 with everything that is missing. */
  async take(call: Call, complaintId: string, action: TakenAction, body: object): Promise<Written> {
    if (action === 'merge') return this.merging.merge(call, complaintId, body as MergeBody);
    if (action === 'resolve-on-the-spot')
      return this.onTheSpot.resolve(call, complaintId, body as OnTheSpotBody);
    await this.references.check(body);
    const { ownerId } = body as Partial<AssignOwnerBody>;
    const owner = ownerId === undefined ? undefined : ownerSubject(ownerId);
    return this.cases.work(
      call,
      action,
      complaintId,
      (c, change) => {
        act(c, action, { ...body, ...(owner && { owner: change.row<User>(owner) }), ...measureOf(c, body) });
        const { accepted } = body as Partial<ResolveBody>;
        if (action === 'resolve' && accepted) act(c, 'accept', accepted);
        return undefined;
      },
      owner ? [owner] : [],
    );
  }

  /** For one who looks at a complaint: every action that the role may ever take, with what is missing now. */
  async possible(viewer: Actor, complaintId: string): Promise<PossibleAction[]> {
    const complaint = await this.reads.row(complaintId);
    const query: Query = (sql, params) => this.database.read(sql, params);
    const terms = await (await this.terms.house()).of(complaint);
    return possibleActions(await loadCase(query, complaint, { actor: viewer, now: this.clock.now(), terms }));
  }
}

function possibleActions(view: CaseView): PossibleAction[] {
  return ACTION_NAMES.filter((name) => WORKFLOW.actions[name].offered !== false)
    .filter((name) => may(view.actor, WORKFLOW.actions[name].permission))
    .map((action) => {
      const row = WORKFLOW.actions[action];
      const unmet = unmetNeeds(action, row, view, null);
      return { action, allowed: unmet.length === 0, unmet, asks: asksIn(row, view.state) };
    });
}

/** The standard that a body names, as it is now. @throws Refusal 400 where it is none of those that the house has. */
function measureOf(c: Case, { standardId }: Partial<RestandardiseBody>): { measure?: Measure } {
  if (standardId === undefined) return {};
  const measure = c.terms.offered.find(({ standard }) => standard.id === standardId);
  if (!measure) throw invalid([inputError('/standardId', 'not_found')]);
  return { measure };
}
