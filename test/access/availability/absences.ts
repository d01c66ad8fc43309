import { AbsenceClock } from '../../../src/access/availability/absence-clock.js';
import { type Answer, expectStatus } from '../../support/api.js';
import type { Span, TestApp } from '../../support/app.js';
import type { CastName } from '../../support/cast.js';
import type { Absence, List, LogEntry, Problem } from '../../support/resources.js';

/** What tests say of who is away. */

/** Tries to announce one from now on, until further notice, unless something else is said. */
export async function announce(
  app: TestApp,
  userId: string,
  standInId: string,
  said: object = {},
  by: CastName = 'sam',
): Promise<Answer<Absence & Problem>> {
  const body = { from: app.now().toISOString(), standInId, ...said };
  return app.as(by).post<Absence & Problem>(`/v1/users/${userId}/absences`, body);
}

/** Is away from now on, with everything that follows. */
export async function away(app: TestApp, userId: string, standInId: string, said = {}): Promise<Absence> {
  const absence = expectStatus(201, await announce(app, userId, standInId, said));
  await app.settle();
  return absence;
}

export function pathOf({ id, user }: Absence): string {
  return `/v1/users/${user.id}/absences/${id}`;
}

/** Tries to change one, by Sam. */
export function change(
  app: TestApp,
  absence: Absence,
  body: object,
  version = absence.version,
): Promise<Answer<Absence & Problem>> {
  return app.as('sam').patch<Absence & Problem>(pathOf(absence), version, body);
}

/** What the log says of one. */
export async function entriesOf(app: TestApp, { id, createdAt }: Absence): Promise<LogEntry[]> {
  await app.settle();
  const path = `/v1/audit/entries?from=${createdAt}&limit=100`;
  const { items } = expectStatus(200, await app.as('otto').get<List<LogEntry>>(path));
  return items.filter(({ subject }) => subject.id === id);
}

export async function back(app: TestApp, absence: Absence): Promise<Absence> {
  const over = expectStatus(200, await app.as('sam').post<Absence>(`${pathOf(absence)}/actions/end`));
  await app.settle();
  return over;
}

/** Everybody is back, so that the next test finds the house complete. */
export async function allBack(app: TestApp): Promise<void> {
  const path = '/v1/absences?state=planned,running&limit=100';
  const { items } = expectStatus(200, await app.as('sam').get<List<Absence>>(path));
  for (const one of items) await back(app, one);
}

/** Time goes by, and absences begin and end. */
export async function later(app: TestApp, span: Span): Promise<void> {
  app.advance(span);
  await app.get(AbsenceClock).turn();
  await app.settle();
}
