import { type Actor, hasRole, type Role } from './actor.js';
import { PERMISSIONS, type Permission } from './permissions.js';
import type { Unmet } from './refusal.js';

/**
 * The engine of a workflow that is written as a table. It knows no complaint: a row says from which states an action
 * is possible, who may do it, what the case and the body must bring, and which promises and entry follow from it.
 */
export interface Workflow<S extends string, A extends string, View extends Seen<S>, Body> {
  /** Raised with every change of the table that a front end can notice. */
  version: string;
  states: Record<S, State>;
  actions: Record<A, ActionRow<S, View, Body>>;
}

/** What the engine itself asks of a case: where it stands, and who looks. */
export interface Seen<S extends string> {
  state: S;
  actor: Actor;
}

export interface Transition<S extends string> {
  /** Null is the beginning. */
  from: S | null;
  to: S;
  /** Only these roles may take this way; absent: all that have the permission. */
  by?: readonly Role[];
}

export interface State {
  meaning: string;
  /** Work goes on; promises run. */
  open: boolean;
  /** The complaint's way ends here, unless it is brought back. */
  end: boolean;
}

export interface ActionRow<S extends string, View, Body> {
  summary: string;
  permission: Permission;
  /** From state to state; several targets from one state where the case knows which (`where it stood`). */
  transitions: Transition<S>[];
  /** In order of precedence. Those of the body come last and are left out while there is no body. */
  needs: Need<View, Body>[];
  /** Properties the body must bring, in every state or in those listed. */
  asks: Record<string, 'always' | S[]>;
  opens?: string[];
  keeps?: string[];
  releases?: string[];
  entry: string;
  /** Not offered to a caller: the beginning, and what only the product itself does. */
  offered?: false;
}

export interface Need<View, Body> {
  code: string;
  /** What is missing, in words that fit every case. */
  detail: string;
  /** True or the ids in the way where the need is not met. `body` is null when only the case is asked. */
  lacks(view: View, body: Body | null): boolean | string[];
  /** The answer depends on the body: checked at the call, never shown in `/actions`. */
  ofBody?: true;
}

/** Everything that is missing for an action, in order; empty when it is possible. */
export function unmetNeeds<S extends string, View extends Seen<S>, Body>(
  name: string,
  row: ActionRow<S, View, Body>,
  view: View,
  body: Body | null,
): Unmet[] {
  const ways = row.transitions.filter(({ by }) => !by || hasRole(view.actor, ...by));
  if (!ways.some(({ from }) => from === view.state)) return [stateNotAllowed(name, ways, view.state)];
  return row.needs.flatMap((need) => {
    if (need.ofBody && body === null) return [];
    const lacking = need.lacks(view, body);
    if (lacking === false || (Array.isArray(lacking) && lacking.length === 0)) return [];
    return [{ code: need.code, detail: need.detail, ...(Array.isArray(lacking) && { ids: lacking }) }];
  });
}

/** The states an action can lead to from one state. */
export function targets<S extends string>(
  row: Pick<ActionRow<S, never, never>, 'transitions'>,
  state: S,
): S[] {
  return row.transitions.filter(({ from }) => from === state).map(({ to }) => to);
}

/** The properties that the body must bring in this state. */
export function asksIn<S extends string>(row: Pick<ActionRow<S, never, never>, 'asks'>, state: S): string[] {
  return Object.entries(row.asks)
    .filter(([, where]) => where === 'always' || where.includes(state))
    .map(([field]) => field);
}

/** What the table gets wrong, in sentences; the program does not start over any of them. */
export function lintWorkflow<S extends string, A extends string, View extends Seen<S>, Body>(
  workflow: Workflow<S, A, View, Body>,
  known: { promises: readonly string[]; entries: readonly string[] },
): string[] {
  const states = Object.keys(workflow.states) as S[];
  const rows = Object.entries(workflow.actions) as [A, ActionRow<S, View, Body>][];
  const reached = reachable(rows.map(([, row]) => row));
  return [
    ...states.filter((state) => !reached.has(state)).map((state) => `state ${state} cannot be reached`),
    ...states
      .filter((state) => !workflow.states[state].end && !leaves(rows, state))
      .map((state) => `state ${state} is a dead end`),
    ...rows.flatMap(([name, row]) => lintRow(name, row, states, known)),
  ];
}

function lintRow<S extends string, View, Body>(
  name: string,
  row: ActionRow<S, View, Body>,
  states: S[],
  known: { promises: readonly string[]; entries: readonly string[] },
): string[] {
  const named = row.transitions.flatMap(({ from, to }) => (from === null ? [to] : [from, to]));
  const promises = [...(row.opens ?? []), ...(row.keeps ?? []), ...(row.releases ?? [])];
  return [
    ...named
      .filter((state) => !states.includes(state))
      .map((state) => `${name} names the unknown state ${state}`),
    ...(row.permission in PERMISSIONS ? [] : [`${name} names the unknown permission ${row.permission}`]),
    ...promises
      .filter((kind) => !known.promises.includes(kind))
      .map((kind) => `${name} names the unknown promise ${kind}`),
    ...(known.entries.includes(row.entry) ? [] : [`${name} names the unknown entry ${row.entry}`]),
    ...(row.transitions.length > 0 ? [] : [`${name} leads nowhere`]),
  ];
}

function reachable<S extends string>(rows: Pick<ActionRow<S, never, never>, 'transitions'>[]): Set<S> {
  const reached = new Set<S>();
  for (let before = -1; reached.size > before;) {
    before = reached.size;
    for (const { from, to } of rows.flatMap((row) => row.transitions)) {
      if (from === null || reached.has(from)) reached.add(to);
    }
  }
  return reached;
}

function leaves<S extends string>(
  rows: [string, Pick<ActionRow<S, never, never>, 'transitions'>][],
  state: S,
): boolean {
  return rows.some(([, row]) => targets(row, state).some((to) => to !== state));
}

function stateNotAllowed<S extends string>(name: string, ways: Transition<S>[], state: S): Unmet {
  const from = [...new Set(ways.flatMap((way) => way.from ?? []))];
  return {
    code: 'state_not_allowed',
    detail: `${name} is possible in ${from.join(', ')}; this complaint is ${state}`,
  };
}
