import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, ANONYMOUS } from '../../../src/kernel/actor.js';
import { readConfig } from '../../../src/platform/config.js';
import { Cursors, cursorScope } from '../../../src/platform/http/cursors.js';
import { mapPage, pageOf } from '../../../src/platform/http/page.js';
import { Keys } from '../../../src/platform/keys.js';

const keysDir = mkdtempSync(join(tmpdir(), 'amends-keys-'));
afterAll(() => rmSync(keysDir, { recursive: true }));

const cursors = new Cursors(new Keys(readConfig({ KEYS_DIR: keysDir })));
const VALUES = ['2026-11-20T09:00:00.000Z', 42, null];

test('a cursor gives back what went into it', () => {
  expect(cursors.decode(cursors.encode(VALUES, 'list'), 'list')).toEqual(VALUES);
});

test('a cursor of another list is refused', () => {
  expect(() => cursors.decode(cursors.encode(VALUES, 'list'), 'other')).toThrow(
    expect.objectContaining({ code: 'validation_failed' }),
  );
});

test('a cursor with any character changed, cut off or added is refused', () => {
  const cursor = cursors.encode(VALUES, 'list');
  const altered = Array.from(cursor).map((character, at) => {
    return cursor.slice(0, at) + (character === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
  });
  for (const bad of [
    ...altered,
    cursor.slice(0, -1),
    `${cursor}A`,
    `${cursor}=`,
    ` ${cursor}`,
    '',
    'x',
    '💥',
  ]) {
    expect(() => cursors.decode(bad, 'list')).toThrow();
  }
});

test('the scope tells operations, filters and callers apart, but not limit and cursor', () => {
  const user = (id: string): Actor => ({ ...ANONYMOUS, kind: 'user', id });
  const scope = cursorScope('listUsers', { role: 'agent', limit: 5, cursor: 'x' }, user('1'));
  expect(cursorScope('listUsers', { limit: 9, role: 'agent', q: undefined }, user('1'))).toBe(scope);
  expect(cursorScope('listUsers', { role: 'admin' }, user('1'))).not.toBe(scope);
  expect(cursorScope('listUsers', { role: 'agent' }, user('2'))).not.toBe(scope);
  expect(cursorScope('listFacts', { role: 'agent' }, user('1'))).not.toBe(scope);
});

test('a page knows from one row more that there is a next one', () => {
  expect(pageOf([1, 2, 3], 2, String)).toEqual({ items: [1, 2], nextCursor: '2' });
  expect(pageOf([1, 2], 2, String)).toEqual({ items: [1, 2], nextCursor: null });
  expect(pageOf([], 2, String)).toEqual({ items: [], nextCursor: null });
  expect(mapPage(pageOf([1, 2], 1, String), (row) => row * 10)).toEqual({ items: [10], nextCursor: '1' });
});
