import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import type { Clause } from '../../src/documentation/guides/clauses/clause.js';
import { CLAUSE_CHAPTERS } from '../../src/documentation/guides/clauses/clauses.page.js';
import { ACTION_NAMES, COMPLAINT_WORKFLOW } from '../../src/complaints/complaint.workflow.js';
import { STATE_NAMES } from '../../src/complaints/complaint.states.js';

const clauses: [string, Clause][] = CLAUSE_CHAPTERS.flatMap((chapter) =>
  chapter.clauses.map((clause: Clause): [string, Clause] => [`${clause.number} ${clause.title}`, clause]),
);

describe('the clause map', () => {
  it.each(clauses)('%s names tests that exist, and that speak of what it names', (_, clause) => {
    const { tests = [], actions = [], promises = [], entries = [] } = clause;
    expect(tests.filter((path) => !existsSync(path))).toEqual([]);
    const text = tests.map((path) => readFileSync(path, 'utf8')).join('\n');
    const names = [...actions, ...promises, ...entries];
    expect(names.filter((name) => !mentions(text, name))).toEqual([]);
  });

  it.each(clauses)('%s says what is done, what is missing and what shows it', (_, clause) => {
    const { fulfilment, how, missing, tests = [] } = clause;
    const does = fulfilment === 'fulfilled' || fulfilment === 'partly';
    expect(does).toBe(tests.length > 0);
    if (does) expect(how).toBeDefined();
    if (fulfilment === 'partly') expect(missing).toBeDefined();
    if (fulfilment === 'fulfilled') expect(missing).toBeUndefined();
  });

  it('has a place for every state and every action', () => {
    const named = new Set(clauses.flatMap(([, { states = [], actions = [] }]) => [...states, ...actions]));
    expect([...STATE_NAMES, ...ACTION_NAMES].filter((name) => !named.has(name))).toEqual([]);
  });

  it('names with an action the entry that it leaves', () => {
    const named = new Set(clauses.flatMap(([, { entries = [] }]) => [...entries]));
    const left = ACTION_NAMES.map((name) => COMPLAINT_WORKFLOW.actions[name].entry);
    expect(left.filter((type) => !named.has(type as never))).toEqual([]);
  });
});

/** By its whole name, or by that of an entry without the part before the dot, as journeys list them. */
function mentions(text: string, name: string): boolean {
  const [, short = name] = name.split('complaint.');
  return new RegExp(`['"\`/]${name}['"\`/?: ]|'${short}'`).test(text);
}
