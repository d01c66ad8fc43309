import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BusinessCalendar } from '../../../src/kernel/business-time.js';
import { openingHours, ZONES } from './arbitrary-hours.js';

const DAY = 86_400_000;

describe('the laws of open time', () => {
  const zone = fc.constantFrom(...ZONES);
  const dates = ['1999-12-31', '2026-10-25', '2027-01-01', '2030-06-01'];
  const openHours = zone
    .chain((name) => openingHours(name, dates))
    .filter((hours) => [hours, ...hours.moves].every((place) => place.hours.length > 0));
  const time = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  const open = fc.oneof(fc.nat(86_400_000), fc.nat(5_000_000_000));

  it('between a moment and the one after so much open time lies so much open time', () => {
    fc.assert(
      fc.property(openHours, time, open, (opening, from, length) => {
        const hours = new BusinessCalendar(opening);
        expect(hours.between(from, hours.plus(length, from))).toBe(length);
      }),
    );
  });

  it('two lengths one after the other are their sum', () => {
    fc.assert(
      fc.property(openHours, time, open, open, (opening, from, first, second) => {
        const hours = new BusinessCalendar(opening);
        expect(hours.plus(second, hours.plus(first, from))).toEqual(hours.plus(first + second, from));
      }),
    );
  });

  it('who begins later, or takes longer, is never done earlier', () => {
    fc.assert(
      fc.property(openHours, time, time, open, fc.nat(1_000_000), (opening, a, b, length, more) => {
        const hours = new BusinessCalendar(opening);
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(hours.plus(length, first) <= hours.plus(length, second)).toBe(true);
        expect(hours.plus(length, first) <= hours.plus(length + more, first)).toBe(true);
      }),
    );
  });

  it('from the first to the third is from the first to the second and on', () => {
    fc.assert(
      fc.property(openHours, time, time, time, (opening, a, b, c) => {
        const hours = new BusinessCalendar(opening);
        expect(hours.between(a, b) + hours.between(b, c)).toBe(hours.between(a, c));
      }),
    );
  });

  it('the periods are what lies between, in order, never touching', () => {
    fc.assert(
      fc.property(openHours, time, fc.nat(40 * DAY), (opening, a, length) => {
        const hours = new BusinessCalendar(opening);
        const b = new Date(a.getTime() + length);
        const periods = hours.periods(a, b);
        const sum = periods.reduce((total, { from, to }) => total + to.getTime() - from.getTime(), 0);
        expect(sum).toBe(hours.between(a, b));
        expect(periods.every(({ from }, index) => index === 0 || (periods[index - 1]?.to ?? 0) < from)).toBe(
          true,
        );
        expect(hours.periods(a, b, 3)).toEqual(periods.slice(0, 3));
      }),
    );
  });
});
