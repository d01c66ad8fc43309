import { describe, expect, it } from '@jest/globals';
import { isWithin, nextAt, wallTime, written } from '../../../src/kernel/business-time/wall-clock.js';

const ZONE = 'Europe/Budapest';
const next = (time: string, after: string, zone = ZONE) => nextAt(time, zone, new Date(after)).toISOString();

describe('a time on the wall', () => {
  it('comes next today or tomorrow, never at the moment itself', () => {
    expect(next('08:00', '2026-11-20T06:59:00.000Z')).toBe('2026-11-20T07:00:00.000Z');
    expect(next('08:00', '2026-11-20T07:00:00.000Z')).toBe('2026-11-21T07:00:00.000Z');
    expect(next('00:30', '2026-11-20T23:10:00.000Z')).toBe('2026-11-20T23:30:00.000Z');
  });

  it('stays where it is on the wall when the clocks change', () => {
    expect(next('08:00', '2026-03-28T12:00:00.000Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(next('08:00', '2026-10-24T12:00:00.000Z')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('that the clocks leave out comes an hour later, and one that they show twice comes once', () => {
    expect(next('02:30', '2026-03-28T12:00:00.000Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(next('02:30', '2026-03-29T01:30:00.000Z')).toBe('2026-03-30T00:30:00.000Z');
    expect(next('02:30', '2026-10-24T12:00:00.000Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(next('02:30', '2026-10-25T00:30:00.000Z')).toBe('2026-10-26T01:30:00.000Z');
  });

  it('is found on a day that a zone left out', () => {
    expect(next('12:00', '2011-12-30T09:00:00.000Z', 'Pacific/Apia')).toBe('2011-12-30T22:00:00.000Z');
  });

  it('lies within a span of the day or not, over midnight too, and the end is outside', () => {
    const night = { from: '20:00', until: '07:00' };
    const within = (moment: string, span: typeof night) => isWithin(new Date(moment), span, ZONE);
    expect(within('2026-11-20T19:00:00.000Z', night)).toBe(true);
    expect(within('2026-11-20T18:59:59.999Z', night)).toBe(false);
    expect(within('2026-11-21T05:59:59.999Z', night)).toBe(true);
    expect(within('2026-11-21T06:00:00.000Z', night)).toBe(false);
    expect(within('2026-11-20T13:00:00.000Z', { from: '12:00', until: '14:00' })).toBe(false);
    expect(within('2026-11-20T11:00:00.000Z', { from: '12:00', until: '14:00' })).toBe(true);
  });

  it('is written as people of the zone read it', () => {
    const moment = new Date('2026-11-20T23:05:59.000Z');
    expect(wallTime(moment, ZONE)).toBe('00:05');
    expect(written(moment, ZONE)).toBe('2026-11-21 00:05');
  });
});
