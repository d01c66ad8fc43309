import type { Chapter } from '../hand-checked.js';

export const HOURS: Chapter[] = [
  {
    name: 'open time passes while it is open',
    by: 'uk',
    cases: [
      [
        '2026-09-07T09:00+01:00',
        'PT8H',
        '2026-09-07T17:00+01:00',
        'used up at the close, it ends at the close',
      ],
      ['2026-09-07T08:00+01:00', 'PT8H', '2026-09-07T17:00+01:00', 'before the opening nothing passes'],
      ['2026-09-07T09:01+01:00', 'PT8H', '2026-09-08T09:01+01:00', 'a minute is left for Tuesday'],
      ['2026-09-07T16:00+01:00', 'PT90M', '2026-09-08T09:30+01:00', 'half an hour is left for Tuesday'],
      ['2026-09-04T16:00+01:00', 'PT2H', '2026-09-07T10:00+01:00', 'one hour on Friday, one on Monday'],
      ['2026-09-04T18:30+01:00', 'PT1H', '2026-09-07T10:00+01:00', 'Friday evening: it begins on Monday'],
      ['2026-09-04T17:00+01:00', 'PT1M', '2026-09-07T09:01+01:00', 'at the close nothing is left of Friday'],
      ['2026-09-07T09:00+01:00', 'PT40H', '2026-09-11T17:00+01:00', 'five whole days'],
      ['2026-12-24T16:00Z', 'PT2H', '2026-12-29T10:00Z', 'Christmas, weekend, bank holiday between'],
      ['2026-12-31T16:30Z', 'PT1H', '2027-01-04T09:30Z', 'New Year and a weekend between'],
      ['2026-10-23T16:00+01:00', 'PT2H', '2026-10-26T10:00Z', 'the clocks went back on Sunday'],
      ['2026-03-27T16:00Z', 'PT9H', '2026-03-30T17:00+01:00', 'the clocks went forward on Sunday'],
    ],
  },
  {
    name: 'several periods a day (Chatwoot 14009)',
    by: 'lunch',
    cases: [
      ['2026-09-07T11:30+02:00', 'PT1H', '2026-09-07T13:15+02:00', 'half an hour on each side of lunch'],
      ['2026-09-07T12:10+02:00', 'PT1H', '2026-09-07T13:45+02:00', 'in the middle of lunch: from 12:45'],
      ['2026-09-07T08:30+02:00', 'PT7H45M', '2026-09-07T17:00+02:00', 'the whole day, to the close'],
      ['2026-09-07T08:30+02:00', 'PT8H', '2026-09-08T08:45+02:00', 'a quarter is left for Tuesday'],
      [
        '2026-09-04T16:30+02:00',
        'PT4H30M',
        '2026-09-07T13:15+02:00',
        '0:30 on Friday, 3:30 and 0:30 on Monday',
      ],
    ],
  },
  {
    name: 'lunch is no opening and no close of the day (frappe 2212)',
    by: 'lunch',
    cases: [
      ['2026-09-07T08:30+02:00', 'PT3H30M', '2026-09-07T12:00+02:00', 'used up when lunch begins'],
      ['2026-09-07T08:30+02:00', 'PT3H31M', '2026-09-07T12:46+02:00', 'a minute is left after lunch'],
      ['2026-09-07T12:00+02:00', 'PT1M', '2026-09-07T12:46+02:00', 'at noon nothing is left of the morning'],
      ['2026-09-07T10:00+02:00', 'P1D', '2026-09-08T17:00+02:00', 'Tuesday closes in the evening'],
      ['2026-09-07T12:30+02:00', 'P0D', '2026-09-07T17:00+02:00', 'at lunch Monday is not over'],
    ],
  },
  {
    name: 'holidays (osTicket 4969)',
    by: 'hungary',
    cases: [
      ['2026-08-19T16:00+02:00', 'PT1H', '2026-08-24T08:30+02:00', 'Thu 20 and Fri 21 are free: Mon 24'],
      ['2026-08-19T10:00+02:00', 'P1D', '2026-08-24T16:30+02:00', 'the next business day is Mon 24'],
      ['2026-10-23T10:00+02:00', 'PT1H', '2026-10-26T09:00+01:00', 'from Friday, free, to Monday in winter'],
      ['2026-10-22T10:00+02:00', 'P1D', '2026-10-26T16:30+01:00', 'Friday is free, and then it is winter'],
      ['2026-12-24T11:00+01:00', 'PT2H', '2026-12-28T09:00+01:00', 'noon closes the 24th: Mon 28'],
    ],
  },
  {
    name: 'days with hours of their own',
    by: 'hungary',
    cases: [
      ['2026-08-07T10:00+02:00', 'P1D', '2026-08-08T16:30+02:00', 'a Saturday that works is a business day'],
      ['2026-08-07T13:00+02:00', 'PT2H', '2026-08-08T09:00+02:00', 'Friday until two, Saturday from eight'],
      ['2026-08-06T10:00+02:00', 'P3D', '2026-08-10T16:30+02:00', 'Fri 7, Sat 8, Mon 10'],
      ['2026-08-15T10:00+02:00', 'PT1H', '2026-08-17T09:00+02:00', 'the Saturday after is free again'],
      ['2026-12-23T10:00+01:00', 'P1D', '2026-12-24T12:00+01:00', 'Christmas Eve closes at noon'],
      ['2026-09-10T16:00+02:00', 'PT7H', '2026-09-14T08:30+02:00', '0:30 on Thursday, 6:00 on Friday, 0:30'],
      ['2026-05-01T08:00+02:00', 'PT2H', '2026-05-01T12:00+02:00', 'hours of a date win over its holiday'],
      ['2026-06-04T16:00+02:00', 'PT1H', '2026-06-08T08:30+02:00', 'a date without hours is a day off'],
      ['2026-06-04T16:00+02:00', 'P1D', '2026-06-08T16:30+02:00', 'and no business day'],
    ],
  },
];
