import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { BUDAPEST, makeCalendar, wrongs } from './house.js';

const app = useTestApp();

describe('a calendar that cannot be', () => {
  it('is refused with everything that is wrong', async () => {
    const answer = await app.as('ada').post('/v1/calendars', {
      name: ' ',
      zone: 'Europe/Budapesth',
      hours: [
        { day: 'monday', from: '09:00', to: '12:30' },
        { day: 'monday', from: '12:00', to: '17:00' },
        { day: 'tuesday', from: '09:00', to: '24:00' },
        { day: 'wednesday', from: '17:00', to: '09:00' },
        { day: 'someday', from: '09:00', to: '17:00' },
      ],
      holidays: [
        { date: '2026-02-30', name: 'Never' },
        { date: '2026-12-25', name: 'Christmas Day' },
        { date: '2026-12-25', name: 'Christmas Day' },
        { date: '2026-12-26' },
      ],
      exceptions: [
        { date: '2026-12-12', name: 'One', periods: [{ from: '9:00', to: '17:00' }] },
        { date: '2026-12-12', name: 'Two', periods: [{ from: '09:00', to: '09:00' }] },
        'Saturday',
      ],
      moves: [
        { from: '2027-01-01', zone: 'Europe/Sofia', hours: [] },
        { from: '2026-01-01', zone: 'Mars/Base', hours: [{ day: 'monday', from: '10:00', to: '18:00' }] },
      ],
      colour: 'red',
    });
    expectStatus(400, answer);
    expect(wrongs(answer).sort()).toEqual([
      '/colour unknown_property',
      '/exceptions/0/periods/0/from pattern',
      '/exceptions/1/date unique_items',
      '/exceptions/1/periods/0/to min',
      '/exceptions/2 is_object',
      '/holidays/0/date is_date',
      '/holidays/2/date unique_items',
      '/holidays/3/name required',
      '/hours/1 overlaps',
      '/hours/2/to pattern',
      '/hours/3/to min',
      '/hours/4/day is_enum',
      '/moves/0/hours min_length',
      '/moves/1/from min',
      '/moves/1/zone not_found',
      '/name not_blank',
      '/zone not_found',
    ]);
  });

  it('is told in words what is wrong with the hours', async () => {
    const answer = await app.as('ada').post('/v1/calendars', { ...BUDAPEST, zone: 'Mars/Base' });
    expectStatus(400, answer);
    expect(answer.body).toMatchObject({
      errors: [{ pointer: '/zone', detail: 'Mars/Base is no time zone of the IANA list' }],
    });
  });

  it.each<[string, object, string]>([
    ['no open hour', { hours: [] }, '/hours min_length'],
    ['hours of another kind', { hours: 'always' }, '/hours is_array'],
    ['holidays of another kind', { holidays: { date: '2026-12-25' } }, '/holidays is_array'],
    [
      'periods of another kind',
      { exceptions: [{ date: '2026-12-12', name: 'A', periods: 3 }] },
      '/exceptions/0/periods is_array',
    ],
    ['no zone', { zone: null }, '/zone required'],
    ['a zone of another kind', { zone: 1 }, '/zone is_string'],
  ])('is refused with %s', async (_, wrong, expected) => {
    const answer = await app.as('ada').post('/v1/calendars', { ...BUDAPEST, ...wrong });
    expectStatus(400, answer);
    expect(wrongs(answer)).toEqual([expected]);
  });
});

describe('a change to what cannot be', () => {
  it('is refused with everything that is wrong', async () => {
    const { id } = await makeCalendar(app);
    const answer = await app.as('ada').patch(`/v1/calendars/${id}`, 1, {
      zone: null,
      hours: [],
      holidays: [{ date: '2026-04-31', name: 'Never' }],
      moves: [{ from: '2027-01-01', zone: 'Europe/Atlantis', hours: BUDAPEST.hours }],
    });
    expectStatus(400, answer);
    expect(wrongs(answer).sort()).toEqual([
      '/holidays/0/date is_date',
      '/hours min_length',
      '/moves/0/zone not_found',
      '/zone required',
    ]);
  });
});
