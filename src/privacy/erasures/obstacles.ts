import type { Unmet } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/database.js';
import { HELD_BY } from '../holds/held-by.js';
import type { Named, Reach } from './reach.js';

/** Something that stands in the way of erasing. */
interface Obstacle {
  code: string;
  /** What is needed, in words that fit every case. */
  detail: string;
  /**
   * A SELECT of `id`: what is in the way. It may ask the row `covered`: `complaint_ids`, `customer_ids`, `contact_ids`,
   * `named_id`, `actor_id` of whoever plans or approves, and `now`.
   */
  find: string;
}

/** In order of precedence. A further reason not to erase is a row here. */
const OBSTACLES: readonly Obstacle[] = [
  {
    code: 'already_erased',
    detail: 'somebody of whom something is left to erase',
    find: `SELECT c.id FROM customers c, covered WHERE c.id = covered.named_id AND c.erased_at IS NOT NULL
      UNION ALL SELECT c.id FROM contacts c, covered WHERE c.id = covered.named_id AND c.erased_at IS NOT NULL
      UNION ALL SELECT c.id FROM complaints c, covered WHERE c.id = covered.named_id AND c.erased_at IS NOT NULL`,
  },
  {
    code: 'conflicted',
    detail: 'somebody else has to do this: you are complained about',
    find: `SELECT c.id FROM complaints c, covered
      WHERE c.id = ANY (covered.complaint_ids) AND covered.actor_id = ANY (c.complained_about_user_ids)`,
  },
  {
    code: 'legal_hold',
    detail: 'no legal hold in force that keeps any of it',
    find: HELD_BY,
  },
  {
    code: 'complaint_open',
    detail: 'no complaint of the person that is still to be settled',
    find: `SELECT c.id FROM complaints c, covered
      WHERE c.id = ANY (covered.complaint_ids) AND c.state NOT IN ('closed', 'withdrawn', 'declined', 'merged')`,
  },
  {
    code: 'promise_open',
    detail: 'no promise to the person that is still to be kept',
    find: `SELECT p.id FROM promises p, covered
      WHERE p.complaint_id = ANY (covered.complaint_ids) AND p.state = 'open'`,
  },
  {
    code: 'breach_unanswered',
    detail: 'no broken promise that still owes an apology or a cause',
    find: `SELECT b.id FROM breaches b, covered WHERE b.complaint_id = ANY (covered.complaint_ids)
      AND (b.state = 'unanswered' OR b.state = 'answered' AND (b.cause ->> 'notKnownYet')::boolean)`,
  },
  {
    code: 'remedy_open',
    detail: 'no remedy that waits for approval, or was approved and not carried out',
    find: `SELECT r.id FROM remedies r, covered WHERE r.complaint_id = ANY (covered.complaint_ids)
      AND r.state IN ('proposed', 'pending_approval', 'approved')`,
  },
  {
    code: 'referral_open',
    detail: 'no body outside the house that still has the complaint',
    find: `SELECT r.id FROM referrals r, covered
      WHERE r.complaint_id = ANY (covered.complaint_ids) AND r.state = 'open'`,
  },
];

/** For the documentation of whoever asks for it. */
export const OBSTACLE_CODES = OBSTACLES.map(({ code }) => code);

/**
 * Everything that stands in the way of erasing now.
 * @param actorId who plans or approves
 * @param now by the program's clock
 */
export async function obstacles(
  tx: Tx,
  named: Named,
  covered: Reach,
  actorId: string | null,
  now: Date,
): Promise<Unmet[]> {
  const rows = await tx.rows<{ code: string; id: string }>(FIND, [
    covered.complaintIds,
    covered.customerIds,
    covered.contactIds,
    named.customerId ?? named.contactId ?? named.complaintId,
    actorId,
    now,
  ]);
  return OBSTACLES.flatMap(({ code, detail }) => {
    const ids = rows.filter((row) => row.code === code).map(({ id }) => id);
    return ids.length > 0 ? [{ code, detail, ids: ids.slice(0, MOST_IDS) }] : [];
  });
}

/** More are named when these are out of the way. */
const MOST_IDS = 1000;

const FIND = `
  WITH covered AS MATERIALIZED (
    SELECT $1::uuid[] AS complaint_ids, $2::uuid[] AS customer_ids, $3::uuid[] AS contact_ids, $4::uuid AS named_id,
      $5::uuid AS actor_id, $6::timestamptz AS now)
  ${OBSTACLES.map(({ code, find }) => `SELECT '${code}' AS code, f.id FROM (${find}) f`).join('\n  UNION ALL ')}
  ORDER BY id`;
