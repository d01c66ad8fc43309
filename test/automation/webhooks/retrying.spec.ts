import { describe, expect, it } from '@jest/globals';
import {
  CIRCUIT_OPENS_AT,
  MOST_ATTEMPTS,
  restAfter,
  waitAfter,
} from '../../../src/automation/webhooks/retrying.js';

const HOUR = 3600;
const waits = (chance: number) =>
  Array.from({ length: MOST_ATTEMPTS }, (_, index) => waitAfter(index + 1, null, chance));

describe('a delivery that failed', () => {
  it('is tried again as Standard Webhooks says, and then given up', () => {
    const hours = [2, 5, 10, 14, 20, 24].map((count) => count * HOUR);
    expect(waits(0.5)).toEqual([5, 300, 1800, ...hours, null]);
  });

  it('is tried a tenth earlier or later by chance', () => {
    expect(waits(0).slice(0, 2)).toEqual([4.5, 270]);
    expect(waits(1).slice(0, 2)).toEqual([5.5, 330]);
  });

  it('is not tried before the target wants it, and the target cannot put it off by more than a day', () => {
    expect(waitAfter(1, 60, 0.5)).toBe(60);
    expect(waitAfter(3, 60, 0.5)).toBe(1800);
    expect(waitAfter(1, 999_999, 0.5)).toBe(24 * HOUR);
    expect(waitAfter(MOST_ATTEMPTS, 60, 0.5)).toBeNull();
  });
});

it('a target that fails again and again rests for longer and longer, an hour at most', () => {
  const rests = [0, 1, 2, 3, 6, 50].map((more) => restAfter(CIRCUIT_OPENS_AT + more));
  expect(rests).toEqual([60, 120, 240, 480, HOUR, HOUR]);
});
