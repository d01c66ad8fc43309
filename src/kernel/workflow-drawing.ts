import type { ActionRow, State } from './workflow.js';

/** The workflow as a Mermaid state diagram: one arrow per pair of states, labelled with the actions that lead there. */
export function mermaid(workflow: {
  states: Record<string, State>;
  actions: Record<string, Pick<ActionRow<string, never, never>, 'transitions'>>;
}): string {
  const arrows = new Map<string, string[]>();
  for (const [action, { transitions }] of Object.entries(workflow.actions)) {
    for (const { from, to } of transitions) {
      const arrow = `${from ?? '[*]'} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), action]);
    }
  }
  const ends = Object.entries(workflow.states).filter(([, state]) => state.end);
  return [
    'stateDiagram-v2',
    ...[...arrows].map(([arrow, actions]) => `  ${arrow} : ${actions.join(', ')}`),
    ...ends.map(([name]) => `  ${name} --> [*]`),
    '',
  ].join('\n');
}
