import { createHash } from 'node:crypto';
import { rolesWith } from '../../access/roles.js';
import { ENTRY_TYPES } from '../../audit/entry-catalogue.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { lintWorkflow } from '../../kernel/workflow.js';
import { StartError } from '../../platform/start-error.js';
import { STATE_NAMES, STATES } from '../complaint.states.js';
import { PROMISE_KINDS, type PromiseKind } from '../complaint.words.js';
import { ACTION_NAMES, type ActionName, WORKFLOW } from '../complaint.workflow.js';
import type { WorkflowActionDto, WorkflowDto } from './workflow.dto.js';

/** The workflow as everybody may read it, made from the table that is enforced. */
export function publishedWorkflow(): WorkflowDto {
  const states = STATE_NAMES.map((name) => ({ name, ...STATES[name] }));
  const actions = ACTION_NAMES.map(publishedAction);
  const hash = createHash('sha256').update(canonicalJson({ states, actions })).digest('hex');
  return { version: WORKFLOW.version, hash, states, actions };
}

/** @throws StartError where the table contradicts itself: the program does not start over it. */
export function checkWorkflow(): void {
  const flaws = lintWorkflow(WORKFLOW, { promises: Object.keys(PROMISE_KINDS), entries: ENTRY_TYPES });
  if (flaws.length > 0) throw new StartError(`The workflow is not sound: ${flaws.join('; ')}.`);
}

function publishedAction(name: ActionName): WorkflowActionDto {
  const {
    summary,
    permission,
    transitions,
    needs,
    asks,
    opens = [],
    keeps = [],
    entry,
  } = WORKFLOW.actions[name];
  return {
    name,
    summary,
    transitions: transitions.map(({ from, to }) => ({ from, to })),
    who: [...rolesWith(permission)],
    permission,
    needs: needs.map(({ code, detail }) => ({ code, detail })),
    asks: Object.keys(asks),
    opens: opens as PromiseKind[],
    keeps: keeps as PromiseKind[],
    entry,
  };
}
