import { describe, expect, it } from '@jest/globals';
import { STATE_NAMES } from '../../../src/complaints/complaint.states.js';
import { WORKFLOW } from '../../../src/complaints/complaint.workflow.js';
import { STEPS, stepsFrom } from '../../../src/complaints/on-the-spot/on-the-spot-row.js';
import { asksIn } from '../../../src/kernel/workflow.js';

const { actions } = WORKFLOW;
const row = actions['resolve-on-the-spot'];

describe('the row of resolve-on-the-spot', () => {
  it('begins wherever a step before the decision is taken, and ends where the decision does', () => {
    expect(row.transitions).toEqual([
      { from: 'received', to: 'resolved' },
      { from: 'acknowledged', to: 'resolved' },
      { from: 'facts_established', to: 'resolved' },
    ]);
    for (const state of STATE_NAMES)
      expect(stepsFrom(actions, state).length > 0).toBe(row.transitions.some(({ from }) => from === state));
  });

  it('has every step before it that its way passes', () => {
    for (const { from } of row.transitions) {
      let state = from;
      for (const step of stepsFrom(actions, from ?? 'closed'))
        state = actions[step].transitions.find((way) => way.from === state)?.to ?? null;
      expect([from, state]).toEqual([from, 'resolved']);
    }
  });

  it('has every need of its steps, once and in their order', () => {
    const codes = STEPS.flatMap((step) => actions[step].needs.map(({ code }) => code));
    expect(row.needs.map(({ code }) => code)).toEqual([...new Set(codes)]);
  });

  it('keeps, opens and releases what its steps do', () => {
    for (const step of STEPS) {
      expect(row.opens).toEqual(expect.arrayContaining(actions[step].opens ?? []));
      expect(row.keeps).toEqual(expect.arrayContaining(actions[step].keeps ?? []));
      expect(row.releases).toEqual(expect.arrayContaining(actions[step].releases ?? []));
    }
  });

  it('asks what the steps ask that are still to come, but for the owner, who is the caller', () => {
    expect(asksIn(row, 'received')).toEqual(
      expect.arrayContaining(['message', ...asksIn(actions.resolve, 'in_progress')]),
    );
    expect(asksIn(row, 'facts_established')).toEqual([
      'agreedActions',
      ...asksIn(actions.resolve, 'in_progress'),
    ]);
  });
});
