import type { INestApplicationContext } from '@nestjs/common';
import { AccessRecords } from '../../src/audit/access-records/access-records.service.js';
import { Subscriptions } from '../../src/audit/following/subscriptions.js';
import { checkLog } from '../../src/audit/verification/verification.js';
import { compareRows, describe, type Difference } from '../../src/complaints/replay/compare-rows.js';
import { Database } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';

/** Waits until every entry is sealed, had by every subscriber, and every job done, with what that made in turn. */
export async function settle(nest: INestApplicationContext): Promise<void> {
  const jobs = nest.get(Jobs, { strict: false });
  const subscriptions = nest.get(Subscriptions, { strict: false });
  for (let begun = -1, before = -2; begun !== before;) {
    before = await jobs.settled();
    await subscriptions.settled();
    begun = await jobs.settled();
  }
}

/**
 * What a program must leave behind: every entry sealed, each automatic act by the name of its rule or job, nothing that
 * a subscriber choked on, no job that failed, no mail unsent, a log in which nothing is missing, changed or out of
 * order, and rows that say what it says.
 * @throws Error that says what is in disorder
 */
export async function expectOrder(nest: INestApplicationContext): Promise<void> {
  await nest.get(AccessRecords, { strict: false }).flush(true);
  await settle(nest);
  const parked = await nest.get(Subscriptions, { strict: false }).parked();
  const jobs = nest.get(Jobs, { strict: false });
  const failed = [...(await jobs.failing()), ...(await jobs.dead())];
  const database = nest.get(Database, { strict: false });
  const findings = await checkLog(database);
  const differing: Difference[] = [];
  await compareRows(database, (difference) => differing.push(difference));
  const unsent = await database.read<{ id: string }>(UNSENT);
  const nameless = await database.read<{ id: string; type: string }>(NAMELESS);
  const disorder = [
    ...parked.map(
      ({ subscription, lastError }) => `${subscription} choked: ${lastError ?? 'it waits behind another'}`,
    ),
    ...failed.map(({ job, attempts, lastError }) => `${job} failed ${attempts} times: ${lastError ?? ''}`),
    ...unsent.map(({ id }) => `${id} waits to be sent by email`),
    ...nameless.map(({ id, type }) => `${type} ${id} was done by the program, but by which rule or job?`),
    ...differing.map(describe),
    ...findings.map(({ code, entryId, detail }) => `${code} ${entryId ?? ''}: ${detail}`),
  ];
  if (disorder.length > 0) throw new Error(`left in disorder:\n${disorder.join('\n')}`);
}

const UNSENT = `
  SELECT m.id FROM messages m WHERE m.delivery_via = 'email' AND m.delivery_state = 'queued'
  UNION ALL SELECT n.mail_id FROM staff_notices n WHERE n.mail = 'sending'`;

const NAMELESS = `
  SELECT e.id, e.type FROM entries e
  WHERE e.actor_kind = 'system' AND NOT EXISTS (
    SELECT FROM entry_values v WHERE v.entry_id = e.id AND v.pointer = '/actor/name' AND v.value <> '""'::jsonb)`;
