import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mailDate } from '../../../../src/communications/mail-in/reading/mail-date.js';

it.each([
  ['Fri, 20 Nov 2026 10:00:00 +0100', '2026-11-20T09:00:00.000Z'],
  ['20 Nov 2026 10:00 -0330', '2026-11-20T13:30:00.000Z'],
  ['Fri, 21 Nov 97 09(comment):   55  :  06 EST', '1997-11-21T14:55:06.000Z'],
  ['Fri, 20 Nov 2026 10:00:00 +0100 (CET)', '2026-11-20T09:00:00.000Z'],
  ['Fri, 20-Nov-26 10:00:00 GMT', '2026-11-20T10:00:00.000Z'],
  ['20 Nov 126 10:00:00', '2026-11-20T10:00:00.000Z'],
])('%s is %s', (header, time) => {
  expect(mailDate(header)?.toISOString()).toBe(time);
});

it.each([
  'yesterday',
  '',
  'Tue, 31 Feb 2026 10:00:00 +0100',
  'Thu, 1 Jan 0001 00:00:00 +0000',
  'Fri, 20 Nov 2026 25:00:00 +0100',
  '0'.repeat(5000),
  '20 Xyz 2026 10:00:00',
])('%s is no time', (header) => {
  expect(mailDate(header)).toBeNull();
});

it('every time is read back as it was written', () => {
  const times = fc.date({ min: new Date('1970-01-02'), max: new Date('2199-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(times, (time) => {
      const whole = new Date(Math.floor(time.getTime() / 1000) * 1000);
      expect(mailDate(whole.toUTCString())).toEqual(whole);
    }),
  );
});
