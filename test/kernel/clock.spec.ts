import { describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/kernel/clock.js';

describe('the clock', () => {
  it('moves forward by what a test asks', () => {
    const clock = new Clock();
    const before = clock.now().getTime();
    clock.advance(60_000);
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(60_000);
  });

  it('moves times read from the database by the same offset', () => {
    const clock = new Clock();
    clock.advance(1_000);
    const time = new Date('2026-11-20T09:00:00.000Z');
    expect(clock.fromDatabase(time).toISOString()).toBe('2026-11-20T09:00:01.000Z');
  });
});
