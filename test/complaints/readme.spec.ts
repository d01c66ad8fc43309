import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { COMPLAINT_WORKFLOW, WORKFLOW } from '../../src/complaints/complaint.workflow.js';
import { STATE_NAMES } from '../../src/complaints/complaint.states.js';
import { targets } from '../../src/kernel/workflow.js';
import { mermaid } from '../../src/kernel/workflow-drawing.js';

const PATH = 'src/complaints/README.md';

it('the drawing and the matrix in src/complaints/README.md are those of the table', () => {
  const written = readFileSync(PATH, 'utf8');
  const drawn = redrawn(redrawn(written, 'drawing', drawing()), 'matrix', matrix());
  if (process.env.UPDATE_PINS) writeFileSync(PATH, drawn);
  expect(process.env.UPDATE_PINS ? drawn : written).toBe(drawn);
});

function drawing(): string {
  return ['```mermaid', mermaid(COMPLAINT_WORKFLOW).trimEnd(), '```'].join('\n');
}

/** Each action in each state: the state it leads to, `stays`, or `·` where it is not possible. */
function matrix(): string {
  const taken = Object.entries(WORKFLOW.actions).filter(([, row]) => row.offered !== false);
  const rows = taken.map(([name, row]) => [
    name,
    ...STATE_NAMES.map((state) => way(targets(row, state), state)),
  ]);
  const cells = [['', ...STATE_NAMES], ...rows];
  const [head = '', ...lines] = cells.map((row) => line(row, cells, ' '));
  return [
    head,
    line(
      ['', ...STATE_NAMES].map(() => ''),
      cells,
      '-',
    ),
    ...lines,
  ].join('\n');
}

function way(to: string[], state: string): string {
  if (to.length > 1) return '_back_';
  return to[0] === state ? '_stays_' : (to[0] ?? '·');
}

/** A row of a Markdown table as the formatter lays it out: every column as wide as its widest cell. */
function line(row: string[], cells: string[][], filling: string): string {
  const width = (column: number) => Math.max(...cells.map((one) => one[column]?.length ?? 0));
  return `| ${row.map((cell, column) => cell.padEnd(width(column), filling)).join(' | ')} |`;
}

function redrawn(text: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before = '', after = ''] = [text.split(begin)[0], text.split(end)[1]];
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}
