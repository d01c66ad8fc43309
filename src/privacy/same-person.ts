import type { Query } from './query.js';

/** Whom something is about: a customer with all complaints, or a complaint alone. */
export interface Named {
  customerId: string | null;
  complaintId: string | null;
}

/** All that belongs to one person, as far as the records say. */
export interface Person {
  /** Oldest first. */
  customerIds: string[];
  complaintIds: string[];
}

/**
 * Who is one person: for a customer every record that was merged with this one, and the complaints of all of them; for
 * a complaint those that were merged with it, over any number of steps, without what else its customer has.
 */
export async function samePerson(query: Query, { customerId, complaintId }: Named): Promise<Person> {
  const customers = await query<{ id: string }>(RECORDS, [customerId]);
  const customerIds = customers.map(({ id }) => id);
  const complaints = await query<{ id: string }>(COMPLAINTS, [complaintId, customerIds]);
  return { customerIds, complaintIds: complaints.map(({ id }) => id) };
}

/** A merged record is one step from the one that goes on. */
const RECORDS = `
  SELECT r.id FROM customers n
  JOIN customers r ON r.id = coalesce(n.merged_into_id, n.id) OR r.merged_into_id = coalesce(n.merged_into_id, n.id)
  WHERE n.id = $1::uuid ORDER BY r.id`;

const COMPLAINTS = `
  WITH RECURSIVE family (id, merged_into_id) AS (
    SELECT c.id, c.merged_into_id FROM complaints c WHERE c.id = $1::uuid OR c.customer_id = ANY ($2::uuid[])
    UNION
    SELECT o.id, o.merged_into_id FROM family f JOIN complaints o ON o.id = f.merged_into_id OR o.merged_into_id = f.id)
  SELECT f.id FROM family f ORDER BY f.id`;
