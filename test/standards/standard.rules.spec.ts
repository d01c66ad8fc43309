import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUILT_IN } from '../../src/standards/built-in.js';
import { standardFlaws } from '../../src/standards/standard.rules.js';
import { promises } from './a-standard.js';

const CALENDAR = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';
const flaws = (changes: object) =>
  standardFlaws({ ...BUILT_IN, ...changes }).map(({ at, code }) => `${at} ${code}`);

describe('a standard', () => {
  it('that is built in is without flaws', () => {
    expect(flaws({})).toEqual([]);
  });

  it('counts business time only by a calendar', () => {
    const inBusiness = promises('resolve', { target: 'P20D', time: 'business' });
    expect(flaws({ promises: inBusiness, calendarId: null })).toEqual(['/calendarId required']);
    expect(flaws({ promises: inBusiness, calendarId: CALENDAR })).toEqual([]);
    expect(flaws({ promises: inBusiness, calendarId: undefined })).toEqual([]);
  });

  it('has no weeks and months in business time', () => {
    const wrong = promises('resolve', { target: 'P4W', time: 'business' });
    expect(flaws({ promises: wrong, calendarId: CALENDAR })).toEqual(['/promises/4/target pattern']);
  });

  it.each([
    ['P14D', 'P3D', []],
    ['P14D', 'P13DT23H', []],
    ['P14D', 'P14D', ['/closingNotice max']],
    ['P14D', 'P2W', ['/closingNotice max']],
    ['P1M', 'P27D', []],
    ['P1M', 'P28D', ['/closingNotice max']],
    ['P29D', 'P1M', ['/closingNotice max']],
    ['P32D', 'P1M', []],
    ['PT0S', 'P3D', ['/closingWindow min']],
    ['P14D', 'three', ['/closingNotice pattern']],
  ])('that closes after %s tells so %s before: %j', (closingWindow, closingNotice, said) => {
    expect(flaws({ closingWindow, closingNotice })).toEqual(said);
  });

  it('is judged without falling over, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (one, other, third) => {
        const strange = { promises: one, pauses: other, closingWindow: third, closingNotice: other };
        expect(Array.isArray(standardFlaws({ ...strange, calendarId: null } as never))).toBe(true);
        const items = { promises: [one, other, { kind: third, target: one, time: other }] };
        expect(Array.isArray(standardFlaws(items as never))).toBe(true);
      }),
    );
  });
});
