import type { Answer } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Made } from '../../support/make.js';
import type { Complaint, LogEntry, Problem } from '../../support/resources.js';
import { ASSESSMENT, DECISION } from '../steps.js';

/** What each step needs; together they are the body from the beginning. */
export const FIRST_ANSWER = { message: 'I am sorry about your bed.' };
export const FACT = {
  statement: 'The leg was broken on arrival.',
  source: 'customer',
  standing: 'confirmed',
} as const;
export const FACTS = { summary: 'Delivered with a broken leg.', assessment: ASSESSMENT };
export const DONE = { what: 'Hand over a new leg', done: true };
export const WHOLE = { ...FIRST_ANSWER, facts: [FACT], ...FACTS, agreedActions: [DONE], ...DECISION };

/** What is enough from a state on, without what belongs to steps that were taken. */
export const ENOUGH = {
  received: WHOLE,
  acknowledged: { facts: [FACT], ...FACTS, agreedActions: [DONE], ...DECISION },
  facts_established: { agreedActions: [DONE], ...DECISION },
} as const;

export function settle(
  app: TestApp,
  { id }: Pick<Made, 'id'>,
  body: object,
  by: CastName = 'anna',
  headers: Record<string, string> = {},
): Promise<Answer<Complaint & Problem>> {
  const path = `/v1/complaints/${id}/actions/resolve-on-the-spot`;
  return app.as(by).post<Complaint & Problem>(path, body, headers);
}

/** Entries as far as two complaints that were treated alike have the same: without their own ids and times. */
export function alike(entries: readonly LogEntry[]): unknown[] {
  const told = entries.map(({ type, actor, data }) => ({ type, actor, data }));
  const text = JSON.stringify(told)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replaceAll(/\b([2-9A-Z]{3}-){2}[2-9A-Z]{3}\b/g, 'reference');
  return JSON.parse(text) as unknown[];
}
