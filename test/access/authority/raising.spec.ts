import { describe, expect, it } from '@jest/globals';
import { raises } from '../../../src/access/authority/raising.js';

const NOW = new Date('2026-11-20T09:00:00Z');
const day = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

function limit(said: Partial<Parameters<typeof raises>[0][number]> = {}) {
  const amounts = { perRemedy: '100', perComplaint: '200', perPeriod: '500' };
  const times = { period: 'P30D', validFrom: day(-9), validUntil: null };
  return { userId: null, currency: 'EUR', ...amounts, ...times, ...said };
}

describe('somebody may grant more', () => {
  it.each([
    ['where nothing was said before', [], [limit()]],
    ['by any of the amounts', [limit()], [limit({ perComplaint: '201', perPeriod: '1' })]],
    ['by a shorter period', [limit()], [limit({ period: 'P1D' })]],
    ['from an earlier day', [limit({ validFrom: day(2) })], [limit({ validFrom: day(1) })]],
    ['for longer', [limit({ validUntil: day(1) })], [limit({ validUntil: day(2) })]],
    [
      'where a narrow limit of their own ends before that of a role',
      [limit({ userId: 'me', perRemedy: '1' }), limit()],
      [limit({ userId: 'me', perRemedy: '1', validUntil: day(3) }), limit()],
    ],
  ])('%s', (_, before, then) => {
    expect(raises(before, then, NOW)).toBe(true);
    expect(raises(before, before, NOW)).toBe(false);
  });
});

describe('nobody may grant more', () => {
  it.each([
    ['by less', [limit()], [limit({ perRemedy: '99', period: 'P1Y' })]],
    ['by nothing at all', [], [limit({ perPeriod: '0' })]],
    ['by what was over before', [], [limit({ validUntil: day(0) })]],
    ['by one that another covers', [limit()], [limit(), limit({ perRemedy: '50' })]],
    [
      'by a role while their name says otherwise',
      [limit({ userId: 'me', perRemedy: '1' })],
      [limit({ userId: 'me', perRemedy: '1' }), limit()],
    ],
  ])('%s', (_, before, then) => {
    expect(raises(before, then, NOW)).toBe(false);
  });
});
