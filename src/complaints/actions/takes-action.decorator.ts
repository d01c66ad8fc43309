import { rolesWith } from '../../access/roles.js';
import { type Dto, Endpoint } from '../../platform/http/endpoint.decorator.js';
import { ComplaintDto } from '../complaint.dto.js';
import { WORKFLOW } from '../complaint.workflow.js';
import { needsOf, rowOf } from '../workflow/row-of.js';
import type { TakenAction } from './act.js';

/** Makes a method the route of an action: all there is to document about it stands in the row of the workflow. */
export function TakesAction(
  action: TakenAction,
  operationId: string,
  body: Dto,
  options: { bodyOptional?: true } = {},
): MethodDecorator {
  const { summary, permission, transitions } = WORKFLOW.actions[action];
  const from = [...new Set(transitions.map((way) => `\`${way.from ?? ''}\``))].join(', ');
  return Endpoint({
    method: 'POST',
    path: action,
    operationId,
    tag: 'actions',
    summary,
    description:
      `Possible in ${from}. \`GET /v1/complaints/{id}/actions\` says whether it is ` +
      `possible now, and what is missing.`,
    permission,
    body,
    ...options,
    answers: ComplaintDto,
    ifMatch: 'honoured',
    refuses: ['action_refused'],
    needs: needsOf(action),
    workflow: rowOf(action, rolesWith(permission)),
  });
}
