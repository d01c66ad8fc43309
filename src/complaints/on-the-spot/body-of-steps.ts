import { AcknowledgeBody, AssignOwnerBody, EstablishFactsBody } from '../actions/actions.dto.js';
import { ResolveBody } from '../actions/decision.dto.js';
import { type InputError, inputError } from '../../kernel/refusal.js';
import type { Dto } from '../../platform/http/endpoint.decorator.js';
import { fieldsOf } from '../../platform/http/fields/field.js';
import { type StepName, STEPS } from './on-the-spot-row.js';

const BODIES: Readonly<Record<StepName, Dto>> = {
  acknowledge: AcknowledgeBody,
  'establish-facts': EstablishFactsBody,
  'assign-owner': AssignOwnerBody,
  resolve: ResolveBody,
};

/** What the one body lacks for the steps that are still to come, and what it has for those only that were taken. */
export function flawsOf(body: object, toCome: readonly StepName[]): InputError[] {
  const has = (name: string) => (body as Record<string, unknown>)[name] !== undefined;
  const fields = toCome.flatMap((step) => [...fieldsOf(BODIES[step])]);
  const missing = fields.filter(([name, { optional }]) => !optional && !has(name)).map(([name]) => name);
  const taken = STEPS.filter((step) => !toCome.includes(step)).flatMap((step) => [
    ...fieldsOf(BODIES[step]).keys(),
  ]);
  const useless = taken.filter((name) => has(name) && !fields.some(([used]) => used === name));
  return [
    ...missing.map((name) => inputError(`/${name}`, 'required')),
    ...useless.map((name) =>
      inputError(`/${name}`, 'not_applicable', 'belongs to a step that was taken before'),
    ),
  ];
}
