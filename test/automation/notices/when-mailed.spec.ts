import { expect, it } from '@jest/globals';
import { whenMailed } from '../../../src/automation/notices/mailing/when-mailed.js';
import { USUAL, type Wishes, wishesOf } from '../../../src/automation/notices/settings/wishes.js';

const when = (said: Partial<Wishes>, now: string) => {
  const wishes = { ...wishesOf(USUAL, 'Europe/Budapest'), ...said };
  return whenMailed(wishes, 'reply', new Date(now))?.toISOString() ?? null;
};

it('goes within a minute, once a day, or not at all', () => {
  expect(when({}, '2026-11-20T09:00:00.000Z')).toBe('2026-11-20T09:01:00.000Z');
  expect(when({ reply: 'digest' }, '2026-11-20T09:00:00.000Z')).toBe('2026-11-21T07:00:00.000Z');
  expect(when({ reply: 'off' }, '2026-11-20T09:00:00.000Z')).toBeNull();
});

it('waits for the end of quiet hours, and the mail of the day does not', () => {
  const quiet = { quietFrom: '20:00', quietUntil: '07:30' };
  expect(when(quiet, '2026-11-20T18:58:00.000Z')).toBe('2026-11-20T18:59:00.000Z');
  expect(when(quiet, '2026-11-20T18:59:00.000Z')).toBe('2026-11-21T06:30:00.000Z');
  expect(when(quiet, '2026-11-21T05:00:00.000Z')).toBe('2026-11-21T06:30:00.000Z');
  expect(when({ ...quiet, reply: 'digest', digestAt: '06:00' }, '2026-11-20T20:00:00.000Z')).toBe(
    '2026-11-21T05:00:00.000Z',
  );
});

it('is counted in UTC where the house says no zone', () => {
  expect(wishesOf(USUAL, null).zone).toBe('UTC');
  expect(wishesOf({ ...USUAL, zone: 'Asia/Tokyo' }, 'Europe/Budapest').zone).toBe('Asia/Tokyo');
});
