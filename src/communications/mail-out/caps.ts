import type { Tx } from '../../platform/database/database.js';

/** So many mails to one address in an hour and in a day, over everything that the house sends. */
interface Cap {
  hour: number;
  day: number;
}

/**
 * Whoever hands in complaints with another's address makes the house write to that person: the cap is what stops it.
 * Words of people have a cap of their own, so that nobody holds up an answer by using up that of the programs.
 */
const CAPS: Record<'automatic' | 'written', Cap> = {
  automatic: { hour: 5, day: 20 },
  written: { hour: 20, day: 60 },
};

/** An address as its mails are counted: `marta+1@` and `Marta@` are one person's. */
export function countedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const name = address.slice(0, at).replace(/(.)\+.*$/, '$1');
  return `${name}${address.slice(at)}`.toLowerCase();
}

/** Whether one more mail is one too many now. Under the lock of the address, this is exact over all processes. */
export async function isCapped(
  tx: Tx,
  address: { countedAs: string; automatic: boolean },
  now: Date,
): Promise<boolean> {
  const { hour, day } = CAPS[address.automatic ? 'automatic' : 'written'];
  const sent = await tx.one<{ lately: number; today: number }>(SENT, [
    address.countedAs,
    address.automatic,
    now,
  ]);
  return (sent?.lately ?? 0) >= hour || (sent?.today ?? 0) >= day;
}

/** Until the end of the transaction nobody else counts, or adds to, the mails of this address. */
export async function lockAddress(tx: Tx, countedAs: string): Promise<void> {
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('mail to ' || $1::text, 0))`, [countedAs]);
}

const SENT = `
  SELECT count(*) FILTER (WHERE d.first_tried_at > $3::timestamptz - interval '1 hour')::int AS lately,
         count(*)::int AS today
  FROM mail_deliveries d
  WHERE d.counted_as = $1 AND d.automatic = $2 AND d.first_tried_at > $3::timestamptz - interval '1 day'`;
