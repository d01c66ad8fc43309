import {
  type OpeningHours,
  type Period,
  type Weekday,
  WEEKDAYS,
  type WeeklyPeriod,
} from '../../../src/kernel/opening-hours.js';

const WORKDAYS = WEEKDAYS.slice(0, 5);

/** `on(WORKDAYS, '09:00-12:00', '13:00-17:00')` */
function on(days: readonly Weekday[], ...spans: string[]): WeeklyPeriod[] {
  return days.flatMap((day) => periods(...spans).map((period) => ({ day, ...period })));
}

function periods(...spans: string[]): Period[] {
  return spans.map((span) => ({ from: span.slice(0, 5), to: span.slice(6) }));
}

function open(zone: string, hours: WeeklyPeriod[], more: Partial<OpeningHours> = {}): OpeningHours {
  return { zone, hours, holidays: [], exceptions: [], moves: [], ...more };
}

export const CALENDARS = {
  /** England, with the bank holidays that the cases meet. 26 December 2026 is a Saturday: the 28th is free. */
  uk: open('Europe/London', on(WORKDAYS, '09:00-17:00'), {
    holidays: [
      ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31'],
      ...['2026-12-25', '2026-12-28', '2027-01-01'],
    ],
  }),
  /** Three and a half hours, lunch, four and a quarter. */
  lunch: open('Europe/Budapest', on(WORKDAYS, '08:30-12:00', '12:45-17:00')),
  /** Hungary in 2026: Friday 21 August is free, and Saturday 8 August works for it. */
  hungary: open(
    'Europe/Budapest',
    [...on(WORKDAYS.slice(0, 4), '08:00-16:30'), ...on(['friday'], '08:00-14:00')],
    {
      holidays: ['2026-05-01', '2026-08-20', '2026-08-21', '2026-10-23', '2026-12-25', '2026-12-26'],
      exceptions: [
        { date: '2026-05-01', periods: periods('10:00-12:00') },
        { date: '2026-06-05', periods: [] },
        { date: '2026-08-08', periods: periods('08:00-16:30') },
        { date: '2026-12-24', periods: periods('08:00-12:00') },
      ],
    },
  ),
  night: open('Europe/Budapest', on(WEEKDAYS, '22:00-00:00', '00:00-06:00')),
  always: open('Europe/Budapest', on(WEEKDAYS, '00:00-00:00')),
  /** Sunday's only hour is the one that clocks leave out in spring and show twice in autumn. */
  smallHour: open('Europe/Budapest', [...on(['sunday'], '02:00-03:00'), ...on(['monday'], '09:00-10:00')]),
  lordHowe: open('Australia/Lord_Howe', on(WEEKDAYS, '01:00-03:00')),
  apia: open('Pacific/Apia', on(WEEKDAYS, '09:00-17:00')),
  saoPaulo: open('America/Sao_Paulo', on(WEEKDAYS, '00:00-02:00')),
  londonToBudapest: open('Europe/London', on(WORKDAYS, '09:00-17:00'), {
    moves: [{ from: '2026-06-01', zone: 'Europe/Budapest', hours: on(WORKDAYS, '08:00-16:00') }],
  }),
  budapestToNewYork: open('Europe/Budapest', on(WORKDAYS, '08:00-16:00'), {
    moves: [{ from: '2026-06-01', zone: 'America/New_York', hours: on(WORKDAYS, '09:00-17:00') }],
  }),
  /** Monday begins in Tokyo at eleven on Sunday morning in New York. */
  newYorkToTokyo: open('America/New_York', on(WEEKDAYS, '09:00-17:00'), {
    moves: [{ from: '2026-06-01', zone: 'Asia/Tokyo', hours: on(WEEKDAYS, '09:00-17:00') }],
  }),
} satisfies Record<string, OpeningHours>;
