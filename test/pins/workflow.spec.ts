import { it } from '@jest/globals';
import { ACTION_NAMES, WORKFLOW } from '../../src/complaints/complaint.workflow.js';
import { rolesWith } from '../../src/access/roles.js';
import { expectPinned } from './pin.js';

it('the workflow is as pinned', () => {
  const states = Object.entries(WORKFLOW.states).map(
    ([name, { open, end }]) => `${name}${open ? ', open' : ''}${end ? ', an end' : ''}`,
  );
  expectPinned('workflow.txt', [
    `version ${WORKFLOW.version}`,
    '',
    ...states,
    ...ACTION_NAMES.flatMap(describeAction),
  ]);
});

function describeAction(name: (typeof ACTION_NAMES)[number]): string[] {
  const row = WORKFLOW.actions[name];
  const ways = row.transitions.map(
    ({ from, to, by }) => `  ${from ?? '(nothing)'} → ${to}${by ? ` only by ${by.join(', ')}` : ''}`,
  );
  const needs = row.needs.map(({ code, ofBody }) => `${code}${ofBody ? ' (of the body)' : ''}`);
  const asks = Object.entries(row.asks).map(([field, where]) =>
    where === 'always' ? field : `${field} in ${where.join(', ')}`,
  );
  return [
    '',
    `${name}${row.offered === false ? ', never offered' : ''}`,
    ...ways,
    ...line('who', rolesWith(row.permission)),
    ...line('needs', needs),
    ...line('asks', asks),
    ...line('opens', row.opens ?? []),
    ...line('keeps', row.keeps ?? []),
    ...line('releases', row.releases ?? []),
    ...line('entry', [row.entry]),
  ];
}

function line(title: string, words: readonly string[]): string[] {
  return words.length === 0 ? [] : [`  ${title}: ${words.join('; ')}`];
}
