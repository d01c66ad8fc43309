import type { Change } from '../../audit/ledger.service.js';
import { job } from '../../platform/jobs/job.js';
import type { Jobs } from '../../platform/jobs/jobs.js';
import type { Particulars } from './customer-changes.js';

/** The time of something that is known of a customer is over. */
export const LAPSE = job<{ customerId: string }>('lapse-customer');

/** Sees to it that what ends by itself does. Asked too often it does no harm. */
export async function expectEnds(jobs: Jobs, c: Change, id: string, next: Particulars): Promise<void> {
  const { vulnerability, tierUntil } = next;
  const ends = [...(vulnerability ? [new Date(vulnerability.until)] : []), ...(tierUntil ? [tierUntil] : [])];
  for (const startAfter of ends) await jobs.enqueue(c.tx, LAPSE, { customerId: id }, { startAfter });
}

/** What is left when the time of the rest is over. */
export function lapsed(now: Particulars, at: Date): Particulars {
  const over = (end: Date | null) => end !== null && end <= at;
  const { vulnerability, tierUntil } = now;
  return {
    ...now,
    vulnerability: vulnerability && over(new Date(vulnerability.until)) ? null : vulnerability,
    ...(over(tierUntil) && { tier: null, tierBy: null, tierUntil: null }),
  };
}
