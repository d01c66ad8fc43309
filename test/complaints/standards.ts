import type { OpeningHours } from '../../src/kernel/opening-hours.js';
import { expectStatus } from '../support/api.js';
import type { TestApp } from '../support/app.js';

/** Standards and calendars for tests of what complaints do with them. */

export interface StandardShown {
  id: string;
  version: number;
  promises: object[];
}

const FIVE = {
  acknowledge: 'PT24H',
  establish_facts: 'P5D',
  name_owner: 'P1D',
  update: 'P7D',
  resolve: 'P28D',
};

export type Targets = Partial<Record<keyof typeof FIVE, string>>;

/** The five promises of a standard: as in the built-in one, but for these. */
export function five(targets: Targets = {}, time: 'elapsed' | 'business' = 'elapsed', more: object = {}) {
  return Object.entries(FIVE).map(([kind, usual]) => {
    const target = targets[kind as keyof typeof FIVE];
    const counted = target ? time : 'elapsed';
    const pausable = kind !== 'acknowledge';
    return {
      kind,
      target: target ?? usual,
      time: counted,
      warnAtPercent: 80,
      pausable,
      legal: false,
      ...more,
    };
  });
}

let rank = 0;

export async function standard(app: TestApp, body: object): Promise<StandardShown> {
  rank += 1;
  const whole = { name: `Standard ${String(rank)}`, rank, promises: five(), ...body };
  return expectStatus(201, await app.as('ada').post<StandardShown>('/v1/standards', whole));
}

export async function changed(
  app: TestApp,
  { id, version }: StandardShown,
  body: object,
): Promise<StandardShown> {
  return expectStatus(200, await app.as('ada').patch<StandardShown>(`/v1/standards/${id}`, version, body));
}

/** No longer asked, so that the next test begins with the built-in one. */
export async function retired(app: TestApp, shown: StandardShown): Promise<void> {
  await changed(app, shown, { active: false });
}

export interface CalendarShown {
  id: string;
  version: number;
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

/** Monday to Friday in Budapest, from nine to five with an hour for lunch. */
export const OFFICE: Pick<OpeningHours, 'zone' | 'hours'> = {
  zone: 'Europe/Budapest',
  hours: DAYS.flatMap((day) => [
    { day, from: '09:00', to: '12:00' },
    { day, from: '13:00', to: '17:00' },
  ]),
};

export async function calendar(app: TestApp, body: object = {}): Promise<CalendarShown> {
  rank += 1;
  const whole = { name: `Office ${String(rank)}`, ...OFFICE, ...body };
  return expectStatus(201, await app.as('ada').post<CalendarShown>('/v1/calendars', whole));
}
