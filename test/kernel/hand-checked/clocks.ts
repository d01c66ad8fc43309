import type { Chapter } from '../hand-checked.js';

/** Budapest: forward from 2 to 3 on Sunday 29 March 2026, back from 3 to 2 on Sunday 25 October. */
export const CLOCKS: Chapter[] = [
  {
    name: 'the nights in which clocks change',
    by: 'night',
    cases: [
      ['2026-03-28T22:00+01:00', 'PT7H', '2026-03-29T06:00+02:00', 'the night in spring has seven hours'],
      ['2026-03-28T22:00+01:00', 'PT8H', '2026-03-29T23:00+02:00', 'the eighth is in the next'],
      ['2026-10-24T22:00+02:00', 'PT8H', '2026-10-25T05:00+01:00', 'the night in autumn has nine hours'],
      ['2026-10-24T22:00+02:00', 'PT9H', '2026-10-25T06:00+01:00', 'all nine of them'],
      ['2026-10-24T22:00+02:00', 'PT10H', '2026-10-25T23:00+01:00', 'the tenth is in the next'],
      ['2026-09-07T23:00+02:00', 'PT2H', '2026-09-08T01:00+02:00', 'midnight is no close'],
      ['2026-09-07T23:00+02:00', 'P0D', '2026-09-08T00:00+02:00', 'but it ends the date'],
    ],
  },
  {
    name: 'a house that never closes',
    by: 'always',
    cases: [
      ['2026-03-28T12:00+01:00', 'PT24H', '2026-03-29T13:00+02:00', 'a day in spring has 23 hours'],
      ['2026-10-24T12:00+02:00', 'PT24H', '2026-10-25T11:00+01:00', 'a day in autumn has 25 hours'],
      ['2026-10-24T12:00+02:00', 'P1D', '2026-10-26T00:00+01:00', 'Sunday ends at midnight'],
      ['2026-12-31T12:00+01:00', 'PT24H', '2027-01-01T12:00+01:00', 'over New Year'],
      ['2026-12-31T12:00+01:00', 'P0D', '2027-01-01T00:00+01:00', 'the year ends at midnight on the wall'],
    ],
  },
  {
    name: 'the hour that does not exist, and the hour that occurs twice',
    by: 'smallHour',
    cases: [
      ['2026-03-28T12:00+01:00', 'PT30M', '2026-03-30T09:30+02:00', 'it is left out: Monday'],
      ['2026-03-28T12:00+01:00', 'P1D', '2026-03-30T10:00+02:00', 'without it Sunday is no business day'],
      ['2026-10-24T12:00+02:00', 'PT90M', '2026-10-25T02:30+01:00', 'an hour, and half of it again'],
      ['2026-10-25T02:30+02:00', 'PT1H', '2026-10-25T02:30+01:00', 'from half past two to half past two'],
      ['2026-10-24T12:00+02:00', 'P1D', '2026-10-25T03:00+01:00', 'it closes at the second three'],
    ],
  },
  {
    name: 'clocks that change by half an hour',
    by: 'lordHowe',
    cases: [
      ['2026-10-04T00:00+10:30', 'PT2H', '2026-10-05T01:30+11:00', 'an hour and a half, the rest tomorrow'],
      ['2026-04-05T00:00+11:00', 'PT2H', '2026-04-05T02:30+10:30', '1:00-2:00, 1:30-2:00 again, 2:00-2:30'],
    ],
  },
  {
    name: 'a date that was left out',
    by: 'apia',
    cases: [
      ['2011-12-29T16:00-10:00', 'PT2H', '2011-12-31T10:00+14:00', 'after Thursday 29 comes Saturday 31'],
      ['2011-12-29T12:00-10:00', 'P1D', '2011-12-31T17:00+14:00', 'Friday is no business day'],
    ],
  },
  {
    name: 'clocks that change at midnight',
    by: 'saoPaulo',
    cases: [
      ['2018-11-03T12:00-03:00', 'PT1H', '2018-11-04T02:00-02:00', 'Sunday begins at one'],
      ['2019-02-16T23:30-02:00', 'PT30M', '2019-02-17T00:30-03:00', 'eleven comes again before midnight'],
    ],
  },
];
