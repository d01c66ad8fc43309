import type { Actor, Role, UserRole } from '../../kernel/actor.js';
import { before } from '../../kernel/duration.js';
import type { Money } from '../../kernel/money/money.js';
import type { Subject } from '../../audit/ledger.service.js';
import type { Tx } from '../../platform/database/database.js';
import type { Authority, Grant } from './authority.entity.js';
import { holding, left } from './left.js';

/** One SELECT, on a transaction's connection or on one of the pool. */
type Query = <T>(sql: string, params?: unknown[]) => Promise<T[]>;

/** Who would grant, where, and when. */
export interface Granter {
  userId: string;
  roles: readonly Role[];
  /** The complaint with those that were merged into it; none: one on which nobody granted anything yet. */
  complaintIds: readonly string[];
  now: Date;
}

/** What somebody may grant at the moment, by one of the limits that hold for them. */
export interface Room {
  authority: Authority;
  /** In minor units. */
  left: bigint;
}

/** Who may approve: everybody who has one of these roles, and these users. */
export interface Approvers {
  roles: UserRole[];
  users: { id: string; name: string }[];
}

/**
 * Whoever grants money is locked first of all. Two grants of one person wait for each other, on whatever complaints, so
 * that each is held against the sums of all that came before. Grants of several people on one complaint wait for each
 * other at the complaint.
 */
export function grantingSubject(actor: Actor): Subject[] {
  return actor.kind === 'user' && actor.id !== null ? [{ type: 'user', id: actor.id, mode: 'update' }] : [];
}

/** The limits that hold for somebody at the moment, with what they leave. Inside a write: exact under its locks. */
export async function roomsOf(query: Query, granter: Granter, currency: string | null): Promise<Room[]> {
  const { userId, roles, complaintIds, now } = granter;
  const found = await query<Authority>(VALID, [userId, roles, currency, now]);
  const limits = holding(found);
  if (limits.length === 0) return [];
  const since = limits.map(({ period }) => before(now, period));
  const currencies = limits.map((one) => one.currency);
  const sums = await query<{ inPeriod: string; onComplaint: string }>(SUMS, [
    userId,
    complaintIds,
    currencies,
    since,
  ]);
  return limits.map((authority, index) => {
    const { inPeriod = '0', onComplaint = '0' } = sums[index] ?? {};
    const granted = { inPeriod: BigInt(inPeriod), onComplaint: BigInt(onComplaint) };
    return { authority, left: left(amountsOf(authority), granted) };
  });
}

/** The limit that leaves most; undefined where there is none. Of two that leave the same, the older. */
export function widest(rooms: readonly Room[]): Room | undefined {
  return rooms.reduce<Room | undefined>(
    (best, one) => (best && best.left >= one.left ? best : one),
    undefined,
  );
}

/** Puts on record what was granted, for the sums to come. */
export function putGrant(
  tx: Tx,
  grant: Omit<Grant, 'minor' | 'reversedAt'> & Pick<Money, 'minor'>,
): Promise<void> {
  return tx.insert('grants', [{ ...grant, minor: grant.minor.toString(), reversedAt: null }]);
}

export async function takeBackGrant(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.rows('UPDATE grants g SET reversed_at = $2 WHERE g.id = $1 AND g.reversed_at IS NULL', [id, now]);
}

/** The remedies of these grants belong to another complaint now. */
export async function moveGrants(tx: Tx, ids: readonly string[], complaintId: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.rows('UPDATE grants g SET complaint_id = $2 WHERE g.id = ANY ($1::uuid[])', [ids, complaintId]);
}

/**
 * Who could grant so much by their limits alone. What they granted already is looked at when they decide.
 * @param except who must not: who proposed it, and who is complained about
 */
export async function approversOf(
  query: Query,
  money: Money,
  except: string[],
  now: Date,
): Promise<Approvers> {
  const [found] = await query<Approvers>(APPROVERS, [money.currency, money.minor.toString(), except, now]);
  return found ?? { roles: [], users: [] };
}

function amountsOf({ perRemedy, perComplaint, perPeriod }: Authority) {
  return {
    perRemedy: BigInt(perRemedy),
    perComplaint: BigInt(perComplaint),
    perPeriod: BigInt(perPeriod),
  };
}

const VALID = `
  SELECT a.* FROM authorities a
  WHERE (a.user_id = $1 OR a.role = ANY ($2::text[])) AND ($3::text IS NULL OR a.currency = $3)
    AND a.valid_from <= $4::timestamptz AND (a.valid_until IS NULL OR a.valid_until > $4)
  ORDER BY a.currency, a.id`;

/** Within the period what one person granted; on the complaint what everybody did, or several would grant in turns. */
const SUMS = `
  SELECT
    (SELECT coalesce(sum(g.minor), 0)::text FROM grants g
     WHERE g.user_id = $1 AND g.currency = w.currency AND g.reversed_at IS NULL
       AND g.granted_at > w.since) AS in_period,
    (SELECT coalesce(sum(g.minor), 0)::text FROM grants g
     WHERE g.currency = w.currency AND g.reversed_at IS NULL
       AND g.complaint_id = ANY ($2::uuid[])) AS on_complaint
  FROM unnest($3::text[], $4::timestamptz[]) WITH ORDINALITY AS w (currency, since, place)
  ORDER BY w.place`;

/** Named persons, at most: a letter names no more. */
const MOST_NAMED = 50;

const APPROVERS = `
  WITH wide AS (
    SELECT a.role, a.user_id FROM authorities a
    WHERE a.currency = $1 AND least(a.per_remedy, a.per_complaint, a.per_period) >= $2::numeric
      AND a.valid_from <= $4::timestamptz AND (a.valid_until IS NULL OR a.valid_until > $4)
  ), able AS (
    SELECT u.id, u.name, u.roles FROM users u
    WHERE NOT u.disabled AND u.roles && ARRAY['agent', 'supervisor', 'admin'] AND NOT u.id = ANY ($3::uuid[])
  )
  SELECT
    array(SELECT DISTINCT w.role FROM wide w
          WHERE w.role IS NOT NULL AND EXISTS (SELECT 1 FROM able b WHERE w.role = ANY (b.roles))
          ORDER BY w.role) AS roles,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name) ORDER BY n.id), '[]')
     FROM (SELECT b.id, b.name FROM able b WHERE b.id IN (SELECT w.user_id FROM wide w)
           ORDER BY b.id LIMIT ${String(MOST_NAMED)}) AS n) AS users`;
