import { type StandIn, standInOf } from '../../access/availability/stand-in.js';
import type { Actor, Role } from '../../kernel/actor.js';
import type { Breach } from '../breaches/breach.entity.js';
import type { Complaint } from '../complaint.entity.js';
import type { ComplaintState } from '../complaint.states.js';
import type { Issue } from '../issues/issue.entity.js';
import type { Message } from '../messages/message.entity.js';
import type { CustomerPromise } from '../promises/promise.entity.js';
import type { Referral } from '../referrals/referral.entity.js';
import type { Remedy } from '../remedies/remedy.entity.js';
import type { Terms } from '../promises/terms.js';
import type { Representative } from '../representation/representative.entity.js';
import { AT_WORK_ON } from '../representation/representative.reads.js';

/** One SELECT, on a transaction's connection or on one of the pool. */
export type Query = <T>(sql: string, params?: unknown[]) => Promise<T[]>;

/** All that the guards look at: the complaint and what is unfinished below it, for one caller at one moment. */
export interface CaseView {
  /** The complaint's state, where the engine looks for it. */
  state: ComplaintState;
  complaint: Complaint;
  actor: Actor;
  now: Date;
  /** What the promises are counted by. */
  terms: Terms;
  /** The open and the broken ones, oldest first. */
  promises: CustomerPromise[];
  /** All of them, oldest first. */
  breaches: Breach[];
  /** Those that wait for approval, are approved or were carried out; oldest first. */
  remedies: Remedy[];
  /** The points that the customer did not take back; oldest first. */
  issues: Issue[];
  /** Those that are open, oldest first. */
  referrals: Referral[];
  /** Messages of the customer that nobody answered or marked as heard. */
  unheard: { id: string; at: Date }[];
  claimedFactIds: string[];
  /** A fact from the customer's side is on record. */
  customerHeard: boolean;
  /** Words that did not reach the customer: they still have to be said or sent, or they came back. */
  queued: Message[];
  /** Promises released when the complaint was withdrawn, declined or merged. */
  lapsed: CustomerPromise[];
  /** The owner may still sign in; true where there is none. */
  ownerActive: boolean;
  /** Who answers for the owner, where that one is away. */
  standIn: StandIn | null;
  /** Active users of these roles who are not complained about; asked only where the actor is. */
  ableRoles: Role[];
  /** Who speaks for the complainant, or says so. */
  representative: Representative | null;
}

export async function loadCase(
  query: Query,
  complaint: Complaint,
  { actor, now, terms }: Pick<CaseView, 'actor' | 'now' | 'terms'>,
): Promise<CaseView> {
  const promises = await query<CustomerPromise>(RUNNING, [complaint.id]);
  const [facts] = await query<Circumstances>(CIRCUMSTANCES, [complaint.id, complaint.ownerId]);
  return {
    state: complaint.state,
    complaint,
    actor,
    now,
    terms,
    promises,
    breaches: facts?.hasBreaches ? await query<Breach>(BREACHES, [complaint.id]) : [],
    remedies: facts?.hasRemedies ? await query<Remedy>(REMEDIES, [complaint.id]) : [],
    issues: facts?.hasIssues ? await query<Issue>(ISSUES, [complaint.id]) : [],
    referrals: complaint.openReferrals > 0 ? await query<Referral>(REFERRALS, [complaint.id]) : [],
    unheard: facts?.unheardIds.map((id, index) => ({ id, at: facts.unheardAt[index] ?? now })) ?? [],
    claimedFactIds: facts?.claimedFactIds ?? [],
    customerHeard: facts?.customerHeard ?? false,
    queued: facts?.hasQueued ? await query<Message>(QUEUED, [complaint.id]) : [],
    lapsed: complaint.endedAt ? await query<CustomerPromise>(LAPSED, [complaint.id, complaint.endedAt]) : [],
    ownerActive: facts?.ownerActive ?? true,
    standIn: facts?.standIn ?? null,
    ableRoles: isComplainedAbout({ actor, complaint })
      ? await ableRoles(query, complaint.complainedAboutUserIds)
      : [],
    representative: complaint.represented
      ? ((await query<Representative>(AT_WORK_ON, [[complaint.id]]))[0] ?? null)
      : null,
  };
}

