import type { Role } from '../../kernel/actor.js';
import type { WorkflowRow } from '../../platform/http/endpoint.decorator.js';
import { type ActionName, WORKFLOW } from '../complaint.workflow.js';

/** The row of an action, for the documentation of a route that these roles may call. */
export function rowOf(action: ActionName, who: readonly Role[]): WorkflowRow {
  const { transitions, needs, opens = [], keeps = [], releases = [], entry } = WORKFLOW.actions[action];
  return {
    action,
    transitions: transitions.filter(({ by }) => !by || by.some((role) => who.includes(role))),
    who,
    needs: needs.map(({ code, detail }) => ({ code, detail })),
    opens,
    keeps,
    releases,
    entry,
  };
}

/** The codes of everything that a case can lack for an action. */
export function needsOf(action: ActionName): string[] {
  return ['state_not_allowed', ...new Set(WORKFLOW.actions[action].needs.map(({ code }) => code))];
}
