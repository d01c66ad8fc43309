import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { makeCalendar, type Shown, wrongs } from './house.js';

const app = useTestApp();
const OFFICE = readFileSync(join('test/standards/calendars/holidays', 'office.ics'), 'utf8');
const YEARS = { fromYear: 2026, toYear: 2026 };
const NOBODY = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

function importInto(id: string, body: object, headers?: Record<string, string>) {
  return app.as('ada').post<Shown>(`/v1/calendars/${id}/actions/import-holidays`, body, headers);
}

describe('an import', () => {
  it('adds the holidays of a country, and leaves what is there', async () => {
    const { id } = await makeCalendar(app, {
      holidays: [
        { date: '2026-12-25', name: 'Our Christmas' },
        { date: '2026-08-20', name: 'Ours' },
      ],
      exceptions: [
        { date: '2026-10-23', name: 'Open until noon', periods: [{ from: '09:00', to: '12:00' }] },
      ],
    });
    const answer = await importInto(id, { country: 'HU', ...YEARS });
    const { holidays, version } = expectStatus(200, answer);
    expect(version).toBe(2);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(holidays).toHaveLength(12);
    const dates = holidays.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
    expect(dates).not.toContain('2026-10-23');
    expect(holidays).toContainEqual({ date: '2026-12-25', name: 'Our Christmas' });
    expect(holidays).toContainEqual({ date: '2026-05-01', name: 'Labour Day' });
  });

  it('a second time adds nothing and raises no version', async () => {
    const { id } = await makeCalendar(app);
    const first = expectStatus(200, await importInto(id, { country: 'DE', region: 'BY', ...YEARS }));
    expect(expectStatus(200, await importInto(id, { country: 'DE', region: 'BY', ...YEARS }))).toEqual(first);
  });

  it('adds what an iCalendar file holds', async () => {
    const { id } = await makeCalendar(app);
    const { holidays } = expectStatus(200, await importInto(id, { iCalendar: OFFICE, ...YEARS }));
    expect(holidays).toContainEqual({ date: '2026-08-07', name: 'Works holiday' });
    expect(holidays.map(({ date }) => date)).toContain('2026-03-15');
  });

  it('sent again under its key is done once, and compares the version', async () => {
    const { id } = await makeCalendar(app);
    const body = { country: 'GB', region: 'ENG', ...YEARS };
    expectStatus(412, await importInto(id, body, { 'If-Match': '"7"' }));
    const key = { 'Idempotency-Key': 'holidays-of-england' };
    const first = expectStatus(200, await importInto(id, body, key));
    const second = await importInto(id, body, key);
    expect(expectStatus(200, second)).toEqual(first);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('into nothing is 404', async () => {
    expectStatus(404, await importInto(NOBODY, { country: 'HU', ...YEARS }));
  });

  it('of more than a calendar holds is refused', async () => {
    const { id } = await makeCalendar(app);
    const line = 'BEGIN:VEVENT\nUID:a\nDTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY\nEND:VEVENT';
    const iCalendar = `BEGIN:VCALENDAR\n${line}\nEND:VCALENDAR`;
    const answer = await importInto(id, { iCalendar, fromYear: 2026, toYear: 2075 });
    expectStatus(400, answer);
    expect(wrongs(answer)).toEqual(['/toYear max_items']);
  });

  it.each<[string, object, string[]]>([
    ['no source', YEARS, ['/country required']],
    ['two sources', { country: 'HU', iCalendar: OFFICE, ...YEARS }, ['/country not_applicable']],
    ['a region without a country', { iCalendar: OFFICE, region: 'BY', ...YEARS }, ['/region not_applicable']],
    ['a country that nobody knows', { country: 'XX', ...YEARS }, ['/country not_found']],
    ['a country in small letters', { country: 'hu', ...YEARS }, ['/country pattern']],
    ['a region that nobody knows', { country: 'DE', region: 'QQ', ...YEARS }, ['/region not_found']],
    ['years that go back', { country: 'HU', fromYear: 2027, toYear: 2026 }, ['/toYear min']],
    ['too many years', { country: 'HU', fromYear: 2026, toYear: 2076 }, ['/toYear max']],
    ['no years', { country: 'HU' }, ['/fromYear required', '/toYear required']],
    ['a file that is none', { iCalendar: 'Closed on Mondays', ...YEARS }, ['/iCalendar pattern']],
  ])('with %s is refused', async (_, body, expected) => {
    const { id } = await makeCalendar(app);
    const answer = await importInto(id, body);
    expectStatus(400, answer);
    expect(wrongs(answer)).toEqual(expected);
  });
});
