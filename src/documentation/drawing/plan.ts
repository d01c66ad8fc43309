import type { ActionRow, State } from '../../kernel/workflow.js';

/** A table of states and actions, as far as a drawing needs it. */
export interface DrawnWorkflow {
  states: Record<string, State>;
  actions: Record<string, Pick<ActionRow<string, never, never>, 'transitions'>>;
}

/**
 * What a drawing shows and how it is grouped, before anything has a place. Many arrows say the same ("from every
 * open state"); a person sees more where they are drawn as one.
 */
export interface Plan {
  /** The straight way, from the beginning to an end. */
  main: string[];
  /** States beside the straight way, which lead nowhere but back. */
  sides: string[];
  /** Ends that every open state leads to. */
  ends: string[];
  /** The actions that lead to each state of the straight way from the one before it. */
  steps: string[][];
  /** Between a state of the straight way and one beside it: there, and back. */
  links: { main: string; side: string; there: string[]; back: string[] }[];
  /** From any open state to an end, and back to where the complaint stood. */
  leavings: { end: string; there: string[]; back: string[] }[];
  /** Other ways between states of the straight way: those with the same actions to the same state are one. */
  jumps: { from: string[]; to: string; actions: string[] }[];
  /** Actions that leave every open state as it is. */
  staysOpen: string[];
  /** Actions that leave one state as it is. */
  stays: Record<string, string[]>;
}

interface Way {
  from: string | null;
  to: string;
  action: string;
}

/** @throws Error where the table has a way that no kind of arrow stands for */
export function planDrawing({ states, actions }: DrawnWorkflow): Plan {
  const ways = Object.entries(actions).flatMap(([action, { transitions }]) =>
    transitions.map(({ from, to }): Way => ({ from, to, action })),
  );
  const open = Object.keys(states).filter((state) => states[state]?.open);
  const names = Object.keys(states);
  const ends = names.filter((state) => open.every((from) => between(ways, from, state).length > 0));
  const sides = names.filter((state) => !ends.includes(state) && isDetour(state, ways, ends));
  const main = longestWay(ways, [...ends, ...sides]);
  const plan: Plan = {
    main,
    sides,
    ends,
    steps: main.map((to, index) => between(ways, main[index - 1] ?? null, to)),
    links: linksOf(ways, main, sides),
    leavings: ends.map((end) => ({
      end,
      there: shared(open, (state) => between(ways, state, end)),
      back: shared(open, (state) => between(ways, end, state)),
    })),
    jumps: jumpsOf(ways, main),
    staysOpen: shared(open, (state) => between(ways, state, state)),
    stays: {},
  };
  for (const state of names) {
    const own = between(ways, state, state).filter((action) => !plan.staysOpen.includes(action));
    if (own.length > 0) plan.stays[state] = own;
  }
  refuseWhatIsMissing(ways, plan, open);
  return plan;
}

/** Every way that a plan stands for, as `from action to`; '' is the beginning. */
export function waysOf(plan: Plan, open: readonly string[]): Set<string> {
  const drawn = (from: string, to: string, taken: readonly string[]) =>
    taken.map((action) => `${from} ${action} ${to}`);
  return new Set([
    ...plan.main.flatMap((to, index) => drawn(plan.main[index - 1] ?? '', to, plan.steps[index] ?? [])),
    ...plan.links.flatMap(({ main, side, there, back }) => [
      ...drawn(main, side, there),
      ...drawn(side, main, back),
    ]),
    ...plan.leavings.flatMap(({ end, there, back }) =>
      open.flatMap((state) => [...drawn(state, end, there), ...drawn(end, state, back)]),
    ),
    ...plan.jumps.flatMap(({ from, to, actions }) => from.flatMap((state) => drawn(state, to, actions))),
    ...open.flatMap((state) => drawn(state, state, plan.staysOpen)),
    ...Object.entries(plan.stays).flatMap(([state, taken]) => drawn(state, state, taken)),
  ]);
}

/** A state that one goes back from, wherever one came from, and nowhere else. */
function isDetour(state: string, ways: readonly Way[], ends: readonly string[]): boolean {
  const neighbours = (own: 'from' | 'to', other: 'from' | 'to') =>
    new Set(ways.filter((way) => way[own] === state).map((way) => way[other] ?? ''));
  const [before, after] = [neighbours('to', 'from'), neighbours('from', 'to')];
  return [...before, ...after].every((one) => ends.includes(one) || (before.has(one) && after.has(one)));
}

/** The way from the beginning that passes the most states, none of them twice and none of those left out. */
function longestWay(ways: readonly Way[], without: readonly string[]): string[] {
  const onward = (path: string[]): string[] =>
    ways
      .filter(({ from, to }) => from === (path.at(-1) ?? null) && ![...path, ...without].includes(to))
      .map(({ to }) => onward([...path, to]))
      .reduce((longest, one) => (one.length > longest.length ? one : longest), path);
  return onward([]);
}

function between(ways: readonly Way[], from: string | null, to: string): string[] {
  return ways.filter((way) => way.from === from && way.to === to).map(({ action }) => action);
}

/** What is so for every open state. */
function shared(open: readonly string[], actionsOf: (state: string) => string[]): string[] {
  const [first = [], ...others] = open.map(actionsOf);
  return first.filter((action) => others.every((other) => other.includes(action)));
}

function linksOf(ways: readonly Way[], main: readonly string[], sides: readonly string[]): Plan['links'] {
  return sides.flatMap((side) =>
    main
      .map((state) => ({
        main: state,
        side,
        there: between(ways, state, side),
        back: between(ways, side, state),
      }))
      .filter(({ there, back }) => there.length + back.length > 0),
  );
}

function jumpsOf(ways: readonly Way[], main: readonly string[]): Plan['jumps'] {
  const jumps = new Map<string, Plan['jumps'][number]>();
  for (const [place, from] of main.entries()) {
    for (const [target, to] of main.entries()) {
      const actions = target === place || target === place + 1 ? [] : between(ways, from, to);
      if (actions.length === 0) continue;
      const key = `${actions.join()} ${to}`;
      jumps.set(key, { from: [...(jumps.get(key)?.from ?? []), from], to, actions });
    }
  }
  return [...jumps.values()];
}

function refuseWhatIsMissing(ways: readonly Way[], plan: Plan, open: readonly string[]): void {
  const drawn = waysOf(plan, open);
  const missing = ways
    .map(({ from, to, action }) => `${from ?? ''} ${action} ${to}`)
    .filter((way) => !drawn.has(way));
  if (missing.length > 0) throw new Error(`the drawing has no arrow for: ${missing.join('; ')}`);
}
