import type { Query } from '../query.js';

/** What is to be erased. */
export interface Erasable {
  complaintIds: readonly string[];
  customerIds: readonly string[];
}

/**
 * The holds in force that keep any of these from being erased, oldest first. A hold on a customer keeps the record,
 * those merged with it, and the complaints of all of them; a hold on a complaint keeps whatever was merged with it, and
 * the record of its customer. Asked inside of a write, customers and complaints have to be locked before: a hold locks
 * what it is set on.
 * @param now by the program's clock
 */
export async function heldBy(
  query: Query,
  now: Date,
  { complaintIds, customerIds }: Erasable,
): Promise<string[]> {
  const rows = await query<{ id: string }>(HELD_BY, [complaintIds, customerIds, now]);
  return rows.map(({ id }) => id);
}

/** Every record of the same customers as these: a merged one is one step from the one that goes on. */
const recordsOf = (ids: string) => `
  SELECT r.id FROM customers n
  JOIN customers r ON r.id = coalesce(n.merged_into_id, n.id) OR r.merged_into_id = coalesce(n.merged_into_id, n.id)
  WHERE n.id IN (${ids})`;

/** `family` is everything that is the same complaint, over any number of steps. */
const HELD_BY = `
  WITH RECURSIVE family (id, customer_id, merged_into_id) AS (
    SELECT c.id, c.customer_id, c.merged_into_id FROM complaints c WHERE c.id = ANY ($1::uuid[])
    UNION
    SELECT o.id, o.customer_id, o.merged_into_id FROM family f
    JOIN complaints o ON o.id = f.merged_into_id OR o.merged_into_id = f.id)
  SELECT h.id FROM legal_holds h
  WHERE h.released_at IS NULL AND (h.until IS NULL OR h.until > $3)
    AND (h.complaint_id IN (SELECT f.id FROM family f)
      OR h.customer_id IN (${recordsOf('SELECT f.customer_id FROM family f')})
      OR h.customer_id IN (${recordsOf('SELECT unnest($2::uuid[])')})
      OR h.complaint_id IN (
        SELECT c.id FROM complaints c WHERE c.customer_id IN (${recordsOf('SELECT unnest($2::uuid[])')})))
  ORDER BY h.id`;
