import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type InputError, Refusal } from '../../../../src/kernel/refusal.js';
import { holidaysOfFile } from '../../../../src/standards/calendars/holidays/i-calendar.js';

const OFFICE = readFileSync(join('test/standards/calendars/holidays', 'office.ics'), 'utf8');
const YEARS = { fromYear: 2026, toYear: 2027 };

/** A file with one event, which begins on a day and says more in the lines given. */
function file(start: string, ...lines: string[]): string {
  const event = [
    'BEGIN:VEVENT',
    'UID:one@house.example',
    `DTSTART;VALUE=DATE:${start}`,
    ...lines,
    'END:VEVENT',
  ];
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR', ''].join('\r\n');
}

async function dates(text: string, years = YEARS): Promise<string[]> {
  return (await holidaysOfFile(text, years)).map(({ date }) => date);
}

/** The refusal of a file, as pointer, code and words. */
async function refusal(text: string, years = YEARS): Promise<string> {
  const error: unknown = await holidaysOfFile(text, years).catch((reason: unknown) => reason);
  if (!(error instanceof Refusal)) return 'taken';
  const [first] = error.members.errors as InputError[];
  return `${String(first?.pointer)} ${String(first?.code)} ${String(first?.detail)}`;
}

describe('an iCalendar file of an office', () => {
  it.each(['\n', '\r\n'])('makes a holiday of each whole day, its lines ending in %j', async (end) => {
    expect(await holidaysOfFile(OFFICE.replaceAll('\n', end), YEARS)).toEqual([
      { date: '2026-03-15', name: 'National Day' },
      { date: '2026-01-28', name: 'Stocktaking, the whole house, cellar included' },
      { date: '2027-01-27', name: 'Stocktaking, the whole house, cellar included' },
      ...['03', '04', '05', '06', '07'].map((day) => ({ date: `2026-08-${day}`, name: 'Works holiday' })),
      ...['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'].map((date) => ({
        date,
        name: 'Between the years',
      })),
      { date: '2026-06-12', name: 'Outing' },
      { date: '2027-06-14', name: 'Outing, moved' },
    ]);
  });

  it('is cut at the years that are asked for', async () => {
    expect(await dates(OFFICE, { fromYear: 2027, toYear: 2027 })).toEqual([
      '2027-01-27',
      '2027-01-01',
      '2027-01-02',
      '2027-06-14',
    ]);
  });
});

describe('an event', () => {
  it('has its day without an end, and when it ends as it begins', async () => {
    expect(await dates(file('20260101'))).toEqual(['2026-01-01']);
    expect(await dates(file('20260101', 'DTEND;VALUE=DATE:20260101'))).toEqual(['2026-01-01']);
  });

  it('without a name that can be read is a holiday all the same', async () => {
    expect(await holidaysOfFile(file('20260101', 'SUMMARY: '), YEARS)).toEqual([
      { date: '2026-01-01', name: 'Holiday' },
    ]);
    const long = await holidaysOfFile(file('20260101', `SUMMARY:${'ő'.repeat(300)}`), YEARS);
    expect(long).toEqual([{ date: '2026-01-01', name: 'ő'.repeat(200) }]);
  });

  it.each<[string, string, string[]]>([
    ['on the last Monday of May', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', ['2026-05-25', '2027-05-31']],
    ['on the fourth Thursday of November', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', ['2026-11-26', '2027-11-25']],
    [
      'as Outlook writes the first Monday',
      'FREQ=YEARLY;BYDAY=MO;BYMONTH=9;BYSETPOS=1',
      ['2026-09-07', '2027-09-06'],
    ],
    ['every second year', 'FREQ=YEARLY;INTERVAL=2', ['2026-01-01']],
    ['until a time that passed', 'FREQ=YEARLY;UNTIL=20260601T000000Z', ['2026-01-01']],
    ['on the 100th day', 'FREQ=YEARLY;BYYEARDAY=100', ['2026-04-10', '2027-04-10']],
  ])('can return %s', async (_, rule, expected) => {
    expect(await dates(file('20240101', `RRULE:${rule}`))).toEqual(expected);
  });

  it('on 29 February is only in leap years, and on 30 February never', async () => {
    const years = { fromYear: 2024, toYear: 2029 };
    expect(await dates(file('20240229', 'RRULE:FREQ=YEARLY'), years)).toEqual(['2024-02-29', '2028-02-29']);
    expect(await dates(file('20240101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), years)).toEqual([]);
  });
});

describe('a file is refused', () => {
  it.each([
    ['of no iCalendar', 'Dear Sir or Madam'],
    ['of a contact', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Marta\r\nEND:VCARD'],
    ['without anything', ' '],
    ['that breaks off', OFFICE.slice(0, 900)],
    ['with a date that is none', file('20261399')],
    ['with a date of letters', file('next week')],
    ['with an end that is none', file('20260401', 'DTEND;VALUE=DATE:20260431')],
  ])('%s', async (_, text) => {
    expect(await refusal(text)).toMatch(/^\/iCalendar pattern is not iCalendar: ./);
  });

  it.each([
    'COUNT=3',
    'FREQ=SECONDLY',
    'FREQ=HOURLY;BYHOUR=5',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=DAILY;INTERVAL=1000000000',
    'FREQ=MONTHLY;INTERVAL=48;BYDAY=5MO',
    'FREQ=WEEKLY;BYMONTH=2',
    'FREQ=YEARLY;BYDAY=MO;BYSETPOS=1',
    'FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO',
    'FREQ=YEARLY;INTERVAL=99999999',
  ])('that repeats by %s', async (rule) => {
    expect(await refusal(file('20250201', `RRULE:${rule}`))).toMatch(
      /^\/iCalendar not_applicable repeats by a rule/,
    );
  });

  it('that makes too many days', async () => {
    const years = { fromYear: 2026, toYear: 2075 };
    expect(await refusal(file('20260101', 'RRULE:FREQ=DAILY'), years)).toMatch(/^\/iCalendar max /);
    expect(await refusal(file('20260101', 'DTEND;VALUE=DATE:99991231'), years)).toMatch(/^\/iCalendar max /);
    expect(await refusal(file('18000101', 'RRULE:FREQ=WEEKLY'), years)).toMatch(/^\/iCalendar max /);
    expect(await refusal(file('00010101', 'RRULE:FREQ=YEARLY'), years)).toMatch(/^\/iCalendar min /);
  });
});

describe('a rule that no day fits', () => {
  it.each([
    'FREQ=YEARLY;BYMONTH=1;BYDAY=3MO;BYSETPOS=2',
    'FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=4;BYDAY=MO',
    'FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=1MO',
    'FREQ=MONTHLY;BYDAY=5MO;INTERVAL=11',
    'FREQ=YEARLY;BYYEARDAY=366',
  ])('comes to an end: %s', async (rule) => {
    expect(await refusal(file('20260201', `RRULE:${rule}`))).toMatch(/^(taken|\/iCalendar pattern .*)$/);
  });
});
