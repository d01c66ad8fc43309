import type { Tx } from '../../../platform/database/database.js';

/** So many mails of one sender become complaints. */
const COMPLAINTS = { hour: 5, day: 20 };
/** So many words of one sender are taken into complaints in an hour. */
const REPLIES = 30;

/** What came from a sender lately. */
export interface SentLately {
  complaintsInHour: number;
  complaintsInDay: number;
  repliesInHour: number;
}

/**
 * What came from a sender lately. Until the end of the transaction nobody else counts, or adds to, the mails of this
 * sender.
 */
export async function sentLately(tx: Tx, countedAs: string | null, now: Date): Promise<SentLately> {
  const none = { complaintsInHour: 0, complaintsInDay: 0, repliesInHour: 0 };
  if (countedAs === null) return none;
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('mail from ' || $1::text, 0))`, [countedAs]);
  return (await tx.one<SentLately>(LATELY, [countedAs, now])) ?? none;
}

/** Whether one more mail that becomes this is one too many. */
export function isTooMuch(decision: 'reply' | 'complaint', lately: SentLately): boolean {
  if (decision === 'reply') return lately.repliesInHour >= REPLIES;
  return lately.complaintsInHour >= COMPLAINTS.hour || lately.complaintsInDay >= COMPLAINTS.day;
}

const LATELY = `
  SELECT count(*) FILTER (WHERE i.decision <> 'reply' AND i.created_at > $2::timestamptz - interval '1 hour')::int
      AS complaints_in_hour,
    count(*) FILTER (WHERE i.decision <> 'reply')::int AS complaints_in_day,
    count(*) FILTER (WHERE i.decision = 'reply' AND i.created_at > $2::timestamptz - interval '1 hour')::int
      AS replies_in_hour
  FROM inbound_mails i
  WHERE i.counted_as = $1 AND i.decision IN ('new', 'suggestion', 'reply')
    AND i.created_at > $2::timestamptz - interval '1 day'`;