/** A case that begins now: there is nothing below it yet. */
export function newCase(complaint: Complaint, by: Pick<CaseView, 'actor' | 'now' | 'terms'>): CaseView {
  return {
    state: complaint.state,
    complaint,
    ...by,
    promises: [],
    breaches: [],
    remedies: [],
    issues: [],
    referrals: [],
    unheard: [],
    claimedFactIds: [],
    customerHeard: false,
    queued: [],
    lapsed: [],
    ownerActive: true,
    standIn: null,
    ableRoles: [],
    representative: null,
  };
}

/** The actor is one of those the customer complains about. */
export function isComplainedAbout({ actor, complaint }: Pick<CaseView, 'actor' | 'complaint'>): boolean {
  return actor.id !== null && complaint.complainedAboutUserIds.includes(actor.id);
}

/** The customer as the one who acts on their own complaint. */
export function complainantOf({ id, complainantName }: Complaint): Actor {
  return { kind: 'complainant', id: null, name: complainantName, roles: ['complainant'], complaintId: id };
}

interface Circumstances {
  unheardIds: string[];
  unheardAt: Date[];
  claimedFactIds: string[];
  customerHeard: boolean;
  hasQueued: boolean;
  hasBreaches: boolean;
  hasRemedies: boolean;
  hasIssues: boolean;
  ownerActive: boolean;
  standIn: StandIn | null;
}

const RUNNING = `
  SELECT p.* FROM promises p WHERE p.complaint_id = $1 AND p.state IN ('open', 'broken') ORDER BY p.created_at, p.id`;

const UNREACHED = `'queued', 'failed', 'bounced'`;

const CIRCUMSTANCES = `
  SELECT
    array(SELECT m.id FROM messages m WHERE m.complaint_id = $1 AND m.direction = 'in' AND m.heard_at IS NULL
          ORDER BY m.created_at, m.id) AS unheard_ids,
    array(SELECT m.created_at FROM messages m WHERE m.complaint_id = $1 AND m.direction = 'in' AND m.heard_at IS NULL
          ORDER BY m.created_at, m.id) AS unheard_at,
    array(SELECT f.id FROM facts f WHERE f.complaint_id = $1 AND f.standing = 'claimed'
          ORDER BY f.created_at, f.id) AS claimed_fact_ids,
    EXISTS (SELECT 1 FROM facts f WHERE f.complaint_id = $1 AND f.source = 'customer') AS customer_heard,
    EXISTS (SELECT 1 FROM messages m WHERE m.complaint_id = $1 AND m.delivery_state IN (${UNREACHED})) AS has_queued,
    EXISTS (SELECT 1 FROM breaches b WHERE b.complaint_id = $1) AS has_breaches,
    EXISTS (SELECT 1 FROM remedies r WHERE r.complaint_id = $1) AS has_remedies,
    EXISTS (SELECT 1 FROM issues i WHERE i.complaint_id = $1) AS has_issues,
    NOT EXISTS (SELECT 1 FROM users u WHERE u.id = $2 AND u.disabled) AS owner_active,
    ${standInOf('$2')} AS stand_in`;

const QUEUED = `
  SELECT m.* FROM messages m WHERE m.complaint_id = $1 AND m.delivery_state IN (${UNREACHED})
  ORDER BY m.created_at, m.id`;

const BREACHES = `SELECT b.* FROM breaches b WHERE b.complaint_id = $1 ORDER BY b.created_at, b.id`;

const REMEDIES = `
  SELECT r.* FROM remedies r
  WHERE r.complaint_id = $1 AND r.state IN ('pending_approval', 'approved', 'executed') ORDER BY r.created_at, r.id`;

const ISSUES = `
  SELECT i.* FROM issues i WHERE i.complaint_id = $1 AND i.state IN ('open', 'decided') ORDER BY i.created_at, i.id`;
const REFERRALS = `
  SELECT r.* FROM referrals r WHERE r.complaint_id = $1 AND r.state = 'open' ORDER BY r.created_at, r.id`;

const LAPSED = `
  SELECT p.* FROM promises p
  WHERE p.complaint_id = $1 AND p.state = 'released' AND p.released_by IN ('withdraw', 'decline', 'merge')
    AND p.released_at >= $2
  ORDER BY p.created_at, p.id`;

async function ableRoles(query: Query, complainedAbout: string[]): Promise<Role[]> {
  const rows = await query<{ role: Role }>(
    'SELECT DISTINCT unnest(u.roles) AS role FROM users u WHERE NOT u.disabled AND NOT u.id = ANY ($1::uuid[])',
    [complainedAbout],
  );
  return rows.map(({ role }) => role);
}
