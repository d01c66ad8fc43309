import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Exception, type Finding, unexcepted } from './finding.js';

/** How many there are. It may only become smaller. */
const AT_MOST = 6;

const exceptions = JSON.parse(readFileSync('test/contract/exceptions.json', 'utf8')) as Exception[];

describe('the exceptions of the contract', () => {
  it('become fewer, never more', () => {
    expect(exceptions).toHaveLength(AT_MOST);
  });

  it('have a reason each, and stand there once', () => {
    expect(exceptions.filter(({ reason }) => reason.length < 40)).toEqual([]);
    const places = exceptions.map(({ by, rule, at }) => `${by} ${rule} ${at ?? ''}`);
    expect(places).toEqual([...new Set(places)]);
  });

  it('bear nothing but their rule at their place', () => {
    const exception = { by: 'rules', rule: 'a', at: '#/paths/~1v1', reason: '' } as const;
    const below = { by: 'rules', rule: 'a', at: '#/paths/~1v1/get', message: '' } as const;
    const others: Finding[] = [
      { ...below, at: '#/paths/~1v12' },
      { ...below, rule: 'b' },
      { ...below, by: 'spectral' },
    ];
    expect(unexcepted([below, ...others], [exception])).toEqual(others);
  });

  it('are themselves at fault when nothing needs them', () => {
    const [finding] = unexcepted([], [{ by: 'redocly', rule: 'a', reason: '' }]);
    expect(finding).toMatchObject({ by: 'redocly', rule: 'a', at: '#' });
  });
});
