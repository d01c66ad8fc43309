import { describe, expect, it, test } from '@jest/globals';
import { BREACH_STATES, PROMISE_KINDS, PROMISE_STATES } from '../../src/complaints/complaint.words.js';
import { STANDINGS } from '../../src/complaints/promises/board/board.dto.js';
import { COUNTS } from '../../src/complaints/promises/explanation/explain.js';
import { READ } from '../../src/documentation/pages/promises/profiles.page.js';
import { spokenDuration, spokenTerm } from '../../src/documentation/pages/time-words.js';
import { GROUPINGS } from '../../src/insights/punctuality/punctuality.dto.js';
import { COUNTED_TIMES } from '../../src/kernel/term.js';
import { BUILT_IN } from '../../src/standards/built-in.js';
import type { Profile } from '../../src/standards/profiles/profile.js';
import { PROFILE_NAMES, PROFILES } from '../../src/standards/profiles/profiles.js';
import { useTestApp } from '../support/app.js';
import { escaped, idsOf, meaningOf, readerOf, rowsOf, sectionOf } from './page-text.js';

const app = useTestApp();
const read = readerOf(app);

describe('the page of the promises', () => {
  it('has a place for every kind, every state of a promise and of a breach, and every time that counts', async () => {
    const ids = idsOf(await read('/docs/promises'));
    const breaches = Object.keys(BREACH_STATES).map((state) => `breach-${state}`);
    const times = Object.keys(COUNTED_TIMES).map((time) => `time-${time}`);
    const all = [...Object.keys(PROMISE_KINDS), ...Object.keys(PROMISE_STATES), ...breaches, ...times];
    expect(ids).toEqual(expect.arrayContaining(all));
  });

  it('says what a standard is chosen by, and what a list and a share can be asked for', async () => {
    const page = await read('/docs/promises');
    const words = [BUILT_IN.appliesTo, STANDINGS, COUNTS, GROUPINGS].flatMap((list) => Object.keys(list));
    for (const word of words) expect(page).toContain(`<code>${word}</code>`);
  });

  it('names beside a kind the regulators that set a time for it', async () => {
    const page = await read('/docs/promises');
    const lines = PROFILE_NAMES.flatMap((name) => PROFILES[name].promises.map(({ kind }) => [kind, name]));
    expect(lines.length).toBeGreaterThan(5);
    for (const [kind = '', name = ''] of lines)
      expect(meaningOf(sectionOf(page, kind), 'By law')).toContain(`#${name}"`);
  });
});

describe('the page of the regulators', () => {
  it.each(PROFILE_NAMES)('says of %s all that the profile holds', async (name) => {
    const section = sectionOf(await read('/docs/profiles'), name);
    const { title, source, promises, letters, routesOutside }: Profile = PROFILES[name];
    const clauses = promises.flatMap(({ clause, extension }) => [clause, extension?.clause ?? '']);
    const asked = letters.flatMap(({ name: letter, clause, mustSay }) => [letter, clause, ...mustSay]);
    for (const word of [title, source, routesOutside, ...clauses, ...asked])
      expect(section).toContain(escaped(word));
    expect(rowsOf(section).size).toBe(promises.length + letters.length);
  });

  it.each(PROFILE_NAMES)('says how far the text of %s was read, as its source does', (name) => {
    const { source } = PROFILES[name];
    const fromKnowledge = /from knowledge only/.test(source);
    expect(READ[name] !== 'in outline').toBe(fromKnowledge);
    expect(READ[name] === 'in part').toBe(fromKnowledge && /\bread\b/.test(source));
  });
});

test('a time of the standard is said in words', () => {
  expect(['PT24H', 'P1D', 'P6M', 'P1DT12H'].map(spokenDuration)).toEqual([
    '24 hours',
    '1 day',
    '6 months',
    '1 day 12 hours',
  ]);
  expect(spokenTerm({ target: 'P1D', time: 'business' })).toBe('1 business day');
  expect(spokenTerm({ target: 'P56D', time: 'elapsed' })).toBe('56 days');
});
