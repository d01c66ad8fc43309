import { ACTION_NAMES, WORKFLOW } from '../complaint.workflow.js';

/** What each action is, in a line of the contract. */
export const ACTION_MEANINGS: Readonly<Record<string, string>> = Object.fromEntries(
  ACTION_NAMES.map((name) => [name, WORKFLOW.actions[name].summary]),
);
