import { setImmediate as turn } from 'node:timers/promises';
import { AccessRecords } from '../../../src/audit/access-records/access-records.service.js';
import type { Entry } from '../../../src/audit/entries/entry.js';
import type { EntryType } from '../../../src/audit/entry-catalogue.js';
import { expectStatus } from '../../support/api.js';
import type { TestApp } from '../../support/app.js';

/** Puts on record at once who read and who was refused until now, which the program does by and by. */
export async function recordAccess(app: TestApp): Promise<void> {
  await turn(); // the server may still be busy with the end of the answer that the test has already
  await app.get(AccessRecords).flush(true);
}

/** The records of access to one thing, or of one type, as the auditor finds them, oldest first. */
export async function records<T extends EntryType>(
  app: TestApp,
  filter: { type: T; accessTo?: string; actorId?: string },
): Promise<Entry<T>[]> {
  await recordAccess(app);
  await app.settle();
  const query = new URLSearchParams({ ...filter, limit: '100' });
  const path = `/v1/audit/entries?${query.toString()}`;
  return expectStatus(200, await app.as('otto').get<{ items: Entry<T>[] }>(path)).items;
}

/** The lines of such entries, all together. */
export async function lines(app: TestApp, filter: { accessTo?: string; actorId?: string }) {
  const entries = await records(app, { type: 'personal_data.read', ...filter });
  return entries.flatMap(({ data }) => data.reads ?? []);
}
