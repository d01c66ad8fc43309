import { type ComplaintState, OPEN_STATES } from '../../../complaints/complaint.states.js';
import type { Transition } from '../../../kernel/workflow.js';
import { html, type SafeHtml } from '../../html.js';
import { joined } from '../operations.js';

/** Where an action leads from where, a line for each kind of way. */
export function waysOf(transitions: readonly Transition<ComplaintState>[]): SafeHtml {
  const lines = [...stays(transitions), ...back(transitions), ...onward(transitions)];
  return html`${lines.map((line) => html`<div>${line}</div>`)}`;
}

/** A state as a link to what is said about it. */
export function stateLink(state: ComplaintState): SafeHtml {
  return html`<a href="#${state}"><code>${state}</code></a>`;
}

/** The name of a state as a person reads it: `facts_established` without its line. */
export function spoken(state: string): string {
  return state.replaceAll('_', ' ');
}

type Ways = readonly Transition<ComplaintState>[];

function stays(transitions: Ways): SafeHtml[] {
  const states = transitions.filter(({ from, to }) => from === to).map(({ to }) => to);
  return states.length === 0 ? [] : [html`${statesInWords(states)}: the state remains`];
}

/** Several targets from one state: the case knows which, because it stood there before. */
function back(transitions: Ways): SafeHtml[] {
  const froms = [
    ...new Set(transitions.filter((way) => leadsBack(way, transitions)).map(({ from }) => from)),
  ];
  return froms.length === 0 ? [] : [html`${statesInWords(froms)} → where it stood before`];
}

function onward(transitions: Ways): SafeHtml[] {
  const ways = transitions.filter((way) => way.from !== way.to && !leadsBack(way, transitions));
  return [...new Set(ways.map(({ to }) => to))].map((to) => {
    const froms = ways.filter((way) => way.to === to).map(({ from }) => from);
    return html`${statesInWords(froms)} → ${stateLink(to)}`;
  });
}

function leadsBack({ from, to }: Transition<ComplaintState>, transitions: Ways): boolean {
  return from !== to && transitions.filter((other) => other.from === from && other.to !== from).length > 1;
}

function statesInWords(states: readonly (ComplaintState | null)[]): SafeHtml {
  const isEveryOpen = OPEN_STATES.every((state) => states.includes(state));
  const others = isEveryOpen
    ? states.filter((state) => state === null || !OPEN_STATES.includes(state))
    : states;
  return joined([
    ...(isEveryOpen ? [html`<a href="#states">every open state</a>`] : []),
    ...others.map((state) => (state === null ? html`the beginning` : stateLink(state))),
  ]);
}
