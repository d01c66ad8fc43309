import type { Change } from '../../audit/ledger.service.js';
import { actionRefused, invalid, type Unmet } from '../../kernel/refusal.js';
import { unmetNeeds } from '../../kernel/workflow.js';
import { act, flawsFor, lackingFor, perform } from '../actions/act.js';
import type { Case } from '../case/case.js';
import { WORKFLOW } from '../complaint.workflow.js';
import { recordFact } from '../facts/recording.js';
import { keep } from '../promises/keeping.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import { proposeRemedy } from '../remedies/proposing.js';
import type { OwnerUser } from '../workflow/needs.js';
import { roomForPromises } from '../workflow/owner-needs.js';
import { flawsOf } from './body-of-steps.js';
import { type StepName, stepsFrom } from './on-the-spot-row.js';
import type { OnTheSpotBody } from './on-the-spot.dto.js';

const NAME = 'resolve-on-the-spot';

/** The body, with whom its owner names. */
type Settling = OnTheSpotBody & { ownerId: string; owner: OwnerUser };

/**
 * Takes every step that is still to come on the case in hand, each as if it had been called by itself. The walk goes
 * on where one lacks something, so that a refusal names what all of them lack: of a case that is never saved nothing
 * remains.
 * @throws Refusal 400 with everything that the body lacks for these steps, 409 with everything that they lack.
 */
export async function settle(c: Case, change: Change, body: Settling): Promise<void> {
  const { state } = c.view;
  const steps = stepsFrom(WORKFLOW.actions, state);
  if (steps.length === 0)
    throw actionRefused(NAME, unmetNeeds(NAME, WORKFLOW.actions[NAME], c.view, null), state);
  const flaws = [...flawsOf(body, steps), ...flawsFor(c, 'resolve', body)];
  if (flaws.length > 0) throw invalid(flaws);
  const walk = new Walk(c, change, steps);
  walk.hear(body);
  walk.agree(body);
  await walk.makeGood(body);
  walk.lack(lackingFor(c, 'resolve', body));
  if (walk.unmet.length > 0) throw actionRefused(NAME, walk.unmet, state);
  perform(c, 'resolve', body);
  if (body.accepted) act(c, 'accept', body.accepted);
}

/** A walk over the steps, with what was found missing on the way. */
class Walk {
  private readonly lacking = new Map<string, Unmet>();
  /** What came to be on the way: where the whole is refused, nobody can look it up. */
  private readonly made = new Set<string>();

  constructor(
    private readonly c: Case,
    private readonly change: Change,
    private readonly steps: readonly StepName[],
  ) {}

  /** Everything that is missing, in the order of the steps. */
  get unmet(): Unmet[] {
    return [...this.lacking.values()];
  }

  /** What the customer is told first, what is put on record, and what it comes to. */
  hear({ message, said, facts = [], summary, assessment }: Settling): void {
    this.take('acknowledge', { message, said });
    for (const fact of facts) this.made.add(recordFact(this.c, fact).id);
    this.take('establish-facts', { summary, assessment });
  }

  /** Who is responsible, and what was agreed; what is done already is kept as soon as it is promised. */
  agree({ ownerId, owner, message, said, agreedActions = [] }: Settling): void {
    const { c } = this;
    const before = c.view.promises.map(({ id }) => id);
    const promised = agreedActions.map(({ what, dueAt = c.now.toISOString() }) => ({ what, dueAt }));
    const words = this.steps.includes('acknowledge') ? {} : { message };
    this.take('assign-owner', { ownerId, owner, agreedActions: promised, said, ...words });
    const made = c.view.promises.filter((promise) => isAgreed(promise) && !before.includes(promise.id));
    for (const [index, promise] of made.entries()) {
      this.made.add(promise.id);
      if (agreedActions[index]?.done) keep(c, promise, c.now);
    }
  }

  /** What is granted at once; what would have to wait for somebody else is missing when it comes to the decision. */
  async makeGood({ remedies = [] }: Settling): Promise<void> {
    for (const remedy of remedies) {
      const { code, detail } = roomForPromises;
      if (roomForPromises.lacks(this.c.view, null)) this.lack([{ code, detail }]);
      this.made.add((await proposeRemedy(this.c, this.change, remedy)).id);
    }
  }

  /** Each code once; of its ids those that were there before. */
  lack(unmet: readonly Unmet[]): void {
    for (const { ids = [], ...need } of unmet) {
      const known = ids.filter((id) => !this.made.has(id));
      if (!this.lacking.has(need.code))
        this.lacking.set(need.code, { ...need, ...(known.length > 0 && { ids: known }) });
    }
  }

  private take(step: StepName, body: object): void {
    if (!this.steps.includes(step)) return;
    this.lack(lackingFor(this.c, step, body));
    perform(this.c, step, body);
  }
}

function isAgreed({ kind, madeByKind }: CustomerPromise): boolean {
  return kind === 'action' && madeByKind === 'user';
}
