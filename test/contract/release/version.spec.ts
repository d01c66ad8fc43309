import { describe, expect, it } from '@jest/globals';
import { versionFault } from './version.js';

const ADDITION = { isBreaking: false, at: 'GET /v1/bells', what: 'is new' };
const BREAK = { isBreaking: true, at: 'GET /v1/bells', what: 'is gone' };

describe('a version', () => {
  it.each([
    ['1.2.3', '1.2.4', [ADDITION]],
    ['1.2.3', '1.3.0', [ADDITION]],
    ['1.2.3', '2.0.0', [ADDITION, BREAK]],
    ['0.2.3', '0.3.0', [BREAK]],
    ['0.2.3', '1.0.0', [BREAK]],
    ['1.2.3', '1.2.3', []],
  ])('from %s may become %s', (before, after, changes) => {
    expect(versionFault(before, after, changes)).toBeNull();
  });

  it.each([
    ['1.2.3', '1.2.3', [ADDITION], '1.2.4'],
    ['1.2.3', '1.9.9', [ADDITION, BREAK], '2.0.0'],
    ['0.2.3', '0.2.4', [BREAK], '0.3.0'],
    ['0.2.3', '0.1.9', [ADDITION], '0.2.4'],
  ])('from %s may not become %s', (before, after, changes, least) => {
    expect(versionFault(before, after, changes)).toContain(`at least ${least}, not ${after}`);
  });

  it('is read as three numbers or not at all', () => {
    expect(() => versionFault('latest', '1.0.0', [BREAK])).toThrow('latest is no version');
  });
});
