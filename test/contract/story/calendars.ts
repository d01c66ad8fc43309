import type { Step } from './step.js';

const HOURS = [
  { day: 'monday', from: '09:00', to: '12:30' },
  { day: 'monday', from: '13:00', to: '17:00' },
  { day: 'friday', from: '09:00', to: '15:00' },
];

const FILE = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:works-holiday@house.example',
  'DTSTART;VALUE=DATE:20270802',
  'DTEND;VALUE=DATE:20270807',
  'SUMMARY:Works holiday',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** The opening hours of an office, and of one that is not opened after all. */
export const CALENDARS_STORY: Step[] = [
  {
    operation: 'createCalendar',
    says: 'Ada writes down when the office is open, and that it moves to Sofia.',
    as: 'ada',
    body: {
      name: 'Budapest office',
      zone: 'Europe/Budapest',
      hours: HOURS,
      holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
      exceptions: [
        {
          date: '2026-12-12',
          name: 'Works instead of 24 December',
          periods: [{ from: '09:00', to: '17:00' }],
        },
      ],
      moves: [{ from: '2027-07-01', zone: 'Europe/Sofia', hours: HOURS }],
    },
    keep: 'office',
  },
  {
    operation: 'createCalendar',
    says: 'Periods overlap, a day does not exist, and nobody knows the zone.',
    as: 'ada',
    body: {
      name: 'Night shift',
      zone: 'Europe/Atlantis',
      hours: [...HOURS, { day: 'monday', from: '12:00', to: '14:00' }],
      holidays: [{ date: '2026-02-30', name: 'Carnival' }],
    },
    refused: 'validation_failed',
  },
  {
    operation: 'importHolidays',
    name: 'country',
    says: 'Ada adds the holidays of Hungary, and looks at what came.',
    as: 'ada',
    params: { id: '{office.id}' },
    body: { country: 'HU', fromYear: 2026, toYear: 2026 },
    keep: 'office',
  },
  {
    operation: 'importHolidays',
    name: 'file',
    says: 'Ada adds a holiday of the office itself out of a calendar file.',
    as: 'ada',
    params: { id: '{office.id}' },
    body: { iCalendar: FILE, fromYear: 2027, toYear: 2027 },
    keep: 'office',
  },
  {
    operation: 'updateCalendar',
    says: 'The office closes on the day before Christmas.',
    as: 'ada',
    params: { id: '{office.id}' },
    headers: { 'If-Match': '"{office.version}"' },
    body: { exceptions: [{ date: '2026-12-24', name: 'Day off', periods: [] }] },
  },
  {
    operation: 'getCalendar',
    says: 'Anna reads when the office is open.',
    as: 'anna',
    params: { id: '{office.id}' },
  },
  {
    operation: 'getCalendarVersion',
    says: 'Otto reads when it was open at first.',
    as: 'otto',
    params: { id: '{office.id}', version: '1' },
  },
  {
    operation: 'createCalendar',
    says: 'Ada writes down the hours of an office in Vienna.',
    as: 'ada',
    body: { name: 'Vienna office', zone: 'Europe/Vienna', hours: HOURS },
    keep: 'vienna',
    quiet: true,
  },
  { operation: 'listCalendars', says: 'Sam lists the calendars.', as: 'sam', query: { limit: 1 } },
  {
    operation: 'deleteCalendar',
    says: 'The office in Vienna is not opened after all.',
    as: 'ada',
    params: { id: '{vienna.id}' },
  },
];
