import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';

/** A calendar as the API shows it. */
export interface Shown {
  id: string;
  name: string;
  zone: string;
  hours: object[];
  holidays: { date: string; name: string }[];
  exceptions: object[];
  moves: object[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** A whole calendar: a noon break, a holiday, a Saturday that works, and a move to Sofia. */
export const BUDAPEST = {
  name: 'Budapest office',
  zone: 'Europe/Budapest',
  hours: [
    { day: 'monday', from: '09:00', to: '12:30' },
    { day: 'monday', from: '13:00', to: '17:00' },
    { day: 'friday', from: '09:00', to: '00:00' },
  ],
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
  exceptions: [
    { date: '2026-12-12', name: 'Works instead of 24 December', periods: [{ from: '09:00', to: '17:00' }] },
    { date: '2026-12-24', name: 'Day off', periods: [] },
  ],
  moves: [
    { from: '2027-01-01', zone: 'Europe/Sofia', hours: [{ day: 'monday', from: '10:00', to: '18:00' }] },
  ],
};

export async function makeCalendar(app: TestApp, said: object = {}): Promise<Shown> {
  return expectStatus(201, await app.as('ada').post<Shown>('/v1/calendars', { ...BUDAPEST, ...said }));
}

/** What is wrong, as pointer and code, in the order of the answer. */
export function wrongs({ body }: { body: unknown }): string[] {
  const { errors } = body as { errors: { pointer: string; code: string }[] };
  return errors.map(({ pointer, code }) => `${pointer} ${code}`);
}
