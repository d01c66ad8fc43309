import { describe, expect, it } from '@jest/globals';
import { Zone } from '../../../src/kernel/business-time/zone.js';
import { ZONES } from './arbitrary-hours.js';

const HOUR = 3_600_000;

describe('the clocks of a zone', () => {
  // A quarter of an hour apart would be finer; no clock has been changed twice within six hours.
  it.each(ZONES)('of %s are changed when those of Intl are, and never between', (name) => {
    const [from, to] = [Date.UTC(2009, 0, 1), Date.UTC(2031, 0, 1)];
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    const offset = (time: number) => {
      const words = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(words) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000 + 0;
    };
    const stretches = Zone.named(name).stretches(from, to);
    expect(stretches.map((stretch) => stretch.from)).toEqual([
      from,
      ...stretches.slice(0, -1).map(({ to: end }) => end),
    ]);
    let index = 0;
    for (let time = from; time < to; time += 6 * HOUR) {
      while ((stretches[index]?.to ?? to) <= time) index++;
      if (stretches[index]?.offset !== offset(time)) throw new Error(new Date(time).toISOString());
    }
    for (const stretch of stretches)
      expect([offset(stretch.from), offset(stretch.to - 1)]).toEqual([stretch.offset, stretch.offset]);
    expect(stretches.at(-1)?.to).toBe(to);
  });

  it('tell the first moment of a date, though it be at one o’clock, or on another date', () => {
    const begin = (name: string, date: string) => new Date(Zone.named(name).startOf(date)).toISOString();
    expect(begin('Europe/Budapest', '2026-06-01')).toBe('2026-05-31T22:00:00.000Z');
    expect(begin('America/Sao_Paulo', '2018-11-04')).toBe('2018-11-04T03:00:00.000Z');
    expect(begin('America/Havana', '2026-11-01')).toBe('2026-11-01T04:00:00.000Z');
    expect(begin('Pacific/Apia', '2011-12-30')).toBe('2011-12-30T10:00:00.000Z');
  });
});
