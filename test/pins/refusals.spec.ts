import { it } from '@jest/globals';
import { WORKFLOW } from '../../src/complaints/complaint.workflow.js';
import { INPUT_CODES, PROBLEMS } from '../../src/kernel/refusal.js';
import { expectPinned, table } from './pin.js';

it('the ways to say no are as pinned', () => {
  const problems = Object.entries(PROBLEMS).map(([code, { status, title }]) => [String(status), code, title]);
  const inputs = Object.entries(INPUT_CODES).map(([code, meaning]) => ['', code, meaning]);
  const needs = Object.values(WORKFLOW.actions).flatMap(({ needs }) =>
    needs.map(({ code, detail }) => [code, detail]),
  );
  expectPinned('refusals.txt', [
    '# Problems by status and code',
    ...table(problems.sort()),
    '',
    '# What the workflow needs, in a 409 action_refused',
    ...table([...new Map(needs.map((need) => [need.join(), need])).values()].sort()),
    '',
    '# What a 400 says of one field',
    ...table(inputs).map((line) => line.trimStart()),
  ]);
});
