import { expect, it } from '@jest/globals';
import { mermaid } from '../../src/kernel/workflow-drawing.js';

it('draws one arrow for each pair of states, with all that lead along it', () => {
  const drawing = mermaid({
    states: {
      raw: { meaning: 'dough', open: true, end: false },
      eaten: { meaning: 'gone', open: false, end: true },
    },
    actions: {
      mix: { transitions: [{ from: null, to: 'raw' }] },
      knead: { transitions: [{ from: 'raw', to: 'raw' }] },
      eat: { transitions: [{ from: 'raw', to: 'eaten' }] },
      waste: { transitions: [{ from: 'raw', to: 'eaten' }] },
    },
  });
  expect(drawing).toBe(
    [
      'stateDiagram-v2',
      '  [*] --> raw : mix',
      '  raw --> raw : knead',
      '  raw --> eaten : eat, waste',
      '  eaten --> [*]',
      '',
    ].join('\n'),
  );
});
