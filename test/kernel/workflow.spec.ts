import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../../src/kernel/actor.js';
import {
  type ActionRow,
  asksIn,
  lintWorkflow,
  type Need,
  targets,
  unmetNeeds,
  type Workflow,
} from '../../src/kernel/workflow.js';

type S = 'raw' | 'baked' | 'eaten';
interface View {
  state: S;
  actor: Actor;
  hungry: boolean;
  crumbs: string[];
}
interface Body {
  mustard?: boolean;
}
type Bread = Workflow<S, 'mix' | 'bake' | 'eat', View, Body>;

const ACTOR: Actor = { kind: 'user', id: 'u', name: 'U', roles: ['agent'] };
const VIEW: View = { state: 'baked', actor: ACTOR, hungry: false, crumbs: ['c1', 'c2'] };

const hungry: Need<View, Body> = { code: 'hungry', detail: 'hunger', lacks: (view) => !view.hungry };
const clean: Need<View, Body> = { code: 'clean', detail: 'no crumbs', lacks: (view) => view.crumbs };
const mustard: Need<View, Body> = {
  code: 'mustard',
  detail: 'mustard',
  ofBody: true,
  lacks: (_, body) => body?.mustard !== true,
};

function row(changes: Partial<ActionRow<S, View, Body>>): ActionRow<S, View, Body> {
  return {
    summary: 'Something',
    permission: 'complaint:acknowledge',
    transitions: [],
    needs: [],
    asks: {},
    entry: 'bread.changed',
    ...changes,
  };
}

function bread(): Bread {
  return {
    version: '1',
    states: {
      raw: { meaning: 'dough', open: true, end: false },
      baked: { meaning: 'a loaf', open: true, end: false },
      eaten: { meaning: 'gone', open: false, end: true },
    },
    actions: {
      mix: row({ transitions: [{ from: null, to: 'raw' }] }),
      bake: row({ transitions: [{ from: 'raw', to: 'baked' }], opens: ['warm'], keeps: ['warm'] }),
      eat: row({
        transitions: [
          { from: 'baked', to: 'eaten' },
          { from: 'raw', to: 'eaten', by: ['admin'] },
        ],
        needs: [hungry, clean, mustard],
        asks: { mouth: 'always', oven: ['raw'] },
        releases: ['warm'],
      }),
    },
  };
}

const KNOWN = { promises: ['warm'], entries: ['bread.changed'] };

describe('needs', () => {
  const eat = bread().actions.eat;

  it('are all named, in the order of the row, with the ids in the way', () => {
    expect(unmetNeeds('eat', eat, VIEW, {})).toEqual([
      { code: 'hungry', detail: 'hunger' },
      { code: 'clean', detail: 'no crumbs', ids: ['c1', 'c2'] },
      { code: 'mustard', detail: 'mustard' },
    ]);
  });

  it('of the body are left out while there is none', () => {
    expect(unmetNeeds('eat', eat, VIEW, null).map(({ code }) => code)).toEqual(['hungry', 'clean']);
  });

  it('that are met are not named; an empty list of ids is met', () => {
    const view = { ...VIEW, hungry: true, crumbs: [] };
    expect(unmetNeeds('eat', eat, view, { mustard: true })).toEqual([]);
  });

  it('are not asked in a state that has no way: that stands alone', () => {
    const refused = unmetNeeds('eat', eat, { ...VIEW, state: 'eaten' }, {});
    expect(refused.map(({ code }) => code)).toEqual(['state_not_allowed']);
    expect(refused[0]?.detail).toBe('eat is possible in baked; this complaint is eaten');
  });

  it('a way for some roles is closed to others', () => {
    const raw = { ...VIEW, state: 'raw' as const, hungry: true, crumbs: [] };
    const admin = { ...ACTOR, roles: ['admin' as const] };
    expect(unmetNeeds('eat', eat, raw, { mustard: true })[0]?.code).toBe('state_not_allowed');
    expect(unmetNeeds('eat', eat, { ...raw, actor: admin }, { mustard: true })).toEqual([]);
  });

  it('what the body must bring depends on the state', () => {
    expect([asksIn(eat, 'raw'), asksIn(eat, 'baked')]).toEqual([['mouth', 'oven'], ['mouth']]);
    expect([targets(eat, 'baked'), targets(eat, 'eaten')]).toEqual([['eaten'], []]);
  });
});

describe('lintWorkflow', () => {
  it('finds nothing in a sound table', () => {
    expect(lintWorkflow(bread(), KNOWN)).toEqual([]);
  });

  const flaws: [string, (table: Bread) => void, string][] = [
    [
      'a state that nothing leads to',
      ({ actions }) => (actions.bake.transitions = [{ from: 'raw', to: 'eaten' }]),
      'state baked cannot be reached',
    ],
    [
      'a state that is reached only from itself',
      ({ actions }) => (actions.bake.transitions = [{ from: 'baked', to: 'baked' }]),
      'state baked cannot be reached',
    ],
    [
      'a dead end',
      ({ actions }) => (actions.eat.transitions = [{ from: 'baked', to: 'baked' }]),
      'state baked is a dead end',
    ],
    [
      'an unknown permission',
      ({ actions }) => Object.assign(actions.eat, { permission: 'bread:eat' }),
      'eat names the unknown permission bread:eat',
    ],
    [
      'an unknown promise that is opened',
      ({ actions }) => (actions.bake.opens = ['hot']),
      'bake names the unknown promise hot',
    ],
    [
      'an unknown promise that is kept',
      ({ actions }) => (actions.bake.keeps = ['hot']),
      'bake names the unknown promise hot',
    ],
    [
      'an unknown promise that is released',
      ({ actions }) => (actions.eat.releases = ['hot']),
      'eat names the unknown promise hot',
    ],
    [
      'an unknown entry',
      ({ actions }) => (actions.eat.entry = 'bread.gone'),
      'eat names the unknown entry bread.gone',
    ],
    [
      'an unknown state',
      ({ actions }) => actions.eat.transitions.push({ from: 'baked', to: 'burnt' as S }),
      'eat names the unknown state burnt',
    ],
    ['a row that leads nowhere', ({ actions }) => (actions.eat.transitions = []), 'eat leads nowhere'],
  ];

  it.each(flaws)('names %s', (_, spoil, sentence) => {
    const table = bread();
    spoil(table);
    expect(lintWorkflow(table, KNOWN)).toContain(sentence);
  });
});
