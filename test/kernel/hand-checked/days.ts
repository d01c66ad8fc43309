import type { Chapter } from '../hand-checked.js';

/** September 2026 begins on a Tuesday, December on a Tuesday, 2027 on a Friday. */
export const DAYS: Chapter[] = [
  {
    name: 'business days after the day of receipt end at the close of the last',
    by: 'uk',
    cases: [
      ['2026-09-04T18:30+01:00', 'P3D', '2026-09-09T17:00+01:00', 'Friday evening: Mon, Tue, Wed'],
      ['2026-09-04T09:00+01:00', 'P3D', '2026-09-09T17:00+01:00', 'Friday morning is Friday too'],
      ['2026-09-05T10:00+01:00', 'P3D', '2026-09-09T17:00+01:00', 'Saturday, closed, is day 0'],
      ['2026-09-06T23:59+01:00', 'P3D', '2026-09-09T17:00+01:00', 'the last minute of Sunday'],
      [
        '2026-09-07T00:00+01:00',
        'P3D',
        '2026-09-10T17:00+01:00',
        'the first minute of Monday: Tue, Wed, Thu',
      ],
      ['2026-09-07T23:30Z', 'P1D', '2026-09-09T17:00+01:00', 'in London it is Tuesday already'],
      ['2026-08-28T16:00+01:00', 'P3D', '2026-09-03T17:00+01:00', 'before a bank holiday: Tue, Wed, Thu'],
      ['2026-08-31T10:00+01:00', 'P3D', '2026-09-03T17:00+01:00', 'on the bank holiday: Tue, Wed, Thu'],
      ['2026-12-24T16:59Z', 'P3D', '2026-12-31T17:00Z', 'before Christmas: Tue 29, Wed 30, Thu 31'],
      ['2026-12-24T17:01Z', 'P3D', '2026-12-31T17:00Z', 'and after hours the same'],
      ['2026-12-29T12:00Z', 'P3D', '2027-01-04T17:00Z', 'over New Year: Wed 30, Thu 31, Mon 4'],
      ['2026-12-31T23:30Z', 'P1D', '2027-01-04T17:00Z', 'Friday is New Year: Mon 4'],
      ['2026-04-02T12:00+01:00', 'P1D', '2026-04-07T17:00+01:00', 'Good Friday and Easter Monday are free'],
      ['2026-05-20T10:00+01:00', 'P8D', '2026-06-02T17:00+01:00', 'Mon 25 is free: 21-22, 26-29, 1-2'],
      ['2026-10-23T12:00+01:00', 'P2D', '2026-10-27T17:00Z', 'five is five on the wall of winter'],
      ['2026-03-27T12:00Z', 'P1D', '2026-03-30T17:00+01:00', 'five is five on the wall of summer'],
      ['2026-12-01T15:00Z', 'P40D', '2027-01-29T17:00Z', 'forty are eight weeks and three holidays'],
    ],
  },
  {
    name: 'no business day after is the close of the day itself',
    by: 'uk',
    cases: [
      ['2026-09-07T10:00+01:00', 'P0D', '2026-09-07T17:00+01:00', 'on Monday, Monday'],
      ['2026-09-07T06:00+01:00', 'P0D', '2026-09-07T17:00+01:00', 'before it opens too'],
      ['2026-09-07T17:00+01:00', 'P0D', '2026-09-07T17:00+01:00', 'at the close it is not past'],
      ['2026-09-07T17:01+01:00', 'P0D', '2026-09-08T17:00+01:00', 'a minute later it is'],
      ['2026-09-05T10:00+01:00', 'P0D', '2026-09-07T17:00+01:00', 'Saturday is none: Monday'],
    ],
  },
  {
    name: 'days come first, then open time',
    by: 'uk',
    cases: [
      ['2026-09-04T10:00+01:00', 'P1DT4H', '2026-09-08T13:00+01:00', 'the close of Monday, then Tue 9 to 1'],
      ['2026-09-04T10:00+01:00', 'P0DT4H', '2026-09-04T14:00+01:00', 'no days before them: at once'],
    ],
  },
  {
    name: 'an office that moves',
    by: 'londonToBudapest',
    cases: [
      ['2026-05-29T12:00+01:00', 'P1D', '2026-06-01T16:00+02:00', 'Monday closes in Budapest'],
      ['2026-05-29T16:00+01:00', 'PT2H', '2026-06-01T09:00+02:00', 'an hour in London, one in Budapest'],
      ['2026-06-01T07:30+02:00', 'PT8H', '2026-06-01T16:00+02:00', 'the hours of the new place'],
    ],
  },
  {
    name: 'an office that moves to the west',
    by: 'budapestToNewYork',
    cases: [
      ['2026-05-29T15:00+02:00', 'PT2H', '2026-06-01T10:00-04:00', 'an hour in Budapest, one in New York'],
      ['2026-06-01T05:00+02:00', 'P1D', '2026-06-02T17:00-04:00', 'an hour before the move it is Monday'],
      ['2026-06-01T07:00+02:00', 'P0D', '2026-06-01T17:00-04:00', 'the same Monday closes in New York'],
    ],
  },
  {
    name: 'an office that moves to the east',
    by: 'newYorkToTokyo',
    cases: [
      ['2026-05-31T09:00-04:00', 'PT3H', '2026-06-01T10:00+09:00', 'two hours, then Tokyo has its Monday'],
      ['2026-05-31T10:00-04:00', 'P0D', '2026-05-31T11:00-04:00', 'Sunday ends with the move'],
    ],
  },
];
