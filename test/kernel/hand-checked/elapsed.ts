import type { Chapter } from '../hand-checked.js';

export const ELAPSED: Chapter[] = [
  {
    name: 'months and years end on the same number, or on the last day',
    by: { zone: 'Europe/Budapest' },
    cases: [
      ['2026-01-31T12:00+01:00', 'P1M', '2026-02-28T12:00+01:00', 'February has 28 days'],
      ['2028-01-31T12:00+01:00', 'P1M', '2028-02-29T12:00+01:00', 'or 29'],
      ['2026-02-28T12:00+01:00', 'P1M', '2026-03-28T12:00+01:00', 'the last day is not sought'],
      ['2026-03-31T10:00+02:00', 'P1M', '2026-04-30T10:00+02:00', 'April has 30 days'],
      ['2026-08-31T10:00+02:00', 'P6M', '2027-02-28T10:00+01:00', 'ten in summer is ten in winter'],
      ['2026-11-30T10:00+01:00', 'P3M', '2027-02-28T10:00+01:00', 'over New Year'],
      ['2028-02-29T12:00+01:00', 'P1Y', '2029-02-28T12:00+01:00', 'a year later there is no 29th'],
      ['2028-02-29T12:00+01:00', 'P4Y', '2032-02-29T12:00+01:00', 'four years later there is'],
      ['2026-01-31T12:00+01:00', 'P1M1D', '2026-03-01T12:00+01:00', 'the month first, then the day'],
      ['2026-12-31T23:30+01:00', 'P1Y', '2027-12-31T23:30+01:00', 'in UTC and in Budapest the same day'],
      ['2026-01-31T00:30+01:00', 'P1M', '2026-02-28T00:30+01:00', 'in UTC it is the 30th still'],
    ],
  },
  {
    name: 'eight weeks are 56 days, not 40 business days',
    by: { zone: 'Europe/London' },
    cases: [
      ['2026-12-01T15:00Z', 'P56D', '2027-01-26T15:00Z', 'Christmas does not matter'],
      ['2026-12-01T15:00Z', 'P8W', '2027-01-26T15:00Z', 'in weeks the same'],
      ['2026-09-07T10:00+01:00', 'P56D', '2026-11-02T10:00Z', 'at the same hour on the wall'],
      ['2026-02-16T09:00Z', 'P56D', '2026-04-13T09:00+01:00', 'in spring too'],
    ],
  },
  {
    name: 'a day keeps the hour on the wall, 24 hours do not',
    by: { zone: 'Europe/Budapest' },
    cases: [
      ['2026-03-28T12:00+01:00', 'P1D', '2026-03-29T12:00+02:00', 'noon to noon in spring'],
      ['2026-03-28T12:00+01:00', 'PT24H', '2026-03-29T13:00+02:00', 'an hour was left out'],
      ['2026-10-24T12:00+02:00', 'P1D', '2026-10-25T12:00+01:00', 'noon to noon in autumn'],
      ['2026-10-24T12:00+02:00', 'PT24H', '2026-10-25T11:00+01:00', 'an hour occurred twice'],
      [
        '2026-03-28T02:30+01:00',
        'P1D',
        '2026-03-29T03:30+02:00',
        'an hour that does not exist: the one after',
      ],
      ['2026-10-24T02:30+02:00', 'P1D', '2026-10-25T02:30+02:00', 'an hour that occurs twice: the first'],
      ['2026-12-31T23:30+01:00', 'P1D', '2027-01-01T23:30+01:00', 'over New Year'],
      ['9999-12-31T12:00Z', 'P1D', '9999-12-31T23:59:59.999Z', 'nothing is later than that'],
    ],
  },
  {
    name: 'a day that was left out',
    by: { zone: 'Pacific/Apia' },
    cases: [['2011-12-29T12:00-10:00', 'P1D', '2011-12-31T12:00+14:00', 'there was no Friday 30']],
  },
];
