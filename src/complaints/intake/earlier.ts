import type { Tx } from '../../platform/database/database.js';
import type { Complaint } from '../complaint.entity.js';
import { digitsOf } from '../merging/same-complainant.js';

/** Whoever complained so often complained often. */
export const MOST_EARLIER = 99;

/** How many complaints of the same customer, or of one who is reached in the same way, were received before. */
export async function countEarlier(tx: Tx, c: Complaint): Promise<number> {
  if (c.customerId === null && c.complainantEmail === null && c.complainantPhone === null) return 0;
  const row = await tx.one<{ count: number }>(EARLIER, [
    c.customerId,
    c.complainantEmail,
    digitsOf(c.complainantPhone),
    c.receivedAt,
    MOST_EARLIER,
  ]);
  return row?.count ?? 0;
}

function some(same: string): string {
  return `(SELECT c.id FROM complaints c WHERE ${same} AND c.received_at <= $4 AND c.erased_at IS NULL LIMIT $5)`;
}

const EARLIER = `
  SELECT count(*)::integer AS count FROM (
    ${[
      some('c.customer_id = $1'),
      some('lower(c.complainant_email) = lower($2)'),
      some(`regexp_replace(c.complainant_phone, '[^0-9]', '', 'g') = $3`),
    ].join(' UNION ')} LIMIT $5) earlier`;
