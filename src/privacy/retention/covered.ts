import { agedAt } from '../../complaints/retention/retention.js';
import type { RetentionClass } from '../../complaints/retention/retention.words.js';
import type { Unmet } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/database.js';
import { versionsOf } from '../erasures/carrying-out.js';
import { obstacles } from '../erasures/obstacles.js';
import { type Named, type Reach, reach } from '../erasures/reach.js';

/** A complaint whose time is over, as far as the rules about it look. */
export interface Due {
  id: string;
  customerId: string | null;
  retentionClass: RetentionClass;
}

/** Whom the erasure of a complaint names, and all that it covers. */
export interface Covered {
  named: Named;
  covered: Reach;
}

/**
 * What goes with a complaint whose time is over: those that were merged with it; and the record of its customer, where
 * no other complaint of the customer is kept and the house has no other use for the record: it is no key figure of a
 * company, and for as long as the complaint was kept neither it nor what the customer is worth has changed.
 */
export async function coveredWith(tx: Tx, due: Due, asOf: Date): Promise<Covered> {
  const named: Named = { customerId: null, contactId: null, complaintId: due.id };
  const alone = { named, covered: await reach(tx, named) };
  if (due.customerId === null) return alone;
  const customer: Named = { ...named, customerId: due.customerId, complaintId: null };
  const whole = { named: customer, covered: await reach(tx, customer) };
  const { complaintIds, customerIds, contactIds } = whole.covered;
  const others = complaintIds.filter((id) => !alone.covered.complaintIds.includes(id));
  if (customerIds.length === 0 || contactIds.length > 0 || others.length > 0) return alone;
  const used = await tx.rows(USED, [customerIds, agedAt(asOf, due.retentionClass)]);
  return used.length > 0 ? alone : whole;
}

/** Everything that hinders the erasure. @param by `actorId` plans or approves it; `now` is the program's time */
export async function hindrances(
  tx: Tx,
  { named, covered }: Covered,
  by: { actorId: string | null; asOf: Date; now: Date },
): Promise<Unmet[]> {
  const unmet = await obstacles(tx, named, covered, by.actorId, by.now);
  const kept = await tx.rows<{ id: string }>(KEPT, [covered.complaintIds, by.asOf]);
  return [...unmet, ...(kept.length > 0 ? [{ ...NOT_DUE, ids: kept.map(({ id }) => id) }] : [])];
}

/** Without the customer's record: whether that goes is asked at the end, when others of the run may be gone. */
export function complaintVersions(
  tx: Tx,
  { covered: { complaintIds } }: Covered,
): Promise<Record<string, number>> {
  return versionsOf(tx, { complaintIds, customerIds: [], contactIds: [] });
}

const NOT_DUE = {
  code: 'not_due',
  detail: 'no complaint, nor one merged with it, that is to be kept for longer',
};

const KEPT = `
  SELECT c.id FROM complaints c
  WHERE c.id = ANY ($1::uuid[]) AND (c.erase_after IS NULL OR c.erase_after > $2) ORDER BY c.id`;

const USED = `
  SELECT c.id FROM customers c WHERE c.id = ANY ($1::uuid[]) AND c.updated_at > $2
  UNION ALL
  SELECT v.id FROM customer_values v WHERE v.customer_id = ANY ($1::uuid[]) AND v.updated_at > $2 LIMIT 1`;
