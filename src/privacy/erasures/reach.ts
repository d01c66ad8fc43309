import type { Tx } from '../../platform/database/database.js';
import type { Erasure } from './erasure.entity.js';

/** Whom an erasure names: one of the three. */
export type Named = Pick<Erasure, 'customerId' | 'contactId' | 'complaintId'>;

/** All that an erasure covers. */
export type Reach = Pick<Erasure, 'customerIds' | 'contactIds' | 'complaintIds'>;

/**
 * What hangs on whom an erasure names. A customer: every record that was merged with it, the contacts that are the same
 * person, and all their complaints. A contact: the customer that it is, or it alone. A complaint: those that were
 * merged into it, and the one that it was merged into. What was erased before is not covered again.
 */
export async function reach(tx: Tx, { customerId, contactId, complaintId }: Named): Promise<Reach> {
  const customerIds = await ids(tx, CUSTOMERS, [customerId ?? (await customerOf(tx, contactId))]);
  return {
    customerIds,
    contactIds: await ids(tx, CONTACTS, [customerIds, contactId]),
    complaintIds: await ids(tx, COMPLAINTS, [customerIds, complaintId]),
  };
}

async function customerOf(tx: Tx, contactId: string | null): Promise<string | null> {
  if (contactId === null) return null;
  const sql = 'SELECT t.customer_id AS id FROM contacts t WHERE t.id = $1';
  const row = await tx.one<{ id: string | null }>(sql, [contactId]);
  return row?.id ?? null;
}

async function ids(tx: Tx, sql: string, params: unknown[]): Promise<string[]> {
  return (await tx.rows<{ id: string }>(sql, params)).map(({ id }) => id);
}

/** From a merged record the way to the one that goes on is one step. */
const CUSTOMERS = `
  WITH root AS (SELECT coalesce(c.merged_into_id, c.id) AS id FROM customers c WHERE c.id = $1::uuid)
  SELECT c.id FROM root r JOIN customers c ON c.id = r.id WHERE c.erased_at IS NULL
  UNION SELECT c.id FROM root r JOIN customers c ON c.merged_into_id = r.id WHERE c.erased_at IS NULL
  ORDER BY id`;

const CONTACTS = `
  SELECT t.id FROM contacts t WHERE (t.customer_id = ANY ($1::uuid[]) OR t.id = $2::uuid) AND t.erased_at IS NULL
  ORDER BY t.id`;

const COMPLAINTS = `
  WITH RECURSIVE chain AS (
    SELECT c.id, c.merged_into_id FROM complaints c WHERE c.customer_id = ANY ($1::uuid[]) OR c.id = $2::uuid
    UNION
    SELECT n.id, n.merged_into_id FROM chain h
    JOIN complaints n ON n.merged_into_id = h.id OR n.id = h.merged_into_id)
  SELECT c.id FROM chain h JOIN complaints c ON c.id = h.id WHERE c.erased_at IS NULL ORDER BY c.id`;
