import { type ActionRow, asksIn, type Need, type Transition } from '../../kernel/workflow.js';
import type { CaseView } from '../case/case-view.js';
import type { ComplaintState } from '../complaint.states.js';
import type { Brief } from '../workflow/needs.js';
import { from } from '../workflow/ways-between.js';

/** What `resolve-on-the-spot` stands for, in its order: the way forward, from the first answer to the decision. */
export const STEPS = ['acknowledge', 'establish-facts', 'assign-owner', 'resolve'] as const;
export type StepName = (typeof STEPS)[number];

type Row = ActionRow<ComplaintState, CaseView, Brief>;
type Rows = Readonly<Record<StepName, Row>>;

/**
 * What the call itself can settle as long as this step is among those that it takes: who decides is the owner that it
 * names, its first answer hears what the customer wrote, and its facts are heard before they count as established.
 * Whether it does is seen at the call; the case alone is not asked.
 */
const SETTLED_WITH: Readonly<Record<string, StepName>> = {
  not_the_owner: 'assign-owner',
  customer_unheard: 'acknowledge',
  customer_not_heard: 'establish-facts',
};

/** What a step asks and this action does not: the owner is the caller where nobody is named. */
const UNASKED = ['ownerId'];
/** What this action asks beside its steps, for one of them: what the customer says is put on record in the call. */
const ASKED_BESIDE: Partial<Record<StepName, string[]>> = { 'establish-facts': ['facts'] };

/** The row of the action that stands for several: where it begins, what it needs and what it asks are theirs. */
export function onTheSpot(rows: Rows): Row {
  const ways = STEPS.map((step) => wayOn(rows[step]));
  const begins = ways.slice(0, -1).flatMap((way) => way.from ?? []);
  const kinds = (of: (row: Row) => string[] | undefined) =>
    unique(STEPS.flatMap((step) => of(rows[step]) ?? []));
  return {
    summary:
      'Take every step up to the decision in one call, each with its entries, for a customer who is there',
    permission: 'complaint:resolve-on-the-spot',
    transitions: from(begins, rows.resolve.transitions[0]?.to ?? 'resolved'),
    needs: needsOf(rows),
    asks: asksOf(rows, begins),
    opens: kinds(({ opens }) => opens),
    keeps: kinds(({ keeps }) => keeps),
    releases: kinds(({ releases }) => releases),
    entry: rows.resolve.entry,
  };
}

/** The steps that are still to come for a complaint that stands here; none where it cannot be resolved on the spot. */
export function stepsFrom(rows: Rows, state: ComplaintState): StepName[] {
  const first = STEPS.findIndex((step) => wayOn(rows[step]).from === state);
  const isShort = first < 0 || first === STEPS.length - 1;
  return isShort ? [] : STEPS.slice(first);
}

/** The way of a step that leads on to another state. */
function wayOn({ transitions }: Row): Transition<ComplaintState> {
  const way = transitions.find(({ from: before, to }) => before !== to);
  if (!way) throw new Error('a step of resolve-on-the-spot leads nowhere');
  return way;
}

/** Every need once, as the first of the steps asks it that has it and is still to come. */
function needsOf(rows: Rows): Row['needs'] {
  const all = STEPS.flatMap((step) => rows[step].needs.map((need) => ({ step, need })));
  return unique(all.map(({ need }) => need.code)).flatMap((code): Row['needs'] => {
    const same = all.filter(({ need }) => need.code === code);
    const [first] = same;
    if (!first) return [];
    const lacks: Need<CaseView, Brief>['lacks'] = (view, brief) => {
      const toCome = stepsFrom(rows, view.state);
      if (brief === null && toCome.some((step) => step === SETTLED_WITH[code])) return false;
      return same.find(({ step }) => toCome.includes(step))?.need.lacks(view, brief) ?? false;
    };
    return [{ ...first.need, lacks }];
  });
}

/** What each step asks where it is taken is asked wherever it is still to come. */
function asksOf(rows: Rows, begins: ComplaintState[]): Row['asks'] {
  const asked = STEPS.flatMap((step, index) => {
    const { from: state } = wayOn(rows[step]);
    const fields = [...(state ? asksIn(rows[step], state) : []), ...(ASKED_BESIDE[step] ?? [])];
    const where = index < begins.length - 1 ? begins.slice(0, index + 1) : 'always';
    return fields.filter((field) => !UNASKED.includes(field)).map((field) => [field, where] as const);
  });
  return Object.fromEntries(asked);
}

function unique<T>(list: T[]): T[] {
  return [...new Set(list)];
}
