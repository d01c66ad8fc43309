import { expect, it } from '@jest/globals';
import { ExternalIds } from '../../../src/commands/import/external-ids.js';

const ids = (...rows: string[][]) => {
  const all = new ExternalIds();
  return rows.map((row) => all.of(row));
};

it('equal rows have different ids, which they get again in the next run', () => {
  const first = ids(['a', 'b'], ['c', 'd'], ['a', 'b']);
  expect(new Set(first).size).toBe(3);
  expect(ids(['a', 'b'], ['c', 'd'], ['a', 'b'])).toEqual(first);
});

it('a row keeps its id where other rows come and go', () => {
  const [alone] = ids(['a', 'b']);
  expect(ids(['c', 'd'], ['a', 'b'])[1]).toBe(alone);
});

it('fields are not run together', () => {
  const [one, other, counted] = ids(['ab', 'c'], ['a', 'bc'], ['ab', 'c', '0']);
  expect(new Set([one, other, counted]).size).toBe(3);
});

it('says how it was made', () => {
  expect(ids(['a'])[0]).toMatch(/^sha256:[A-Za-z0-9_-]{43}$/);
});
