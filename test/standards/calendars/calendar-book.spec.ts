import { describe, expect, it } from '@jest/globals';
import { CalendarBook } from '../../../src/standards/calendars/calendar-book.js';
import { Clock } from '../../../src/kernel/clock.js';
import { Refusal } from '../../../src/kernel/refusal.js';
import { expectStatus } from '../../support/api.js';
import { useTestApp } from '../../support/app.js';
import { BUDAPEST, makeCalendar } from './house.js';

const app = useTestApp();
const NOBODY = '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071';

/** The book of another process: it hears of no change. */
function anotherBook(clock = new Clock()): CalendarBook {
  return new CalendarBook(app.database, clock);
}

describe('the book of calendars', () => {
  it('counts by the calendar as it is', async () => {
    const { id } = await makeCalendar(app);
    const { name, version, hours, arithmetic } = await anotherBook().current(id);
    expect({ name, version }).toEqual({ name: BUDAPEST.name, version: 1 });
    expect(hours.holidays).toEqual(['2026-12-25']);
    expect(arithmetic.isOpen(new Date('2026-11-23T10:00:00Z'))).toBe(true);
    expect(arithmetic.isOpen(new Date('2026-11-23T11:45:00Z'))).toBe(false);
  });

  it('is told at once of a change in its process', async () => {
    const { id } = await makeCalendar(app);
    const book = app.get(CalendarBook);
    expect((await book.current(id)).version).toBe(1);
    expectStatus(200, await app.as('ada').patch(`/v1/calendars/${id}`, 1, { name: 'Pest' }));
    expect(await book.current(id)).toMatchObject({ version: 2, name: 'Pest' });
    expectStatus(204, await app.as('ada').delete(`/v1/calendars/${id}`));
    await expect(book.current(id)).rejects.toThrow(Refusal);
  });

  it('learns within a second of a change elsewhere, and keeps what was', async () => {
    const { id } = await makeCalendar(app);
    const clock = new Clock();
    const book = anotherBook(clock);
    const before = await book.current(id);
    expectStatus(200, await app.as('ada').patch(`/v1/calendars/${id}`, 1, { zone: 'Europe/Vienna' }));
    clock.advance(1000);
    expect((await book.current(id)).hours.zone).toBe('Europe/Vienna');
    expect(await book.at(id, 1)).toBe(before);
  });

  it('knows nothing of what is not there, and asks again', async () => {
    const book = anotherBook();
    await expect(book.current(NOBODY)).rejects.toThrow(Refusal);
    await expect(book.at(NOBODY, 1)).rejects.toThrow(Refusal);
    const { id } = await makeCalendar(app);
    await expect(book.at(id, 2)).rejects.toThrow(Refusal);
    expectStatus(200, await app.as('ada').patch(`/v1/calendars/${id}`, 1, { name: 'Pest' }));
    expect((await book.at(id, 2)).name).toBe('Pest');
  });
});
