import type { Clock } from '../../kernel/clock.js';
import { notFound, Refusal } from '../../kernel/refusal.js';
import type { Tx } from '../../platform/database/database.js';
import { matches } from '../../platform/http/etag.js';
import type { SubjectType } from '../entry-fields.js';
import { type Subject, subjectKey } from './subject.js';

/** A locked row, its columns in camelCase. */
export type LockedRow = Record<string, unknown>;

/**
 * The tables behind the subjects, in the order in which they are locked: users first, then what the house has beside
 * complaints, then complaints, then parts, and by id within a table. Everybody locks in this order, so that two writes
 * cannot wait for each other.
 */
const TABLES: Record<SubjectType, string> = {
  user: 'users',
  session: 'sessions',
  authority: 'authorities',
  calendar: 'calendars',
  contact_point: 'contact_points',
  standard: 'standards',
  team: 'teams',
  absence: 'absences',
  cause: 'causes',
  category: 'categories',
  corrective_action: 'corrective_actions',
  organisation_unit: 'organisation_units',
  policy_version: 'policy_versions',
  template_version: 'template_versions',
  webhook: 'webhooks',
  tier: 'tiers',
  account: 'accounts',
  customer: 'customers',
  contact: 'contacts',
  complaint: 'complaints',
  inbound_mail: 'inbound_mails',
  fact: 'facts',
  message: 'messages',
  promise: 'promises',
  breach: 'breaches',
  remedy: 'remedies',
  link: 'links',
  issue: 'issues',
  representative: 'representatives',
  referral: 'referrals',
  attachment: 'attachments',
  legal_hold: 'legal_holds',
  subject_export: 'subject_exports',
  retention_run: 'retention_runs',
  erasure: 'erasures',
  notice_settings: 'notice_settings',
  log: 'log_identity',
  access_record: 'access_records',
  subscription: 'subscriptions',
  comparison: 'log_comparisons',
};
const ORDER = Object.keys(TABLES);

interface LockAnswer {
  time: Date;
  lastEntry: Date | null;
  row: LockedRow;
}

/**
 * Locks every subject and reads its row.
 * @returns the rows by `subjectKey`, and the time of the write: the database's, read after the last lock was got,
 * but never before the last entry of a locked complaint.
 * @throws Refusal where a subject is missing, 412 where `If-Match` names another version than the versioned subject's.
 */
export async function lockSubjects(
  tx: Tx,
  subjects: Subject[],
  ifMatch: string | null,
  clock: Clock,
): Promise<{ rows: Map<string, LockedRow>; now: Date }> {
  const rows = new Map<string, LockedRow>();
  const times: Date[] = [];
  for (const subject of inLockOrder(subjects)) {
    if (subject.alone) await tx.rows(LOCK_TABLE_OF_SUBJECT, [TABLES[subject.type]]);
    const { row, time, lastEntry } = await lock(tx, subject);
    rows.set(subjectKey(subject), row);
    times.push(clock.fromDatabase(time));
    if (lastEntry) times.push(lastEntry);
  }
  if (times.length === 0) times.push(clock.fromDatabase(await databaseTime(tx)));
  for (const subject of subjects)
    if (subject.versioned) compareVersion(ifMatch, rows.get(subjectKey(subject)));
  return { rows, now: latest(times) };
}

function inLockOrder(subjects: Subject[]): Subject[] {
  const rank = (subject: Subject) => ORDER.indexOf(subject.type);
  return [...subjects].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

async function lock(tx: Tx, subject: Subject): Promise<LockAnswer> {
  const { type, id, complaintId = null, mode = 'update', missing } = subject;
  const found = await tx.one<LockedRow>(lockStatement(type, mode), type in PARTS ? [id, complaintId] : [id]);
  if (!found) throw missing ?? notFound();
  const { doorTime, doorLastEntry, ...row } = found;
  return { time: doorTime as Date, lastEntry: doorLastEntry as Date | null, row };
}

const PARTS = {
  fact: true,
  message: true,
  promise: true,
  breach: true,
  remedy: true,
  issue: true,
  representative: true,
  referral: true,
  attachment: true,
};
/** Held until the end of the transaction; the row is locked after it, and read as it is then. */
const LOCK_TABLE_OF_SUBJECT = `SELECT pg_advisory_xact_lock(hashtextextended('subjects of ' || $1::text, 0))`;

/**
 * The row is locked inside the CTE; what stands outside it is evaluated after the wait for the lock is over.
 * `last_entry_at` sees what was committed meanwhile because a volatile function takes a fresh snapshot.
 */
function lockStatement(type: SubjectType, mode: NonNullable<Subject['mode']>): string {
  const part = type in PARTS ? ' AND ($2::uuid IS NULL OR t.complaint_id = $2)' : '';
  const last = type === 'complaint' ? 'last_entry_at(l.id)' : 'NULL::timestamptz';
  const strength = mode === 'share' ? 'SHARE' : 'NO KEY UPDATE';
  const wait = mode === 'update-if-free' ? ' SKIP LOCKED' : '';
  return `WITH locked AS MATERIALIZED (
      SELECT t.* FROM ${TABLES[type]} t WHERE t.id = $1${part} FOR ${strength} OF t${wait})
    SELECT clock_timestamp() AS door_time, ${last} AS door_last_entry, l.* FROM locked l`;
}

async function databaseTime(tx: Tx): Promise<Date> {
  const [row] = await tx.rows<{ time: Date }>('SELECT clock_timestamp() AS time');
  if (!row) throw new Error('the database told no time');
  return row.time;
}

function compareVersion(ifMatch: string | null, row: LockedRow | undefined): void {
  const version = Number(row?.version);
  if (ifMatch === null || matches(ifMatch, version)) return;
  throw new Refusal('version_mismatch', `This is at version ${version} by now.`, { currentVersion: version });
}

function latest(times: Date[]): Date {
  return new Date(Math.max(...times.map((time) => time.getTime())));
}
