import type { INestApplicationContext } from '@nestjs/common';
import { Subscriptions } from '../../src/audit/following/subscriptions.js';
import { checkLog } from '../../src/audit/verification/verification.js';
import { Database } from '../../src/platform/database/database.js';

/** Waits until every entry is sealed and every subscriber has had it, with what that made in turn. */
export async function settle(nest: INestApplicationContext): Promise<void> {
  await nest.get(Subscriptions, { strict: false }).settled();
}

/**
 * What a program must leave behind: every entry sealed, nothing that a subscriber choked on, and a log in which nothing
 * is missing, changed or out of order.
 * @throws Error that says what is in disorder
 */
export async function expectOrder(nest: INestApplicationContext): Promise<void> {
  await settle(nest);
  const parked = await nest.get(Subscriptions, { strict: false }).parked();
  const findings = await checkLog(nest.get(Database, { strict: false }));
  const disorder = [
    ...parked.map(
      ({ subscription, lastError }) => `${subscription} choked: ${lastError ?? 'it waits behind another'}`,
    ),
    ...findings.map(({ code, entryId, detail }) => `${code} ${entryId ?? ''}: ${detail}`),
  ];
  if (disorder.length > 0) throw new Error(`left in disorder:\n${disorder.join('\n')}`);
}
