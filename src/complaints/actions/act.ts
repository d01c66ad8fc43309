import { actionRefused, type InputError, invalid, type Unmet } from '../../kernel/refusal.js';
import { type CaseView, isComplainedAbout } from '../case/case-view.js';
import { targets, unmetNeeds } from '../../kernel/workflow.js';
import type { Case } from '../case/case.js';
import type { PromiseKind } from '../complaint.words.js';
import { type ActionName, WORKFLOW } from '../complaint.workflow.js';
import * as deciding from './deciding-deeds.js';
import type { Done } from './deed.js';
import { decisionFlaws } from '../issues/whole-decision.js';
import * as working from './working-deeds.js';
import { merge } from '../merging/merge.js';
import { conflictTold } from '../messages/letters.js';
import { datesTold } from '../messages/leaving.js';
import { tell } from '../messages/telling.js';
import type { Brief } from '../workflow/needs.js';
import { isKeptByDoing, keepKinds, release } from '../promises/keeping.js';
import { openByStandard } from '../promises/making.js';

/** One that somebody asks for; time alone closes. */
export type TakenAction = Exclude<ActionName, 'receive' | 'close'>;

/** A single step on a complaint that is there already. */
type LaterAction = Exclude<ActionName, 'receive' | 'resolve-on-the-spot'>;

const DEEDS: Record<LaterAction, (c: Case, body: never) => Done> = {
  acknowledge: working.acknowledge,
  'establish-facts': working.establishFacts,
  'assign-owner': working.assignOwner,
  'ask-customer': working.askCustomer,
  resume: working.resume,
  resolve: deciding.resolve,
  accept: deciding.accept,
  dispute: deciding.dispute,
  reopen: deciding.reopen,
  withdraw: deciding.withdraw,
  decline: deciding.decline,
  merge,
  escalate: working.escalate,
  restandardise: working.restandardise,
  close: deciding.close,
};

/** What only the case shows to be wrong with a body. */
const FLAWS: Partial<Record<LaterAction, (view: CaseView, body: never) => InputError[]>> = {
  resolve: decisionFlaws,
};

/**
 * Takes an action on the case in hand, as its row of the table says: needs, state, entry, letter, promises.
 * @throws Refusal 400 where the body does not fit the case, 409 with everything that is missing.
 */
export function act(c: Case, name: LaterAction, body: object): void {
  const flaws = flawsFor(c, name, body);
  if (flaws.length > 0) throw invalid(flaws);
  const unmet = lackingFor(c, name, body);
  if (unmet.length > 0) throw actionRefused(name, unmet, c.view.state);
  perform(c, name, body);
}

/** What only the case in hand shows to be wrong with a body. */
export function flawsFor(c: Case, name: LaterAction, body: object): InputError[] {
  return FLAWS[name]?.(c.view, body as never) ?? [];
}

/** What the case in hand lacks for an action with this body. */
export function lackingFor(c: Case, name: LaterAction, body: object): Unmet[] {
  return unmetNeeds(name, WORKFLOW.actions[name], c.view, body as Brief);
}

/** Does what an action does, whatever it lacks: for who asks for that, and refuses in the end what lacks anything. */
export function perform(c: Case, name: LaterAction, body: object): void {
  const row = WORKFLOW.actions[name];
  const before = c.view.state;
  const { to, entry, letter, opens, first, then } = DEEDS[name](c, body as never);
  if (!targets(row, before).includes(to)) throw new Error(`${name} does not lead from ${before} to ${to}`);
  c.moveTo(to);
  entry(c, to);
  first?.();
  const keeps = (row.keeps ?? []) as PromiseKind[];
  const told = letter && tell(c, { ...letter, keeps });
  if (!told) keepKinds(c, keeps.filter(isKeptByDoing), c.now);
  const waits = told?.deliveryState === 'queued' ? keeps : [];
  for (const promise of c.view.promises.filter(
    ({ kind }) => row.releases?.includes(kind) && !waits.includes(kind),
  )) {
    release(c, promise, name);
  }
  openByStandard(c, opens ?? ((row.opens ?? []) as PromiseKind[]));
  then?.();
  if (told) datesTold(c, told);
  tellConflict(c);
}

/** Where nobody but a person complained about is left to act, the customer is told, once. */
export function tellConflict(c: Case): void {
  if (!isComplainedAbout(c.view) || c.complaint.conflictToldAt) return;
  c.complaint.conflictToldAt = c.now;
  tell(c, { kind: 'notice', automatic: true, ...conflictTold(c) });
}
