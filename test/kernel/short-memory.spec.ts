import { describe, expect, it } from '@jest/globals';
import { ShortMemory } from '../../src/kernel/short-memory.js';

describe('the short memory', () => {
  it('knows a value until its time', () => {
    const memory = new ShortMemory<string>(10);
    memory.set('key', 'value', 100);
    expect(memory.get('key', 99)).toBe('value');
    expect(memory.get('key', 100)).toBeUndefined();
    expect(memory.get('key', 99)).toBeUndefined();
  });

  it('forgets the oldest when it is full', () => {
    const memory = new ShortMemory<number>(2);
    for (const [index, key] of ['a', 'b', 'a', 'c'].entries()) memory.set(key, index, 100);
    expect(['a', 'b', 'c'].map((key) => memory.get(key, 0))).toEqual([2, undefined, 3]);
  });
});
