import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { date, misplaced, time } from '../../../../src/platform/http/fields/time.js';

describe('a date', () => {
  test.each(['2026-12-25', '2024-02-29', '0001-01-01', '9999-12-31'])('%s', (value) => {
    expect(date(value)).toBeNull();
  });

  test.each([
    '2026-02-30',
    '2025-02-29',
    '0000-01-01',
    '2026-12-25T00:00:00Z',
    '26-12-25',
    '2026-1-1',
    '',
    20261225,
  ])('%j is not', (value) => {
    expect(date(value)).toBe('is_date');
  });
});

describe('a time', () => {
  test.each([
    '2026-11-20T09:00:00Z',
    '2026-11-20T09:00:00.1Z',
    '2024-02-29T23:59:59.999Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
  ])('%s', (value) => {
    expect(time(value)).toBeNull();
  });

  test.each([
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T23:59:60Z',
    '0000-01-01T00:00:00Z',
    '+012026-11-20T09:00:00Z',
    '2026-11-20T09:00:00+00:00',
    '2026-11-20T09:00:00',
    '2026-11-20t09:00:00z',
    '2026-11-20 09:00:00Z',
    '2026-11-20T09:00:00.1234Z',
    '2026-11-20',
    '2026-W10',
    '20260101T000000Z',
    'infinity',
    'now',
    '',
    '2026-11-20T09:00:00Z\n',
    1_700_000_000,
    null,
  ])('%j is not', (value) => {
    expect(time(value)).toBe('is_time');
  });

  test('of every moment in four digits of years is one', () => {
    const moments = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
    });
    fc.assert(
      fc.property(
        moments.filter((date) => !Number.isNaN(date.getTime())),
        (date) => time(date.toISOString()) === null,
      ),
    );
  });

  test('lies on one side of now, which belongs to both', () => {
    const now = new Date('2026-11-20T09:00:00.000Z');
    expect(misplaced('2026-11-20T09:00:00Z', 'past', now)).toBeNull();
    expect(misplaced('2026-11-20T09:00:00Z', 'future', now)).toBeNull();
    expect(misplaced('2026-11-20T09:00:00.001Z', 'past', now)).toBe('max');
    expect(misplaced('2026-11-20T08:59:59.999Z', 'future', now)).toBe('min');
  });
});
